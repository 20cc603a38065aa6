using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Around;

/// <summary>The kinds of people around a young person, as they are said.</summary>
public static class Kinds
{
    public const string SocialWorker = "social_worker";

    public static IReadOnlyList<(string Code, string Called)> All { get; } =
    [
        ("parent", Words.Key("Parent")),
        ("carer", Words.Key("Carer or other family")),
        ("partner", Words.Key("Partner")),
        (SocialWorker, Words.Key("Social worker")),
        ("residential_staff", Words.Key("Residential staff")),
        ("leaving_care_adviser", Words.Key("Leaving-care adviser")),
        ("other", Words.Key("Somebody else")),
    ];

    public static string Called(string kind) => All.FirstOrDefault(k => k.Code == kind).Called ?? kind;
}

public sealed record PersonAroundRecorded(Guid Row, string AroundKind, string Name, bool NotToBeContacted) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        NotToBeContacted ? words["{0} recorded: {1}, not to be contacted", words[Kinds.Called(AroundKind)], Name] : words["{0} recorded: {1}", words[Kinds.Called(AroundKind)], Name];
}

public sealed record PersonAroundCorrected(Guid Row, string AroundKind, string Name, IReadOnlyDictionary<string, string?> Was, IReadOnlyDictionary<string, string?> Is) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} corrected: {1}", words[Kinds.Called(AroundKind)], Name];
}

public sealed record PersonAroundVoided(Guid Row, string AroundKind, string Name) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} taken out: {1}", words[Kinds.Called(AroundKind)], Name];
}

public sealed record CareDiscussed(DateOnly On, string WithWhom) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Discussed with children’s services on {0}: {1}", new Days(words).Plain(On), WithWhom];
}

internal static class Cells
{
    public static Dictionary<string, string?> Of(PersonAround row) =>
        new(StringComparer.Ordinal)
        {
            ["kind"] = row.Kind,
            ["name"] = row.Name,
            ["relation"] = row.Relation,
            ["phone"] = row.Phone,
            ["email"] = row.Email,
            ["how_to_reach"] = row.HowToReach,
            ["not_to_be_contacted"] = row.NotToBeContacted ? "yes" : "no",
            ["why_not"] = row.WhyNot,
            ["parental_responsibility"] = row.HasParentalResponsibility ? "yes" : "no",
            ["to"] = row.ToOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
}
