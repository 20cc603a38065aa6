using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Sharing;

/// <summary>What is told about a young person, divided so that each part can be agreed to or refused by itself.</summary>
public static class Categories
{
    /// <summary>Name, date of birth, language.</summary>
    public const string Identity = "identity";

    /// <summary>Through whom and when the young person is reached; never where.</summary>
    public const string Arrangements = "arrangements";

    /// <summary>Address, establishment, school, where meetings are.</summary>
    public const string Whereabouts = "whereabouts";
    public const string Offence = "offence";
    public const string Plan = "plan";
    public const string Education = "education";
    public const string Accommodation = "accommodation";
    public const string Health = "health";
    public const string SubstanceMisuse = "substance_misuse";
    public const string Family = "family";
    public const string Risk = "risk";
    public const string Release = "release";

    /// <summary>In the order in which they are talked over.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Identity, Arrangements, Whereabouts, Offence, Plan, Education, Accommodation, Health, SubstanceMisuse, Family, Risk, Release];
}

public static class PartnerKinds
{
    public const string Police = "police";
    public const string Employer = "employer";

    public static IReadOnlyList<string> All { get; } =
        ["housing", "health", "mental_health", "substance_misuse", "education", "childrens_services", "voluntary", "custody", Police, Employer, "other"];

    /// <summary>Nothing by routine: each disclosure is one decision (INF-4).</summary>
    [Rule("INF-4")]
    public static bool OneByOne(string kind) => kind is Police or Employer;
}

/// <summary>On what something is shared. Consent is never counted among the bases that do without it.</summary>
public static class SharingBases
{
    public const string Consent = "consent";
    public const string Safeguarding = "safeguarding";
    public const string SeriousHarm = "serious_harm";
    public const string LegalDuty = "legal_duty";

    public static IReadOnlyList<string> WithoutConsent { get; } = [Safeguarding, SeriousHarm, LegalDuty];
}

public static class ConsentAnswers
{
    public const string Given = "given";
    public const string Refused = "refused";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> All { get; } = [Given, Refused, Withdrawn];
}
