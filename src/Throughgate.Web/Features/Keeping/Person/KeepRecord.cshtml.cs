using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Keeping;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Keeping;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Keeping.Person;

/// <summary>Until when one record is kept; hold it, propose to erase it, sign that as the second person, or stop it.</summary>
[Needs(Permission.DecideKeeping)]
public sealed class KeepRecordPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures, Words words) : PageModel
{
    public const string SetHold = "hold";
    public const string EndHold = "end_hold";
    public const string Propose = "propose";
    public const string Sign = "sign";
    public const string Stop = "stop";

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the page showed, so that nobody signs what they did not see.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public Data.Rows.Person Person { get; private set; } = null!;

    public string Name => $"{Person.FirstName} {Person.LastName}";

    public Hold? Hold { get; private set; }

    /// <summary>On its way; null where nothing is proposed.</summary>
    public Disposal? Disposal { get; private set; }

    public string Until { get; private set; } = "";

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    private Kept? _kept;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Shown = State;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Choices.Any(c => c.Value == Do), nameof(Do), Words.Key("Choose what is to be done"));
        ModelState.Must(Do is Propose or Sign || Reason.OrNothing() is { Length: <= 2000 }, nameof(Reason), Words.Key("Say why, in at most 2,000 characters"));
        if (Shown != State)
        {
            ModelState.Clear();
            ModelState.AddModelError("", Words.Key("Somebody changed this while you were here. Look at it again, then decide."));
            Shown = State;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var happened = await DoAsync(cancel);
        await db.SaveAsync(actor, time, happened with { PersonId = id, Why = Do is Propose or Sign ? null : Reason.OrNothing() });
        return LocalRedirect($"/young-people/{id}/keeping");
    }

    private string State => $"{Hold?.Id}/{Hold?.Version}/{Disposal?.Id}/{Disposal?.Version}";

    private async Task<HistoryEvent> DoAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        switch (Do)
        {
            case SetHold:
                var hold = new Hold { PersonId = Person.Id, Scheme = actor.Scheme!, Reason = Reason.OrNothing()!, FromAt = now, ByName = actor.Name };
                db.Add(hold);
                return new HoldSet(hold.Id);
            case EndHold:
                Hold!.Correct(Hold!.Version);
                (Hold.EndedAt, Hold.EndedBy, Hold.EndReason) = (now, actor.Name, Reason.OrNothing());
                return new HoldEnded(Hold.Id);
            case Propose:
                var proposed = new Disposal { PersonId = Person.Id, Scheme = actor.Scheme!, Reference = Erase.HashOf(Person.Reference), Basis = _kept!.Basis, DueOn = _kept.Until, ProposedAt = now, ProposedBy = actor.Id!.Value, ProposerName = actor.Name };
                db.Add(proposed);
                return new ErasingProposed(proposed.Id, proposed.Basis, proposed.DueOn);
            case Sign:
                Disposal!.Correct(Disposal!.Version);
                var days = (await figures.ReadAsync(cancel)).InForce(KeptUntil.ToStop, london.Today).Value;
                (Disposal.SignedAt, Disposal.SignedBy, Disposal.SignerName, Disposal.EraseOn) = (now, actor.Id, actor.Name, london.Today.AddDays(days));
                return new ErasingSigned(Disposal.Id, Disposal.EraseOn.Value);
            default:
                Disposal!.Correct(Disposal!.Version);
                (Disposal.StoppedAt, Disposal.StoppedBy, Disposal.StopReason) = (now, actor.Name, Reason.OrNothing());
                return new ErasingStopped(Disposal.Id);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        await db.Database.OpenConnectionAsync(cancel);
        var record = await ReadKeeping.OfPersonAsync(db.Database.GetDbConnection(), actor.Scheme!, id, london.Today, cancel);
        _kept = record?.Kept;
        Hold = await visible.OfPerson<Hold>(id).FirstOrDefaultAsync(h => h.EndedAt == null, cancel);
        Disposal = await visible.OfPerson<Disposal>(id).FirstOrDefaultAsync(d => d.StoppedAt == null && d.DoneAt == null, cancel);
        var days = new Days(words);
        var decides = record?.Decides == actor.Scheme;
        Until = record is null ? words["There is no programme, or the record was erased: nothing is due."]
            : _kept is null ? words["A programme is open: the record is kept."]
            : !decides ? words["Another scheme closed its programme later, and decides."]
            : _kept.Until > london.Today ? words["Kept until {0}.", days.Plain(_kept.Until)]
            : words["The time to keep it was over on {0}.", days.Plain(_kept.Until)];
        var clear = decides && KeptUntil.InTheWay(_kept, Hold is not null, london.Today) is null;
        (bool May, string Code, string Called)[] all =
        [
            (record is not null && Hold is null, SetHold, words["Hold it: it must not be erased"]),
            (Hold is not null, EndHold, words["End the hold"]),
            (clear && Disposal is null, Propose, words["Propose to erase it"]),
            (clear && Disposal is { SignedAt: null } && Disposal.ProposedBy != actor.Id, Sign, words["Sign as the second person: it is erased after the days to stop it"]),
            (Disposal is not null, Stop, words["Stop erasing"]),
        ];
        Choices = [.. all.Where(c => c.May).Select(c => new Choice(c.Code, c.Called))];
        return true;
    }
}
