using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughgate.Domain;
using Throughgate.Domain.Plans;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Print;

/// <summary>The plan on a page, in plain words, said by the young person: what I want, what I do, who helps me, by when.</summary>
public static class PlanInPlainWords
{
    public static IHtmlContent Of(Plan plan, string name, Words words)
    {
        var days = new Days(words);
        return Markup.Of("article", "tg-myplan",
            Markup.Of("h1", null, words["My plan"]),
            Markup.Of("p", null, plan.IsAgreed ? words["{0}. I said yes to this plan on {1}.", name, days.Plain(plan.PersonOn!.Value)] : words["{0}. This plan is not finished yet.", name]),
            plan.OwnWords is { } own ? Markup.Several(Markup.Of("h2", null, words["What I say"]), Markup.Of("blockquote", null, own)) : null,
            plan.ContactMinutes is { } minutes ? Markup.Of("p", null, words["We spend about {0} hours together each week.", Draw.DrawPlanPage.InHours(minutes)]) : null,
            plan.Pathways.Where(p => !p.NoNeed && p.IsBegun).Select(p => Of(p, words, days)),
            Markup.Of("p", "tg-myplan__sign", words["My name: ______________________"]),
            Markup.Of("p", null, words["My worker: ______________________"]));
    }

    private static TagBuilder Of(PlanPathway pathway, Words words, Days days) =>
        Markup.Of("section", null,
            Markup.Of("h2", null, words[Heading(pathway.Pathway)]),
            pathway.Goal is { } goal ? Markup.Of("p", null, Markup.Of("strong", null, words["What I want:"]), " ", goal) : null,
            pathway.Actions.Count == 0 ? null : Markup.Of("ul", null, pathway.Actions.Select(a => Markup.Of("li", null, Said(a, words, days)))),
            pathway.Lasting is { } lasting ? Markup.Of("p", null, Markup.Of("strong", null, words["What goes on later:"]), " ", lasting) : null);

    private static string Said(PlanAction action, Words words, Days days)
    {
        var who = action.Who switch
        {
            PlanActors.YoungPerson => words["I do this:"].ToString(),
            "family" => words["My family does this:"],
            "worker" => words["My worker does this:"],
            "establishment" => words["The staff where I am held do this:"],
            "partner" when action.Partner is { } partner => words["{0} does this:", partner],
            "gap" => words["We still look for somebody to do this:"],
            _ => words["Somebody else does this:"],
        };
        var when = action.DoneOn is not null ? words["Done!"].ToString() : action.ByOn is { } by ? words["By {0}.", days.Plain(by)] : "";
        return $"{who} {action.What}{(action.What.EndsWith('.') ? "" : ".")} {when}".TrimEnd();
    }

    private static string Heading(string pathway) => pathway switch
    {
        "case_management" => Words.Key("People who help me"),
        "accommodation" => Words.Key("Where I live"),
        "ete" => Words.Key("School, training and work"),
        "health" => Words.Key("My health"),
        "substance_misuse" => Words.Key("Drugs and drink"),
        "families" => Words.Key("My family and friends"),
        _ => Words.Key("My money"),
    };
}
