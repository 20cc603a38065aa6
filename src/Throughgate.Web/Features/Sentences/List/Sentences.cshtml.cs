using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Sentences.List;

/// <summary>One sentence with all its dates and places, newest first, and what can be done about it.</summary>
/// <param name="MissingSince">REL-14: by when the expected release should have been known; null where it is, or nobody waits for it.</param>
/// <param name="LastDay">Last day of support (OPN-6) by this sentence alone; null while its end is not known.</param>
public sealed record SentenceShown(
    SentenceFacts Facts,
    IReadOnlyList<SentenceDate> Expected,
    IReadOnlyList<SentenceDate> Ends,
    IReadOnlyList<Placement> Places,
    SentenceFacts? Return,
    DateOnly? MissingSince,
    DateOnly? LastDay
)
{
    public bool Held => Facts.Kind is SentenceKind.Custodial or SentenceKind.Remand;
}

/// <summary>Sentences, remands and custody of one young person, and the way to everything that can change about them.</summary>
[Needs(Permission.SeePerson)]
public sealed class SentencesPage(Visible visible, Db db, Actor actor, London london, WorkingCalendar calendar) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<SentenceShown> Sentences { get; private set; } = [];

    /// <summary>Programmes of this scheme in view, each with the last day of support.</summary>
    public IReadOnlyList<(CaseFacts Case, DateOnly? LastDay)> Programmes { get; private set; } = [];

    public DateOnly Today => london.Today;

    public bool MayMend => actor.May(Permission.MendRecord);

    public string To(Guid sentence, string page) => $"/young-people/{Person.Id}/sentences/{sentence}/{page}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var facts = (await connection.FactsOfAsync([id], Gather.None, cancel)).Single();
        var figures = await connection.FiguresOfAsync(actor.Scheme ?? "", cancel);
        var kept = (await visible.UndisclosedAsync(cancel)).Contains(id);
        var shown = new List<SentenceShown>();
        foreach (var sentence in facts.Sentences.Reverse())
        {
            var dates = await visible.OfSentence<SentenceDate>(sentence.Id).AsNoTracking().OrderByDescending(d => d.Position).ToListAsync(cancel);
            var places = await visible.OfSentence<Placement>(sentence.Id).AsNoTracking().OrderByDescending(p => p.Position).ToListAsync(cancel);
            if (kept)
            {
                places.ForEach(p => p.Establishment = null);
            }

            shown.Add(new(
                sentence,
                [.. dates.Where(d => d.What == SentenceDate.ExpectedRelease)],
                [.. dates.Where(d => d.What == SentenceDate.Ends)],
                places,
                facts.Sentences.FirstOrDefault(s => s.Follows == sentence.Id),
                ReleaseDateKnown.MissingSince(sentence, Today, calendar, figures),
                LastDayOfSupport.Of(sentence, Today, figures)
            ));
        }

        Sentences = shown;
        Programmes = [.. facts.Cases.Where(c => c.Scheme == actor.Scheme && c.InViewOn(Today)).Select(c => (c, LastDayOfSupport.Of(c, Today, figures)))];
        return Page();
    }
}
