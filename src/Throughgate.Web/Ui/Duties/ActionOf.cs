using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Care;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Duties;

/// <summary>The one action that ends a duty: what the button says (English, the key of its Welsh), and the page under the young person's.</summary>
/// <param name="Asked">What the page is to have filled in, as it stands in an address: <c>kind=position</c>.</param>
public sealed record DutyAction(string Words, string Page, string? Asked = null);

/// <summary>Which page answers which rule. A rule that is answered elsewhere than on a page of casework is not here.</summary>
public static class ActionOf
{
    private static readonly Dictionary<string, DutyAction> ByRule = new(StringComparer.Ordinal)
    {
        ["FAM-3"] = new(Words.Key("Record a discussion"), "people/discussed"),
        ["INF-8"] = new(Words.Key("Open the stages"), "stages"),
        ["INF-3"] = new(Words.Key("Go over it"), "sharing/talk"),
        ["ELG-5"] = new(Words.Key("Open a case"), "programmes/open"),
        ["FAM-4"] = new(Words.Key("Record a contact"), "contacts/record", "kind=social_worker"),
        ["OPN-7"] = new(Words.Key("Record the decision"), "decide/order-end"),
        ["OPN-11"] = new(Words.Key("Close the programme"), "close"),
        ["OPN-12"] = new(Words.Key("Say what they answered"), "stop"),
        ["OPN-13"] = new(Words.Key("Record the decision"), "decide/turning-18"),
        ["REL-13"] = new(Words.Key("Say what happened"), "sentences"),
        ["REL-1"] = new(Words.Key("Say who meets them"), "release/items/who_meets"),
        ["REL-2"] = new(Words.Key("Record it"), "contacts/record"),
        ["REL-3"] = new(Words.Key("Add or confirm an address"), "accommodation/record"),
        ["REL-5"] = new(Words.Key("Record that they were told"), "accommodation/record"),
        ["REL-6"] = new(Words.Key("Open the list"), "release"),
        ["REL-7"] = new(Words.Key("Record it"), "release"),
        ["REL-9"] = new(Words.Key("Answer it together"), "release"),
        ["REL-10"] = new(Words.Key("Record it"), "release/told/progress_fed_back"),
        ["OFR-1"] = new(Words.Key("Record an offer"), "offers/record"),
        ["OFR-2"] = new(Words.Key("Record an offer"), "offers/record"),
        ["OFR-3"] = new(Words.Key("Record an offer"), "offers/record"),
        ["OFR-6"] = new(Words.Key("Record an offer"), "offers/record"),
        ["PLN-4"] = new(Words.Key("Record it"), "reviews/record"),
        ["RSK-2"] = new(Words.Key("Open the concern"), "concerns"),
        ["OPN-3"] = new(Words.Key("Record it"), "reviews/record", "kind=position"),
        ["PLN-1"] = new(Words.Key("Name somebody"), "lead-professional"),
        ["PLN-2"] = new(Words.Key("Write the plan"), "plan"),
        ["PLN-7"] = new(Words.Key("Check it"), "plan/check"),
        ["PLN-9"] = new(Words.Key("Agree it"), "plan/agree"),
    };

    public static DutyAction? Of(Duty duty) =>
        !duty.IsOpen && duty.State != DutyState.Missed ? null
        : EventReview.Rules.Contains(duty.Rule) ? new(Words.Key("Record it"), "reviews/record", "kind=" + EventReview.KindFor(duty.Rule))
        : duty.Rule == SocialWorkerContacted.Named ? new(Words.Key("Name somebody"), "people/record", "kind=social_worker")
        : ByRule.GetValueOrDefault(duty.RuleId);

    /// <summary>Where a case is opened for somebody who is not on the books (ELG-5): a duty before there is a programme.</summary>
    public static string Href(NotOnTheBooks missing) => $"/young-people/{missing.Person.Id}/{ByRule[NotOnTheBooks.Citation.Rule].Page}?sentence={missing.Sentence.Id}";

    /// <summary>The address of the action, at the duty's programme; null where there is none.</summary>
    public static string? Href(Duty duty) => Of(duty) is { } action ? $"/young-people/{duty.PersonId}/{action.Page}?programme={duty.CaseId}{(action.Asked is null ? "" : "&" + action.Asked)}" : null;
}

/// <summary><c>&lt;tg-act duty="duty" /&gt;</c>: the one action that ends a duty, for whoever records casework and looks at today; else nothing.</summary>
[HtmlTargetElement("tg-act", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ActTag(Words words, Actor actor, DayAsked day) : Pattern
{
    public required Duty Duty { get; set; }

    protected override IHtmlContent? Draw(IHtmlContent? content, Bearer bearer) =>
        !actor.May(Permission.RecordCasework) || day.IsAnother || ActionOf.Of(Duty) is not { } action
            ? null
            : bearer.Give(Markup.Link(ActionOf.Href(Duty)!, words[action.Words], Markup.Hidden(": ", words[Duty.Rule.Asks])));
}
