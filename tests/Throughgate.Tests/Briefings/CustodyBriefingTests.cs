using Throughgate.Domain.Briefings;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.People;
using Throughgate.Domain.Sentences;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Briefings;

/// <summary>Who is in custody on a day, counted; and what of it may be told to somebody who may not see the people.</summary>
[Trait("rule", "GOV-6")]
[Trait("rule", "INF-6")]
public sealed class CustodyBriefingTests
{
    private static readonly DateOnly On = Day("2010-06-30");
    private static readonly HashSet<string> Yots = new(StringComparer.Ordinal) { "leeds", "york", "wakefield" };

    private static SentenceFacts Custody(string from, string? released = null, string offence = "robbery", Guid? follows = null, SentenceKind kind = SentenceKind.Custodial) =>
        new() { Id = Guid.CreateVersion7(), Reference = "S", Type = "dto", Kind = kind, MainOffence = offence, SentencedOn = Day(from), ReleasedOn = released is null ? null : Day(released), Follows = follows };

    private static PersonFacts Person(string yot, string born, bool? send, params SentenceFacts[] sentences) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = "P",
            DateOfBirth = Day(born),
            Gender = "male",
            Ethnicity = "W1",
            Send = send,
            Residences = [new(yot, new(Day("2000-01-01"), null))],
            Sentences = sentences,
        };

    private static List<HeldPerson> Held(params PersonFacts[] people) => [.. people.Select(p => HeldPerson.Of(p, Yots, On)).OfType<HeldPerson>()];

    private static PersonFacts[] Some(int count, string yot, bool? send = true, string offence = "robbery") => [.. Enumerable.Range(0, count).Select(_ => Person(yot, "1993-05-01", send, Custody("2010-03-01", offence: offence)))];

    private static string Said(CustodyBriefing briefing, BriefingTable table) => briefing.Of(table) is { } rows ? string.Join(", ", rows.Select(r => $"{r.Code} {r.Count}")) : "–";

    [Fact]
    public void Only_who_is_held_on_the_day_and_lives_there_is_counted_once()
    {
        Held(
            Person("leeds", "1993-05-01", null, Custody("2010-06-30")),
            Person("leeds", "1993-05-01", null, Custody("2010-03-01", "2010-06-30")),
            Person("leeds", "1993-05-01", null, Custody("2010-03-01", "2010-07-01")),
            Person("leeds", "1993-05-01", null, Custody("2010-07-01")),
            Person("cardiff", "1993-05-01", null, Custody("2010-03-01")),
            Person("leeds", "1993-05-01", null, Custody("2010-03-01", kind: SentenceKind.Community)),
            Person("leeds", "1993-05-01", null, Custody("2010-03-01"), Custody("2010-04-01"))
        ).Count.ShouldBe(3);
    }

    [Fact]
    public void Sentenced_before_is_by_a_court_on_an_earlier_day_and_no_return_under_the_same()
    {
        var first = Custody("2010-01-04", "2010-03-01");
        bool Before(params SentenceFacts[] sentences) => Held(Person("leeds", "1993-05-01", null, sentences)).ShouldHaveSingleItem().SentencedBefore;
        Before(first, Custody("2010-05-01")).ShouldBeTrue();
        Before(first, Custody("2010-05-01", follows: first.Id)).ShouldBeFalse();
        Before(Custody("2010-05-01")).ShouldBeFalse();
        Before(Custody("2010-05-01", kind: SentenceKind.Remand), Custody("2010-06-01")).ShouldBeFalse();
        Before(Custody("2010-05-01", kind: SentenceKind.Community), Custody("2010-06-01")).ShouldBeTrue();
    }

    [Fact]
    public void When_they_leave_is_as_known_on_the_day()
    {
        string Row(string? leaves) =>
            BriefingTable.Leaves.RowOf(new(Person("leeds", "1993-05-01", null), Custody("2010-03-01") with { ExpectedRelease = leaves is null ? [] : [new(Day(leaves), Day("2010-03-01"))] }, "leeds", On), c => c);
        Row(null).ShouldBe("");
        Row("2010-06-30").ShouldBe("passed");
        Row("2010-07-28").ShouldBe("4_weeks");
        Row("2010-07-29").ShouldBe("12_weeks");
        Row("2010-09-22").ShouldBe("12_weeks");
        Row("2010-09-23").ShouldBe("later");
    }

    [Fact]
    public void Small_rows_are_put_together_and_what_stays_small_is_left_out()
    {
        var held = Held([.. Some(9, "leeds"), .. Some(3, "york"), .. Some(3, "wakefield", offence: "drugs")]);
        var (whole, safe) = (CustodyBriefing.Whole(held, _ => "White"), CustodyBriefing.Safe(held, _ => "White"));

        Said(whole, BriefingTable.Yot).ShouldBe("leeds 9, wakefield 3, york 3");
        Said(safe, BriefingTable.Yot).ShouldBe("leeds 10, others 5", "rounded, after nine and six were found to be enough");
        Said(whole, BriefingTable.Offence).ShouldBe("violence 12, drugs 3");
        Said(safe, BriefingTable.Offence).ShouldBe("–", "three, and the twelve with them, are one row");
        safe.Total.ShouldBe(15);

        // Nine of Leeds, and twelve sentenced for violence or robbery: three lie between them.
        var between = CustodyBriefing.Safe(Held([.. Some(9, "leeds"), .. Some(3, "york"), .. Some(6, "york", offence: "drugs")]), _ => "White");
        Said(between, BriefingTable.Yot).ShouldBe("leeds 10, york 10");
        Said(between, BriefingTable.Offence).ShouldBe("–");

        CustodyBriefing.Safe(Held(Some(4, "leeds")), _ => "White").Total.ShouldBeNull();
        CustodyBriefing.Safe([], _ => "White").Total.ShouldBe(0);
    }

    /// <summary>Two months beside each other say who left: of one more or fewer they say the same, mostly, and never whole numbers.</summary>
    [Fact]
    public void Every_number_that_goes_round_is_rounded_by_itself_and_the_managers_own_are_not()
    {
        string Total(int count) => CustodyBriefing.Safe(Held(Some(count, "leeds")), _ => "White").Total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–";
        Enumerable.Range(4, 10).Select(Total).ShouldBe(["–", "5", "5", "5", "10", "10", "10", "10", "10", "15"]);
        var held = Held([.. Some(7, "leeds"), .. Some(6, "york")]);
        var safe = CustodyBriefing.Safe(held, _ => "White");
        (safe.IsRounded, safe.Total, Said(safe, BriefingTable.Yot)).ShouldBe((true, 15, "leeds 5, york 5"));
        var whole = CustodyBriefing.Whole(held, _ => "White");
        (whole.IsRounded, whole.Total, Said(whole, BriefingTable.Yot)).ShouldBe((false, 13, "leeds 7, york 6"));
    }

    /// <summary>Random caseloads: nothing shown is 1 to 4, each table adds up, and no number shown lies in another with 1 to 4 people between.</summary>
    [Fact]
    public void Nobody_can_be_had_by_taking_one_number_from_another()
    {
        var (shown, seed) = (0, new Random(20101130));
        string[] offences = ["robbery", "drugs", "domestic_burglary", "public_order"];
        for (var round = 0; round < Build.Long.Or(150, 5_000); round++)
        {
            var held = Held([.. Enumerable.Range(0, seed.Next(0, 60)).Select(_ => Person(Yots.Order(StringComparer.Ordinal).ElementAt(seed.Next(3) * seed.Next(2)), seed.Next(2) == 0 ? "1993-05-01" : "1995-05-01", seed.Next(4) switch { 0 => null, 1 => true, _ => false }, Custody("2010-03-01", offence: offences[seed.Next(4) * seed.Next(2)])))]);
            var safe = CustodyBriefing.Safe(held, _ => "White");
            var sets = new List<HashSet<Guid>> { held.Select(h => h.Person.Id).ToHashSet() };
            foreach (var table in BriefingTables.All.Where(t => safe.Of(t) is not null))
            {
                var rows = safe.Of(table)!;
                Math.Abs(rows.Sum(r => r.Count) - held.Count).ShouldBeLessThanOrEqualTo(2 * rows.Count);
                rows.ShouldAllBe(r => r.Count >= 5 && r.Count % 5 == 0);
                var named = rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
                sets.AddRange(held.GroupBy(h => named.Contains(table.RowOf(h, _ => "White")) ? table.RowOf(h, _ => "White") : BriefingTables.Others, StringComparer.Ordinal).Select(g => g.Select(h => h.Person.Id).ToHashSet()));
                shown++;
            }

            if (safe.Total is null)
            {
                continue;
            }

            foreach (var one in sets)
            {
                sets.ShouldAllBe(other => !one.IsProperSubsetOf(other) || one.Count == 0 || other.Count - one.Count >= 5);
            }
        }

        shown.ShouldBeGreaterThan(200);
    }
}
