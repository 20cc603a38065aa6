using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughgate.Web.Ui.Forms;

/// <summary>A time as people type it: 14:30, 14.30, 1430, 9, 9am, 2.30 pm.</summary>
public static partial class TimeOfDay
{
    public static bool TryRead(string? text, out TimeOnly time)
    {
        time = default;
        var match = Shape().Match((text ?? "").Trim().ToLowerInvariant());
        if (!match.Success)
        {
            return false;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour is < 1 or > 12)
        {
            return false;
        }

        hour = half switch
        {
            "a" => hour % 12,
            "p" => (hour % 12) + 12,
            _ => hour,
        };
        if (hour > 23 || minute > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute);
        return true;
    }

    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?\s*(?:(?<half>[ap])\.?m?\.?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
