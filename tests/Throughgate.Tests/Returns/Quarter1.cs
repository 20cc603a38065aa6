using System.Globalization;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.Education;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Sentences;

namespace Throughgate.Tests.Returns;

/// <summary>Facts for worked examples of the return of Leeds for April to June 2010; days are written as in a bundle.</summary>
internal static class Quarter1
{
    public static readonly ReturnQuestion InPeriod = new()
    {
        Scheme = "leeds",
        Yots = new HashSet<string> { "leeds" },
        Quarter = new(2010, 1),
        Reading = Reading.InPeriod,
        Ethnicities = ["W1", "B1"],
        Offences = ["robbery", "arson"],
    };

    public static readonly ReturnQuestion ByPeriodEnd = InPeriod with { Reading = Reading.ByPeriodEnd };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? MaybeDay(string? text) => text is null ? null : Day(text);

    /// <summary>Sixteen on the sentences' arrest day, a resident of Leeds.</summary>
    public static PersonFacts Person(string reference = "P1", string born = "1994-01-01", string gender = "male", string ethnicity = "W1") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            DateOfBirth = Day(born),
            Gender = gender,
            Ethnicity = ethnicity,
            Residences = [new("leeds", new(Day("2000-01-01"), null))],
        };

    public static SentenceFacts Custodial(string reference = "S1", string? released = "2010-05-01", string? arrested = "2010-01-01") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            Type = "dto",
            Kind = SentenceKind.Custodial,
            MainOffence = "robbery",
            ArrestedOn = MaybeDay(arrested),
            SentencedOn = Day("2010-01-20"),
            ReleasedOn = MaybeDay(released),
        };

    public static SentenceFacts Community(string reference = "S2") =>
        Custodial(reference, released: null) with { Type = "yro", Kind = SentenceKind.Community, MainOffence = "arson" };

    /// <summary>A case of Leeds; both agreed on the day of its start.</summary>
    public static CaseFacts Case(
        SentenceFacts sentence,
        string reference = "C1",
        string? start = "2010-04-10",
        string? closed = null,
        string reason = "no_longer_helps"
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            PersonId = Guid.Empty,
            Scheme = "leeds",
            Sentence = sentence,
            ReferredOn = Day("2010-01-25"),
            PlanAgreedByPersonOn = MaybeDay(start),
            PlanAgreedByYotOn = MaybeDay(start),
            ClosedOn = MaybeDay(closed),
            ClosingReason = closed is null ? null : reason,
        };

    public static PersonFacts With(this PersonFacts person, params SentenceFacts[] sentences) => person with { Sentences = sentences };

    public static PersonFacts With(this PersonFacts person, params CaseFacts[] cases) =>
        person with
        {
            Cases = cases,
            Sentences = [.. person.Sentences.Union(cases.Select(c => c.Sentence))],
        };

    public static PersonFacts LivingIn(this PersonFacts person, params (string Yot, string From, string? To)[] residences) =>
        person with { Residences = [.. residences.Select(r => new Residence(r.Yot, new(Day(r.From), MaybeDay(r.To))))] };

    public static Assessment Asset(string on, string purpose, int? score) =>
        new(Day(on), purpose, [.. Enumerable.Repeat(score, 12)]);

    public static EteRow Ete(string week, decimal hours, string? unable = null) => new(Day(week), hours, "school", unable);

    public static QuarterlyReturn Reckon(this PersonFacts person, ReturnQuestion? question = null) =>
        QuarterlyReturn.Reckon([person], question ?? InPeriod);

    public static QuarterlyReturn Reckon(params PersonFacts[] people) => QuarterlyReturn.Reckon(people, InPeriod);

    public static int Released(this QuarterlyReturn figures) => figures.I1.Total(Tables.Released).Value;

    public static int ReleasedStarted(this QuarterlyReturn figures) => figures.I1.Total(Tables.ReleasedStarted).Value;

    public static int CommunityStarted(this QuarterlyReturn figures) => figures.I1.Total(Tables.CommunityStarted).Value;

    public static int Completing(this QuarterlyReturn figures) => figures.Find("I4", "", Tables.Completing)!.Value;

    public static int FullTime(this QuarterlyReturn figures) => figures.Find("I4", "", Tables.InFullTimeEte)!.Value;

    public static bool Holds(this QuarterlyReturn figures, string check) => figures.Checks.Single(c => c.Code == check).Holds;

    public static IReadOnlyList<string> Cases(this QuarterlyReturn figures, string check) => figures.Checks.Single(c => c.Code == check).Cases;
}
