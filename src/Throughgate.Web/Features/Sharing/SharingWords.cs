using Throughgate.Domain.Sharing;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing;

/// <summary>The codes of sharing as they are said; English, the keys of their Welsh.</summary>
public static class SharingWords
{
    public static IReadOnlyDictionary<string, string> Category { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Categories.Identity] = Words.Key("Who you are: name, date of birth, language"),
        [Categories.Arrangements] = Words.Key("How you are reached and when you meet"),
        [Categories.Whereabouts] = Words.Key("Where you live, learn and meet"),
        [Categories.Offence] = Words.Key("Offence and sentence"),
        [Categories.Plan] = Words.Key("Your plan and who does what"),
        [Categories.Education] = Words.Key("School, training and work"),
        [Categories.Accommodation] = Words.Key("What kind of home you need"),
        [Categories.Health] = Words.Key("Your health"),
        [Categories.SubstanceMisuse] = Words.Key("Alcohol and drugs"),
        [Categories.Family] = Words.Key("Your family and who matters to you"),
        [Categories.Risk] = Words.Key("Risk and worries"),
        [Categories.Release] = Words.Key("Your release and what is ready for it"),
    };

    /// <summary>What stands about evaluation and research; null where nobody asked.</summary>
    public static string Statistics(string? answer) => answer switch
    {
        ConsentAnswers.Given => Words.Key("Yes: the record may be used for evaluation, without the name"),
        ConsentAnswers.Refused => Words.Key("No: the record is not used for evaluation"),
        ConsentAnswers.Withdrawn => Words.Key("Taken back: the record is not used for evaluation any more"),
        _ => Words.Key("Not asked, so the record is not used for evaluation"),
    };

    public static IReadOnlyDictionary<string, string> Kind { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["housing"] = Words.Key("Housing"),
        ["health"] = Words.Key("Health"),
        ["mental_health"] = Words.Key("Mental health"),
        ["substance_misuse"] = Words.Key("Substance misuse"),
        ["education"] = Words.Key("Education and training"),
        ["childrens_services"] = Words.Key("Children’s services"),
        ["voluntary"] = Words.Key("Voluntary organisation"),
        ["custody"] = Words.Key("Secure estate"),
        [PartnerKinds.Police] = Words.Key("Police"),
        [PartnerKinds.Employer] = Words.Key("Employer"),
        ["other"] = Words.Key("Another agency"),
    };

    public static IReadOnlyDictionary<string, string> Basis { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [SharingBases.Consent] = Words.Key("The young person agreed"),
        [SharingBases.Safeguarding] = Words.Key("Safeguarding"),
        [SharingBases.SeriousHarm] = Words.Key("To prevent serious harm"),
        [SharingBases.LegalDuty] = Words.Key("A duty in law"),
    };

    public static string WhyNot(WhyNotShared why) => why switch
    {
        WhyNotShared.PartnerEnded => Words.Key("the scheme does not work with them today"),
        WhyNotShared.ProgrammeEnded => Words.Key("the programme is closed"),
        WhyNotShared.OneDecisionEach => Words.Key("nothing by routine: each time is a decision of its own"),
        WhyNotShared.NoAgreement => Words.Key("there is no agreement with them today"),
        WhyNotShared.NoProtocol => Words.Key("their agreement has no information-sharing protocol"),
        WhyNotShared.NotInAgreement => Words.Key("the agreement with them does not allow it"),
        WhyNotShared.DoNotDisclose => Words.Key("where the young person is may not be told to anybody"),
        WhyNotShared.NeverAsked => Words.Key("the young person has not been asked"),
        WhyNotShared.Refused => Words.Key("the young person said no"),
        WhyNotShared.Withdrawn => Words.Key("the young person took their consent back"),
        WhyNotShared.Expired => Words.Key("the consent has run out"),
        WhyNotShared.WaitsForSecondPerson => Words.Key("a second person has to confirm the decision"),
        _ => Words.Key("the decision has ended"),
    };

    public static string Answer(string answer) => answer switch
    {
        ConsentAnswers.Given => Words.Key("Yes"),
        ConsentAnswers.Refused => Words.Key("No"),
        _ => Words.Key("Taken back"),
    };

    public static IReadOnlyList<Choice> Choices(this IReadOnlyDictionary<string, string> codes, Words words) => [.. codes.Select(c => new Choice(c.Key, words[c.Value]))];

    /// <summary>The categories in their order, as one line.</summary>
    public static string Several(IEnumerable<string> categories, Words words)
    {
        var these = categories.ToHashSet(StringComparer.Ordinal);
        return string.Join("; ", Categories.All.Where(these.Contains).Select(c => words[Category[c]].ToString()));
    }
}
