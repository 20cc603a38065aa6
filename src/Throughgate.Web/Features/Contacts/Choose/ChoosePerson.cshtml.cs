using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Contacts.Choose;

/// <summary>With whom a contact was, or is planned: one's own young people at a press, anybody of the scheme by search.</summary>
[Needs(Permission.RecordCasework)]
[Repeatable("it changes nothing")]
public sealed class ChoosePersonPage(Connection database, Visible visible, Actor actor, Seen seen, SearchText search, London london) : PageModel
{
    private const int Most = 60;

    /// <summary>What was searched for, sealed.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    /// <summary><c>plan</c>: a contact to come; otherwise one that was.</summary>
    [FromQuery(Name = "for")]
    public string? For { get; set; }

    public bool ToPlan => For == "plan";

    public string? Searched { get; private set; }

    public IReadOnlyList<CaseInView> Cases { get; private set; } = [];

    /// <summary>How many more there are than are listed.</summary>
    public int More { get; private set; }

    public DateOnly Today => london.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Searched = search.Read(Find);
        await using var connection = await database.OpenAsync(cancel: cancel);
        var hidden = await visible.HiddenAsync(cancel);
        var all = (await connection.CasesInViewAsync(actor.Scheme!, Today, cancel)).Where(c => !hidden.Contains(c.PersonId)).ToList();
        var found = Searched is { } text ? [.. all.Where(c => Matches(c, text))]
            : actor.WorkerId is { } me ? [.. all.Where(c => c.Allocations.Any(a => a.WorkerId == me))]
            : all;
        Cases = [.. found.Take(Most)];
        More = found.Count - Cases.Count;
        seen.People(Cases.Select(c => c.PersonId));
        if (Searched is { } asked)
        {
            seen.Searched(asked);
        }

        return Page();
    }

    /// <summary>The text goes in the form's body, and stands sealed in the address that follows: no name is ever in one.</summary>
    public IActionResult OnPost(string? q) =>
        LocalRedirect($"/contacts/choose?for={(ToPlan ? "plan" : "record")}{(string.IsNullOrWhiteSpace(q) ? "" : "&find=" + Uri.EscapeDataString(search.Protect(q.Trim())))}");

    public string Path(CaseInView of) => $"/young-people/{of.PersonId}/contacts/{(ToPlan ? "plan" : "record")}?programme={of.CaseId}";

    /// <summary>Every word begins a name, in any order; or the text is a reference.</summary>
    private static bool Matches(CaseInView of, string text)
    {
        var names = Names.Fold($"{of.FirstName} {of.LastName}").Split(' ');
        return string.Equals(of.PersonReference, text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(of.Reference, text, StringComparison.OrdinalIgnoreCase)
            || Names.Fold(text).Split(' ').All(word => names.Any(n => n.StartsWith(word, StringComparison.Ordinal)));
    }
}
