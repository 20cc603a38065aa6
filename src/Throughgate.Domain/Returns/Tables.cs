using System.Globalization;
using Throughgate.Domain.Assessments;

namespace Throughgate.Domain.Returns;

/// <summary>The tables I1 to I5 from the people that are counted (RET-1): every row is always there, zeros too.</summary>
public static class Tables
{
    public const string Released = "released";
    public const string ReleasedStarted = "released_started";
    public const string CommunityStarted = "community_started";
    public const string Completing = "completing";
    public const string InFullTimeEte = "in_full_time_ete";
    public const string Sections = "sections";
    public const string Improved = "improved";
    public const string Deteriorated = "deteriorated";
    public const string StartedBefore = "started_before";
    public const string ClosedNotCounted = "closed_not_counted";

    /// <summary>Columns of I1, I2 and I3.</summary>
    public static IReadOnlyList<string> StartingColumns { get; } = [Released, ReleasedStarted, CommunityStarted];

    public static IReadOnlyList<string> GendersInOrder { get; } = [Genders.Female, Genders.Male, Genders.NotKnown];

    /// <summary>10 to 17.</summary>
    public static IEnumerable<int> Ages => Enumerable.Range(Counting.YoungestAge, Counting.OldestAge - Counting.YoungestAge + 1);

    /// <summary>Key of a row of I1: <c>female 10</c>.</summary>
    public static string GenderAndAge(string gender, int? age) => string.Create(CultureInfo.InvariantCulture, $"{gender} {age}");

    internal static ReturnTable I1(Counted counted) =>
        Starting(
            "I1",
            [.. GendersInOrder.SelectMany(gender => Ages.Select(age => GenderAndAge(gender, age)))],
            m => GenderAndAge(m.Gender, m.Why.Age),
            counted
        );

    internal static ReturnTable I2(Counted counted, ReturnQuestion question) =>
        Starting("I2", question.Ethnicities, m => m.Ethnicity, counted);

    internal static ReturnTable I3(Counted counted, ReturnQuestion question) =>
        Starting("I3", question.Offences, m => m.Offence, counted);

    internal static ReturnTable I4(Counted counted) =>
        new(
            "I4",
            [Completing, InFullTimeEte],
            [
                new(
                    "",
                    [
                        Figure.From("I4", "", Completing, counted.Completing),
                        Figure.From("I4", "", InFullTimeEte, counted.Completing.Where(m => m.Ete is { IsFullTime: true })),
                    ]
                ),
            ]
        );

    internal static ReturnTable I5(Counted counted)
    {
        var rows = new List<ReturnRow>();
        for (var i = 0; i < Assessment.Sections.Count; i++)
        {
            var section = i;
            var code = Assessment.Sections[i];
            rows.Add(
                new(
                    code,
                    [
                        Figure.From("I5", code, Sections, counted.Completing.Where(m => m.Asset!.HasEnd(section))),
                        Figure.From("I5", code, Improved, counted.Completing.Where(m => m.Asset!.Improved(section))),
                        Figure.From("I5", code, Deteriorated, counted.Completing.Where(m => m.Asset!.Deteriorated(section))),
                    ]
                )
            );
        }

        return new("I5", [Sections, Improved, Deteriorated], rows);
    }

    private static ReturnTable Starting(string table, IReadOnlyList<string> keys, Func<Member, string> keyOf, Counted counted)
    {
        var columns = new[]
        {
            counted.Released.ToLookup(keyOf),
            counted.ReleasedStarted.ToLookup(keyOf),
            counted.CommunityStarted.ToLookup(keyOf),
        };
        return new(
            table,
            StartingColumns,
            [
                .. keys.Select(key => new ReturnRow(
                    key,
                    [.. columns.Select((column, i) => Figure.From(table, key, StartingColumns[i], column[key]))]
                )),
            ]
        );
    }
}

/// <summary>The people of each column, before they are spread over rows.</summary>
internal sealed record Counted(
    IReadOnlyList<Member> Released,
    IReadOnlyList<Member> CommunityStarted,
    IReadOnlyList<Member> Completing,
    IReadOnlyList<Member> ClosedNotCounted
)
{
    public IEnumerable<Member> ReleasedStarted => Released.Where(m => m.Start!.Outcome == StartOutcome.Started);

    public IEnumerable<Member> StartedBefore => Released.Where(m => m.Start!.Outcome == StartOutcome.StartedBefore);
}
