using Throughgate.Domain.Figures;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures;

/// <summary>Asks a measure of some people; the scope is the Leeds scheme, the period April to June 2010 unless said otherwise.</summary>
internal static class Told
{
    public static readonly DateRange Quarter = new(Day("2010-04-01"), Day("2010-06-30"));

    public static Asked Asked(string today = "2011-06-30", params DateRange[] periods) =>
        new()
        {
            Scope = new Scope { Schemes = new HashSet<string> { "leeds" }, Yots = new HashSet<string> { "leeds" } },
            Periods = periods.Length == 0 ? [Quarter] : periods,
            Today = Day(today),
            Calendar = SampleBundle.Calendar,
            FiguresOf = _ => DutyFigures.Defaults,
        };

    public static Tally Of(Measure measure, Asked asked, params IEnumerable<PersonFacts> people)
    {
        var figures = new FiguresOfPeople([measure], asked, Keeps.People);
        foreach (var person in people)
        {
            figures.Add(person);
        }

        return figures.Of(measure);
    }

    /// <summary>The part in which a case stands; empty where it is not counted. Two parts stand with a comma between them.</summary>
    public static string Part(this ACase of, Measure measure, string today = "2011-06-30") => of.Person().Part(measure, today);

    public static string Part(this PersonFacts person, Measure measure, string today = "2011-06-30") =>
        string.Join(", ", Of(measure, Asked(today), person).People.Select(p => p.Part));
}
