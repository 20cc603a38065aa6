using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Sign;

/// <summary>The version that waits: what it says, what is different from the one before and from the records now; sign it, or send it back.</summary>
[Needs(Permission.SignReturn)]
public sealed class SignReturnPage(Actor actor, ReadHanding read, DecideReturn decide, ReturnBook book, WhoSigns signs, Visible visible, Seen seen, Words words) : PageModel
{
    public const string Sign = "sign";
    public const string Back = "back";

    private const int MostWords = 1000;

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public Guid? Shown { get; set; }

    public ReturnAddress Address { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    /// <summary>Who can sign the version that waits; null where none does.</summary>
    public IReadOnlyList<string>? Signers { get; private set; }

    /// <summary>Null where nothing waits.</summary>
    public OpenedVersion? Version { get; private set; }

    public QuarterlyReturn Figures { get; private set; } = null!;

    /// <summary>Since the version that is handed in.</summary>
    public IReadOnlyList<CellChange> SinceBefore { get; private set; } = [];

    /// <summary>In the records since it was submitted.</summary>
    public IReadOnlyList<CellChange> SinceThen { get; private set; } = [];

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public HandingRefusal? Refusal => Standing.ToDecide(actor.Id!.Value, sign: true, null);

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, cancel))
        {
            return NotFound();
        }

        Shown = Version?.Row.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, cancel))
        {
            return NotFound();
        }

        if (Shown is null || Shown != Version?.Row.Id)
        {
            return Again(StatusCodes.Status409Conflict, "", Words.Key("Somebody changed this while you were here. Look at it again, then decide."));
        }

        if (Do is not (Sign or Back))
        {
            return Again(StatusCodes.Status400BadRequest, nameof(Do), Words.Key("Choose what is to be done"));
        }

        var reason = Reason.OrNothing();
        var refusal = reason is { Length: > MostWords } ? HandingRefusal.NoReason : await decide.RunAsync(Address, Standing, Do == Sign, reason);
        return refusal is { } stop
            ? Again(StatusCodes.Status400BadRequest, stop == HandingRefusal.NoReason ? nameof(Reason) : "", HandingWords.Key(stop))
            : LocalRedirect(Address.Page);
    }

    private PageResult Again(int status, string field, string problem)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, problem);
        Shown = Version?.Row.Id;
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> FindAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address)
        {
            return false;
        }

        (Address, Standing) = (address, await book.StandingAsync(scheme, address.Quarter, cancel));
        if (Standing.Latest is not { Decision: null } waits)
        {
            return true;
        }

        Signers = await signs.RunAsync(scheme, Standing, cancel);
        Version = await book.OpenAsync(scheme, address.Quarter, waits.Id, cancel);
        Figures = Version!.Figures();
        SinceThen = Difference.Of(Figures, (await read.RunAsync(address, Figures.Question.Reading, cancel)).Figures);
        if (Standing.HandedIn is { } holds && await book.OpenAsync(scheme, address.Quarter, holds.Id, cancel) is { } before)
        {
            SinceBefore = Difference.Of(before.Figures(), Figures);
        }

        Choices = [new(Sign, words["Sign it: it is right, and handed in"]), new(Back, words["Send it back"])];
        Names = await visible.NamesOfAsync(seen, [.. ChangesShown.People(SinceBefore.Concat(SinceThen)).Concat(Version.People.Values.Where(p => Version.Told[p.Pseudonym].Accepted.Count > 0).Select(p => p.PersonId)).Distinct()], cancel);
        return true;
    }
}
