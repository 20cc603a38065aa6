using System.Globalization;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Education.Record;

/// <summary>One line of the grid as the form has it: what was typed, and which row it stands for.</summary>
public sealed class WeekLine
{
    /// <summary>Monday of the week.</summary>
    public DateOnly Week { get; set; }

    public Guid? Row { get; set; }
    public int Version { get; set; }
    public string? Offered { get; set; }
    public string? Hours { get; set; }
    public string? Provision { get; set; }
    public string? Unable { get; set; }

    /// <summary>Fill it as the week before.</summary>
    public bool Same { get; set; }

    /// <summary>Nothing entered, and it stands for no row.</summary>
    public bool IsBlank => Row is null && !Same && string.IsNullOrWhiteSpace(Offered + Hours + Provision + Unable);

    public static WeekLine Of(EteWeek row) =>
        new()
        {
            Week = row.WeekOn,
            Row = row.Id,
            Version = row.Version,
            Offered = row.HoursOffered is { } offered ? WeekSaid.Write(offered) : null,
            Hours = WeekSaid.Write(row.Hours),
            Provision = row.Provision,
            Unable = row.UnableReason,
        };

    /// <summary>What it says; null with each problem told (field of the line, English text).</summary>
    public WeekSaid? Read(Action<string, string> tell)
    {
        var fine = true;
        void Must(bool holds, string field, string problem)
        {
            if (!holds)
            {
                fine = false;
                tell(field, problem);
            }
        }

        var unable = string.IsNullOrEmpty(Unable) ? null : Unable;
        var provision = string.IsNullOrEmpty(Provision) ? null : Provision;
        Must(provision is null || Lists.Has("provision", provision), nameof(Provision), Words.Key("Choose from the list"));
        Must(unable is null || Lists.Has("unable", unable), nameof(Unable), Words.Key("Choose from the list"));
        Must(TryHours(Offered, out var offered), nameof(Offered), Words.Key("Hours are a number from 0 to 60, such as 12 or 12.5"));
        var right = TryHours(Hours, out var hours);
        Must(right, nameof(Hours), Words.Key("Hours are a number from 0 to 60, such as 12 or 12.5"));
        Must(!right || hours is not null || unable is not null || provision == "none", nameof(Hours), Words.Key("Enter the hours received; 0 is an answer too"));
        return fine ? new(offered, hours ?? 0, provision, unable) : null;
    }

    private static bool TryHours(string? text, out decimal? hours)
    {
        hours = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var read = decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= 60 && decimal.Round(number, 2) == number;
        hours = read ? number : null;
        return read;
    }
}
