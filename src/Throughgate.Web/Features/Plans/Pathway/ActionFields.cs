using System.Globalization;
using Throughgate.Domain.Plans;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Plans.Pathway;

/// <summary>One row of the form: an action as it is typed.</summary>
public sealed class ActionFields
{
    public Guid? Line { get; set; }

    public string? What { get; set; }

    public string? Who { get; set; }

    public string? Partner { get; set; }

    /// <summary>Key of the agency of the directory.</summary>
    public string? Agency { get; set; }

    /// <summary>As a browser's day field has it: 2010-05-04.</summary>
    public string? By { get; set; }

    public string? Parents { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(What);

    /// <param name="agencies">Those of the directory: a name that was typed before is the agency of that name.</param>
    public static ActionFields Of(PlanAction action, IReadOnlyList<PartnerRow> agencies)
    {
        var agency = action.PartnerId ?? agencies.FirstOrDefault(p => string.Equals(p.Name.Trim(), action.Partner?.Trim(), StringComparison.OrdinalIgnoreCase))?.Id;
        return new()
        {
            Line = action.Line,
            What = action.What,
            Who = action.Who,
            Partner = agency is null ? action.Partner : null,
            Agency = agency?.ToString(),
            By = action.ByOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Parents = action.Parents,
        };
    }

    /// <summary>The day typed; false where it is no day. Nothing typed is no day yet.</summary>
    public bool TryDay(out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(By))
        {
            return true;
        }

        string[] shapes = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "d MMM yyyy", "d MMMM yyyy"];
        var read = DateOnly.TryParseExact(By.Trim(), shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed);
        day = read ? typed : null;
        return read;
    }
}
