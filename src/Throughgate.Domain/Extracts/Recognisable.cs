using Throughgate.Domain.Time;

namespace Throughgate.Domain.Extracts;

/// <summary>One way of writing a column: from fine to coarse, and last the same for everybody.</summary>
/// <param name="Called">English, the key of its Welsh, as are the values.</param>
/// <param name="Values">What can stand in it; empty for quarters and years.</param>
public sealed record Step(string Called, IReadOnlyList<string> Values, Func<Subject, string> Of);

/// <summary>A column by which somebody who knows a young person might find them again, with the steps by which it is made coarser.</summary>
public sealed record Recognisable(string Code, string Label, string Means, IReadOnlyList<Step> Steps);

/// <summary>The table of those columns: what is done, and what the sheet of definitions says, are read here.</summary>
public static class RecognisableBy
{
    public const string Any = "Any";
    public const string NotKnown = "Not known";

    private static readonly string[] Ages = ["10 to 13", "14 to 15", "16 to 17", "18 or over"];
    private static readonly string[] TwoAges = ["Under 16", "16 or over"];
    private static readonly string[] Genders = ["Female", "Male", NotKnown];
    private static readonly string[] Groups = ["White", "Mixed", "Asian or Asian British", "Black or Black British", "Chinese or other ethnic group", NotKnown];
    private static readonly string[] TwoGroups = ["White", "Any other ethnic group", NotKnown];
    private static readonly string[] Sentences = ["Detention and training order", "Longer detention", "Community sentence", "Remand", "Another disposal"];
    private static readonly string[] TwoSentences = ["In custody", "In the community"];
    private static readonly string[] YesNo = ["Yes", "No", NotKnown];

    private static readonly Step Same = new("the same for everybody", [Any], _ => Any);

    public static IReadOnlyList<Recognisable> Columns { get; } =
    [
        new(
            "age",
            "Age",
            "Age on the day of release, or of the start.",
            [new("in four bands", Ages, s => Ages[Years(s) switch { < 14 => 0, < 16 => 1, < 18 => 2, _ => 3 }]), new("in two bands", TwoAges, s => TwoAges[Years(s) < 16 ? 0 : 1]), Same]
        ),
        new("gender", "Gender", "As recorded.", [new("as recorded", Genders, s => s.Person.Gender switch { Domain.Genders.Female => Genders[0], Domain.Genders.Male => Genders[1], _ => NotKnown }), Same]),
        new(
            "ethnic-group",
            "Ethnic group",
            "Five groups of the 2001 census, and not known.",
            [
                new("five groups", Groups, s => s.EthnicGroup.Length == 0 ? NotKnown : s.EthnicGroup),
                new("two groups", TwoGroups, s => s.EthnicGroup.Length == 0 ? NotKnown : s.EthnicGroup == Groups[0] ? Groups[0] : TwoGroups[1]),
                Same,
            ]
        ),
        new(
            "sentence",
            "Kind of sentence",
            "Of the sentence to which the release, or the programme, belongs.",
            [
                new(
                    "in five kinds",
                    Sentences,
                    s => Sentences[s.Sentence.Kind switch { SentenceKind.Custodial when s.Sentence.Type == SentenceTypes.Dto => 0, SentenceKind.Custodial => 1, SentenceKind.Community => 2, SentenceKind.Remand => 3, _ => 4 }]
                ),
                new("custody or not", TwoSentences, s => TwoSentences[s.Sentence.IsCustodial || s.Sentence.Type == SentenceTypes.RemandCustody ? 0 : 1]),
                Same,
            ]
        ),
        new(
            "when",
            "When",
            "Financial quarter, or year, of the release or the start; never a day.",
            [new("by quarter", [], s => FinancialQuarter.OfDay(s.On) is var q ? $"{q.Year} Q{q.Number}" : ""), new("by year", [], s => FinancialQuarter.OfDay(s.On).Year), Same]
        ),
        new("looked-after", "Looked after", "As recorded.", [new("as recorded", YesNo, s => Said(s.Person.LookedAfter)), Same]),
        new("send", "Special educational needs or disability", "As recorded.", [new("as recorded", YesNo, s => Said(s.Person.Send)), Same]),
    ];

    private static int Years(Subject of) => Age.On(of.Person.DateOfBirth, of.On);

    private static string Said(bool? known) => known switch { true => YesNo[0], false => YesNo[1], null => NotKnown };
}
