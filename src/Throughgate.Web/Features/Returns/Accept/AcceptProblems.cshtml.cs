using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Accept;

/// <summary>RET-6: what cannot be mended is accepted, person by person, with a reason that travels with the return; or no longer.</summary>
[Needs(Permission.SignReturn)]
public sealed class AcceptProblemsPage(Actor actor, ReadHanding read, Db db, TimeProvider time, Visible visible, Seen seen, Words words) : PageModel
{
    private const int MostWords = 1000;

    /// <summary>Of which things: <see cref="Key"/>.</summary>
    [BindProperty]
    public IReadOnlyList<string> Which { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>An acceptance that is taken back.</summary>
    [BindProperty]
    public Guid? Back { get; set; }

    public ReturnAddress Address { get; private set; } = null!;

    public Reading Reading { get; private set; }

    public Handing Handing { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>Those that are left and may be accepted, of people whom the reader sees.</summary>
    public IReadOnlyList<Obstacle> Open { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public static string Key(Obstacle obstacle) => $"{obstacle.PersonId:N}|{obstacle.Item}";

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel) =>
        await FindAsync(scheme, year, quarter, reading, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        if (Back is { } back)
        {
            return await TakeBackAsync(back, cancel);
        }

        var chosen = Open.Where(o => Which.Contains(Key(o))).ToList();
        var reason = Reason.OrNothing();
        ModelState.Must(chosen.Count > 0, nameof(Which), Words.Key("Choose what is accepted"));
        ModelState.Must(reason is { Length: <= MostWords }, nameof(Reason), HandingWords.Key(HandingRefusal.NoReason));
        if (chosen.Count < Which.Count)
        {
            ModelState.Clear();
            ModelState.AddModelError("", Words.Key("Something of this was mended or accepted while you were here. Look at it again."));
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = chosen.Count < Which.Count ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }

        var (quarterly, now) = (Address.Quarter, time.GetUtcNow());
        foreach (var obstacle in chosen)
        {
            db.Add(new ReturnAcceptance { Scheme = scheme, StartYear = quarterly.StartYear, Quarter = quarterly.Number, PersonId = obstacle.PersonId, Item = obstacle.Item, Reason = reason!, At = now, ById = actor.Id!.Value, ByName = actor.Name });
        }

        await db.SaveAsync(actor, time, chosen.Select(o => new ReturnProblemAccepted(quarterly.Year, quarterly.Number, o.Item) { PersonId = o.PersonId, Why = reason }));
        return LocalRedirect(Address.HandIn(Reading));
    }

    private async Task<IActionResult> TakeBackAsync(Guid id, CancellationToken cancel)
    {
        if (Handing.Acceptances.FirstOrDefault(a => a.Id == id) is not { } given || await visible.OfPerson<ReturnAcceptance>(given.PersonId).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } row)
        {
            return NotFound();
        }

        // Two who accepted it at the same moment left two rows: none of them may stand.
        var (year, quarter) = (Address.Quarter.StartYear, Address.Quarter.Number);
        foreach (var one in await visible.OfPerson<ReturnAcceptance>(given.PersonId).Where(a => a.Scheme == row.Scheme && a.StartYear == year && a.Quarter == quarter && a.Item == row.Item).ToListAsync(cancel))
        {
            one.Void(one.Version);
        }

        await db.SaveAsync(actor, time, new ReturnProblemNotAccepted(Address.Quarter.Year, Address.Quarter.Number, row.Item) { PersonId = row.PersonId });
        return LocalRedirect(Address.Accept(Reading));
    }

    private async Task<bool> FindAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address || !Readings.TryParse(reading, out var asked))
        {
            return false;
        }

        (Address, Reading) = (address, asked);
        Handing = await read.RunAsync(address, asked, cancel);
        Names = await visible.NamesOfAsync(seen, [.. Handing.Obstacles.Select(o => o.PersonId).Distinct()], cancel);
        Open = [.. Handing.Left.Where(o => o.MayBeAccepted && Names.ContainsKey(o.PersonId))];
        var say = new HandingWords(words);
        Choices = [.. Open.Select(o => new Choice(Key(o), $"{Names[o.PersonId].Name}: {say.Obstacle(o)}"))];
        return true;
    }
}
