using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals.Open;

/// <summary>Opens a case for a young person who is known already: from the list of those not on the books it is one press (ELG-5).</summary>
[Needs(Permission.MendRecord)]
[Rule("ELG-5")]
public sealed class OpenCasePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PersonPage(london, words)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Sentence { get; set; }

    [BindProperty]
    public DateOnly? ReferredOn { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Sentences that no case of this scheme stands on, newest first.</summary>
    public IReadOnlyList<Sentence> Free { get; private set; } = [];

    public IEnumerable<Choice> Choices => Free.Select(s => new Choice(s.Id.ToString(), $"{Words[Reference.Instance.Label("sentence", s.Type)]}, {new Days(Words).Plain(s.SentencedOn)}"));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (Sentence, ReferredOn) = (Sentence ?? (Free.Count > 0 ? Free[0].Id : null), Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var sentence = Free.FirstOrDefault(s => s.Id == Sentence);
        Must(sentence is not null, nameof(Sentence), Words.Key("Choose a sentence that no case stands on yet"));
        MustBe(ReferredOn, nameof(ReferredOn), Words.Key("Enter the day of referral"), Person.DateOfBirth, Words.Key("This is before the young person was born"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        var row = NewCase.For(id, actor.Scheme!, sentence!.Id, ReferredOn!.Value);
        db.Add(row);
        await db.SaveAsync(actor, time, new CaseOpened(row.Id, row.Scheme, row.SentenceId, row.ReferredOn) { PersonId = id, CaseId = row.Id });
        return LocalRedirect($"/young-people/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        var scheme = actor.Scheme;
        var sentences = await visible.OfPerson<Sentence>(id).AsNoTracking().OrderByDescending(s => s.SentencedOn).ToListAsync(cancel);
        var cases = await visible.OfPerson<Case>(id).AsNoTracking().Where(c => c.Scheme == scheme).ToListAsync(cancel);
        Free = [.. sentences.Where(s => cases.TrueForAll(c => c.SentenceId != s.Id))];
        return true;
    }
}
