using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Practice.List;

/// <summary>What schemes tried, for all who see figures to read; a scheme manager finds their own drafts here.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeCounts])]
public sealed class PracticeListPage(Db db, Actor actor) : PageModel
{
    public bool MayWrite => actor.May(Permission.ManageScheme);

    /// <summary>Of the manager's own scheme.</summary>
    public IReadOnlyList<NoteInList> Own { get; private set; } = [];

    public IReadOnlyList<NoteInList> Published { get; private set; } = [];

    /// <summary>The pathway chosen; null for all.</summary>
    public string? Pathway { get; private set; }

    public async Task OnGetAsync(string? pathway, CancellationToken cancel)
    {
        Pathway = pathway is not null && Reference.Instance.Has("pathway", pathway) ? pathway : null;
        Own = MayWrite ? await db.NotesOfSchemeAsync(actor.Scheme!, cancel) : [];
        Published = await db.PublishedNotesAsync(Pathway, null, cancel);
    }
}
