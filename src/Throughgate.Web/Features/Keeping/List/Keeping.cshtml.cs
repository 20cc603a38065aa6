using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Keeping;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Keeping.List;

/// <summary>A list of the page: its title and what stands where nobody is on it (English, the keys of their Welsh).</summary>
public sealed record KeepingList(string Title, string Empty, IReadOnlyList<KeepingLine> Lines);

public sealed record KeepingLine(string Name, string Href, string Said, DateOnly On);

/// <summary>Records due for review, waiting for a second signature or their day, held, and erased.</summary>
[Needs(Permission.DecideKeeping)]
public sealed class KeepingPage(Visible visible, Db db, Actor actor, Seen seen, London london, Words words) : PageModel
{
    public IReadOnlyList<KeepingList> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (today, scheme, days) = (london.Today, actor.Scheme!, new Days(words));
        await db.Database.OpenConnectionAsync(cancel);
        var kept = (await ReadKeeping.OfSchemeAsync(db.Database.GetDbConnection(), scheme, today, cancel)).Where(r => r.Decides == scheme && r.Kept?.Until <= today).ToList();
        var disposals = await db.Set<Disposal>().AsNoTracking().Where(d => d.Scheme == scheme && d.StoppedAt == null).ToListAsync(cancel);
        var holds = await db.Set<Hold>().AsNoTracking().Where(h => h.Scheme == scheme && h.EndedAt == null).ToListAsync(cancel);
        var ids = kept.Select(k => k.PersonId).Concat(disposals.Select(d => d.PersonId)).Concat(holds.Select(h => h.PersonId)).ToHashSet();
        var names = await visible.Few(ids).Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        seen.People(names.Keys);
        var busy = disposals.Select(d => d.PersonId).Concat(holds.Select(h => h.PersonId)).ToHashSet();
        KeepingLine? Line(Guid person, string said, DateOnly on, string? href = null) => names.TryGetValue(person, out var name) ? new(name, href ?? $"/young-people/{person}/keeping", said, on) : null;
        KeepingList List(string title, string empty, IEnumerable<KeepingLine?> lines) => new(title, empty, [.. lines.OfType<KeepingLine>().OrderBy(l => l.On).ThenBy(l => l.Name, StringComparer.Ordinal)]);
        Lists =
        [
            List(Words.Key("Due for review"), Words.Key("No record is due for review. When its time is over it stands here."), kept.Where(k => !busy.Contains(k.PersonId)).Select(k => Line(k.PersonId, words["due since {0}", days.Plain(k.Kept!.Until)], k.Kept.Until))),
            List(Words.Key("Waiting for a second signature"), Words.Key("Nothing waits for a second signature."), disposals.Where(d => d is { SignedAt: null, DoneAt: null }).Select(d => Line(d.PersonId, words["proposed by {0}", d.ProposerName], d.DueOn))),
            List(Words.Key("Signed, and can still be stopped"), Words.Key("Nothing is about to be erased."), disposals.Where(d => d is { EraseOn: not null, DoneAt: null }).Select(d => Line(d.PersonId, words["erased from {0} on; signed by {1} and {2}", days.Plain(d.EraseOn!.Value), d.ProposerName, d.SignerName ?? ""], d.EraseOn!.Value))),
            List(Words.Key("Held"), Words.Key("No record is held."), holds.Select(h => Line(h.PersonId, words["held by {0} since {1}: {2}", h.ByName, days.Plain(DateOnly.FromDateTime(London.Civil(h.FromAt))), h.Reason], DateOnly.FromDateTime(London.Civil(h.FromAt))))),
            List(Words.Key("Erased"), Words.Key("No record was erased yet. Each leaves a certificate here."), disposals.Where(d => d.DoneAt is not null).Select(d => Line(d.PersonId, days.Plain(DateOnly.FromDateTime(London.Civil(d.DoneAt!.Value))), DateOnly.FromDateTime(London.Civil(d.DoneAt.Value)), $"/keeping/{d.Id}"))),
        ];
    }
}
