using Throughgate.Domain.Sharing;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Stages;

/// <summary>Key stages and what is exchanged at each, as they are said; English, the keys of their Welsh.</summary>
public static class StageWords
{
    public static string Stage(string stage) => stage switch
    {
        KeyStages.Sentence => Words.Key("At sentence"),
        KeyStages.Planning => Words.Key("The first planning meeting"),
        KeyStages.Review => Words.Key("A review in custody"),
        KeyStages.BeforeRelease => Words.Key("Six weeks before release"),
        KeyStages.Release => Words.Key("Release"),
        _ => Words.Key("One month after release"),
    };

    public static string Item(string item) => item switch
    {
        "assessment" => Words.Key("The assessment"),
        "court_report" => Words.Key("Reports for the court"),
        "safety" => Words.Key("What is known of risk and safety"),
        "education_so_far" => Words.Key("Education and training so far"),
        "plan_aims" => Words.Key("What the plan is to bring about"),
        "who_comes" => Words.Key("Who comes to the meeting"),
        "home_news" => Words.Key("What has changed at home and outside"),
        "release_plan" => Words.Key("The plan for release"),
        "education_place" => Words.Key("The place in education or work"),
        "who_meets" => Words.Key("Who meets the young person"),
        "how_it_goes" => Words.Key("How the young person is getting on"),
        "arrived" => Words.Key("Arrival, and what was found then"),
        "named_contact" => Words.Key("A named contact"),
        "custody_plan" => Words.Key("The plan in custody"),
        "education_in_custody" => Words.Key("Education and training in custody"),
        "progress" => Words.Key("Progress and behaviour"),
        "date_changes" => Words.Key("Dates that changed"),
        "licence_draft" => Words.Key("Conditions that are thought of"),
        "health_summary" => Words.Key("What health needs after release"),
        "licence" => Words.Key("The licence or notice"),
        "belongings" => Words.Key("Belongings, money and papers"),
        _ => Words.Key("Certificates and school records"),
    };
}

public sealed record StageExchanged(string Stage, DateOnly StageOn, DateOnly On, IReadOnlyList<string> Items) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Exchanged between custody and YOT, {0}: {1}", words[StageWords.Stage(Stage)], string.Join("; ", Items.Select(i => words[StageWords.Item(i)].ToString()))];
}
