using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Item;

/// <summary>One item of a release: not started, booked, done or not needed, by whom and when. Answered here from the board and from the young person's page.</summary>
[Needs(Permission.RecordCasework)]
public sealed class AnswerItemPage(Visible visible, Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>"board" where the answer came from the board and leads back to it.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? ByWhom { get; set; }

    [BindProperty]
    public DateOnly? ForOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Key of what is recorded already; null where nothing is.</summary>
    public Guid? Held => _held?.Id;

    public string Item { get; private set; } = "";

    /// <summary>In the reader's language.</summary>
    public string Called { get; private set; } = "";

    public Conflict? Conflict { get; private set; }

    public string Back => From == "board" ? "/release" : Of.To("release");

    private ReleaseItemRow? _held;
    private string? _own;
    private DateOnly _since;

    public async Task<IActionResult> OnGetAsync(Guid id, string item, CancellationToken cancel)
    {
        if (!await FindAsync(id, item, cancel))
        {
            return NotFound();
        }

        if (_held is { } held)
        {
            (State, On, ByWhom, ForOn, Note, Version) = (held.State, held.StateOn, held.ByWhom, held.ForOn, held.Note, held.Version);
        }
        else
        {
            (State, On) = (ReleaseItemStates.Done, london.Today);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string item, CancellationToken cancel)
    {
        if (!await FindAsync(id, item, cancel))
        {
            return NotFound();
        }

        if (Said() is not { } said)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if ((_held?.Version ?? 0) != Version)
        {
            return await BothAsync(said, cancel);
        }

        await new AnswerItem(db, actor, time).RunAsync(Of, _held, Version, Item, _own, said);
        return LocalRedirect(Back);
    }

    private async Task<bool> FindAsync(Guid id, string item, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        var own = await OwnItems.OfAsync(db, of.Case.Scheme, cancel);
        if (!own.Has(item))
        {
            return false;
        }

        (Of, Item, _own) = (of, item, ReleaseWords.Item(item) is null ? own.Called(item) : null);
        Called = _own ?? words[own.Called(item)];
        _since = (await CustodyNow.OfAsync(visible, of, london.Today, cancel)).Since;
        _held = await visible.OfCase<ReleaseItemRow>(of.Case.Id).Where(i => i.Item == item && i.StateOn >= _since).OrderBy(i => i.Id).FirstOrDefaultAsync(cancel);
        return true;
    }

    private ItemSaid? Said()
    {
        ModelState.Must(State is not null && ReleaseItemStates.All.Contains(State), nameof(State), Words.Key("Choose how far it is"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must((ByWhom?.Length ?? 0) <= 200, nameof(ByWhom), Words.Key("This is longer than 200 characters: shorten it"));
        ModelState.Must((Note?.Length ?? 0) <= 2000, nameof(Note), Words.Key("This is longer than 2,000 characters: shorten it"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        var said = new ItemSaid(State!, On!.Value, ByWhom.OrNothing(), ForOn, Note.OrNothing());
        foreach (var (field, problem) in AnswerItem.Problems(Item, said, _since, london.Today))
        {
            ModelState.AddModelError(field, problem);
        }

        return ModelState.ErrorCount > 0 ? null : said;
    }

    private async Task<IActionResult> BothAsync(ItemSaid mine, CancellationToken cancel)
    {
        var (held, days) = (_held is null ? null : AnswerItem.Said(_held), new Days(words));
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            new(words["How far is it?"], words[ReleaseWords.State(mine.State)], words[ReleaseWords.State(held?.State)]),
            new(words["Since"], days.Short(mine.On), held is null ? null : days.Short(held.On)),
            new(words["By whom?"], mine.ByWhom, held?.ByWhom),
            new(words["For which day?"], mine.ForOn is { } m ? days.Short(m) : null, held?.ForOn is { } h ? days.Short(h) : null),
            new(words["Note"], mine.Note, held?.Note)
        );
        ModelState.Remove(nameof(Version));
        Version = _held?.Version ?? 0;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
