using Throughgate.Domain.Rules;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Duties;

/// <summary>The one action that ends a duty: what the button says (English, the key of its Welsh), and the page under the young person's.</summary>
public sealed record DutyAction(string Words, string Page);

/// <summary>Which page answers which rule. A rule that is answered elsewhere than on a page of casework is not here.</summary>
public static class ActionOf
{
    private static readonly Dictionary<string, DutyAction> ByRule = new(StringComparer.Ordinal)
    {
        ["REL-2"] = new(Words.Key("Record it"), "contacts/record"),
    };

    public static DutyAction? Of(Duty duty) => duty.IsOpen || duty.State == DutyState.Missed ? ByRule.GetValueOrDefault(duty.RuleId) : null;

    /// <summary>The address of the action, at the duty's programme; null where there is none.</summary>
    public static string? Href(Duty duty) => Of(duty) is { } action ? $"/young-people/{duty.PersonId}/{action.Page}?programme={duty.CaseId}" : null;
}
