namespace Throughgate.Web.Ui.Language;

/// <summary>
/// Days in words, in the reader's language, the same on every machine: <c>Tue 4 May 2010, in 12 days</c>. Durations are in days under six weeks,
/// in weeks under half a year, then in months; each is cut down, never rounded up. Made where needed: <c>new Days(T)</c>, or <c>@inject Days Days</c>.
/// </summary>
public sealed class Days(Words words)
{
    private const int LastDays = 42;
    private const int LastWeeks = 182;

    /// <summary>Tue 4 May 2010</summary>
    public string Short(DateOnly day) => $"{Names.ShortDay(day, words.InWelsh)} {day.Day} {Names.Month(day, words.InWelsh)} {day.Year:0000}";

    /// <summary>Tuesday 4 May 2010</summary>
    public string Long(DateOnly day) => $"{Names.LongDay(day, words.InWelsh)} {day.Day} {Names.Month(day, words.InWelsh)} {day.Year:0000}";

    /// <summary>4 May 2010: for tables and file names' titles, where the weekday is noise.</summary>
    public string Plain(DateOnly day) => $"{day.Day} {Names.Month(day, words.InWelsh)} {day.Year:0000}";

    /// <summary>4 May, for lists inside one year.</summary>
    public string Brief(DateOnly day) => $"{day.Day} {Names.Month(day, words.InWelsh)}";

    /// <summary>Tuesday</summary>
    public string Weekday(DateOnly day) => Names.LongDay(day, words.InWelsh);

    /// <summary>May 2010</summary>
    public string Month(DateOnly day) => $"{Names.Month(day, words.InWelsh)} {day.Year:0000}";

    /// <summary>Tue 4 May 2010, in 12 days</summary>
    public string With(DateOnly day, DateOnly today) => $"{Short(day)}, {Relative(day, today)}";

    /// <summary>in 12 days · tomorrow · today · yesterday · 3 days ago</summary>
    public string Relative(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => words["today"],
        1 => words["tomorrow"],
        -1 => words["yesterday"],
        > 0 => words["in {0}", Between(today, day)],
        _ => words["{0} ago", Between(day, today)],
    };

    /// <summary>12 days · 7 weeks · 8 months: how long from one day to a later one (or back).</summary>
    public string Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            (from, to) = (to, from);
        }

        var days = to.DayNumber - from.DayNumber;
        return days switch
        {
            < LastDays => words.N(days, "{0} day", "{0} days"),
            < LastWeeks => words.N(days / 7, "{0} week", "{0} weeks"),
            _ => words.N(WholeMonths(from, to), "{0} month", "{0} months"),
        };
    }

    /// <summary>The name of a month in both languages: for reading what somebody typed.</summary>
    public static IEnumerable<string> MonthNames(int month) => [Names.Month(new DateOnly(2000, month, 1), false), Names.Month(new DateOnly(2000, month, 1), true)];

    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static class Names
    {
        private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
        private static readonly string[] WelshDays = ["Dydd Sul", "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn"];
        private static readonly string[] EnglishShort = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        private static readonly string[] WelshShort = ["Sul", "Llun", "Maw", "Mer", "Iau", "Gwe", "Sad"];

        private static readonly string[] EnglishMonths =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

        private static readonly string[] WelshMonths =
            ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"];

        public static string LongDay(DateOnly day, bool welsh) => (welsh ? WelshDays : EnglishDays)[(int)day.DayOfWeek];

        public static string ShortDay(DateOnly day, bool welsh) => (welsh ? WelshShort : EnglishShort)[(int)day.DayOfWeek];

        public static string Month(DateOnly day, bool welsh) => (welsh ? WelshMonths : EnglishMonths)[day.Month - 1];
    }
}
