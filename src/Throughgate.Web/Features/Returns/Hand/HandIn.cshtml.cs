using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>Check the figures, then submit them: each needs what the page showed, by its seal (RET-2, RET-3).</summary>
[Needs(Permission.HandInReturn)]
public sealed class HandInPage(Actor actor, ReadHanding read, SubmitReturn submit, ReturnBook book, WhoSigns signs, Visible visible, Seen seen) : PageModel
{
    public const string Check = "check";
    public const string Submit = "submit";
    public const string Nil = "nil";

    private const int MostWords = 1000;

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Seal of the figures that the page showed.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public ReturnAddress Address { get; private set; } = null!;

    public Reading Reading { get; private set; }

    public Handing Handing { get; private set; } = null!;

    /// <summary>Since the version that is handed in; empty where there is none.</summary>
    public IReadOnlyList<CellChange> Changes { get; private set; } = [];

    /// <summary>Who can sign the version that waits; null where none does.</summary>
    public IReadOnlyList<string>? Signers { get; private set; }

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    public bool MayAccept => actor.May(Permission.SignReturn);

    public bool IsChecked => Handing.Standing.IsChecked(Handing.Seal);

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        Shown = Handing.Seal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        if (Shown != Handing.Seal)
        {
            return Again(StatusCodes.Status409Conflict, "", Words.Key("The figures changed while you were here. Look at them again, then decide."));
        }

        var why = Why.OrNothing();
        if (why is { Length: > MostWords })
        {
            return Again(StatusCodes.Status400BadRequest, nameof(Why), HandingWords.Key(HandingRefusal.NoReason));
        }

        var refusal = Do switch
        {
            Check => await submit.CheckAsync(Handing),
            Submit => await submit.RunAsync(Handing, why, nil: false, cancel),
            Nil => await submit.RunAsync(Handing, why, nil: true, cancel),
            _ => HandingRefusal.NotChecked,
        };
        return refusal is { } stop
            ? Again(StatusCodes.Status400BadRequest, stop == HandingRefusal.NoReason ? nameof(Why) : "", HandingWords.Key(stop))
            : LocalRedirect(Do == Check ? Address.HandIn(Reading) : Address.Page);
    }

    private PageResult Again(int status, string field, string problem)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, problem);
        Shown = Handing.Seal;
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> FindAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address || !Readings.TryParse(reading, out var asked))
        {
            return false;
        }

        (Address, Reading) = (address, asked);
        Handing = await read.RunAsync(address, asked, cancel);
        Signers = await signs.RunAsync(scheme, Handing.Standing, cancel);
        if (Handing.Standing.HandedIn is { } holds && await book.OpenAsync(scheme, address.Quarter, holds.Id, cancel) is { } before)
        {
            Changes = Difference.Of(before.Figures(), Handing.Figures);
        }

        Names = await visible.NamesOfAsync(seen, [.. ChangesShown.People(Changes).Concat(Handing.Obstacles.Select(o => o.PersonId)).Distinct()], cancel);
        return true;
    }
}
