using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Api.Ask;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Api.Keys;

/// <summary>Keys by which programs read the scheme's figures: made here, shown once, revoked at once.</summary>
[Needs(Permission.ManageScheme)]
[Fresh("It decides what leaves the program without anybody asking again")]
public sealed class ApiKeysPage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    public const int MostYears = 2;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The new key; only in the answer that made it.</summary>
    public string? Made { get; private set; }

    /// <summary>In force first, then the newest.</summary>
    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>Ids of keys whose maker's account is closed.</summary>
    public IReadOnlySet<Guid> MakerLeft { get; private set; } = new HashSet<Guid>();

    /// <summary>A key reads the whole scheme: who is a member of one of its YOTs makes and revokes none.</summary>
    public bool IsWhole => actor.Scheme is { } scheme && actor.Belongs.Schemes.Contains(scheme);

    public DateOnly Today { get; } = london.Today;

    public Task OnGetAsync(CancellationToken cancel)
    {
        EndsOn = Today.AddYears(1);
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsWhole)
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Say what the key is for, in at most 200 characters"));
        ModelState.Must(EndsOn is not null || ModelState.ErrorCount > 0, "EndsOn-day", Words.Key("Enter the day"));
        ModelState.Must(EndsOn is null || (EndsOn >= Today && EndsOn <= Today.AddYears(MostYears)), "EndsOn-day", Words.Key("The last day is today or later, and at most two years from now"));
        if (ModelState.ErrorCount > 0)
        {
            await ReadAsync(cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var made = ApiDoor.MakeKey();
        var key = new ApiKey { Scheme = actor.Scheme!, Name = Name!.Trim(), KeyHash = ApiDoor.Hash(made), MadeAt = time.GetUtcNow(), MadeBy = actor.Id!.Value, MadeByName = actor.Name, EndsOn = EndsOn!.Value };
        db.Add(key);
        await db.SaveAsync(actor, time, new ApiKeyMade(key.Id, key.Scheme, key.Name, key.EndsOn));
        (Made, Name, EndsOn) = (made, null, Today.AddYears(1));
        ModelState.Clear();
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid key, CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        if (!IsWhole || await db.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == key && k.Scheme == scheme, cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.RevokedAt is null)
        {
            (found.RevokedAt, found.RevokedByName) = (time.GetUtcNow(), actor.Name);
            await db.SaveAsync(actor, time, new ApiKeyRevoked(found.Id, found.Scheme, found.Name));
        }

        return LocalRedirect("/settings/api-keys");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        Keys = await db.Set<ApiKey>().AsNoTracking().Where(k => k.Scheme == scheme).OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.MadeAt).ToListAsync(cancel);
        var makers = Keys.Select(k => k.MadeBy).ToHashSet();
        var (now, left) = (time.GetUtcNow(), await db.Accounts.Where(a => makers.Contains(a.Id) && a.ClosedAt != null).Select(a => new { a.Id, a.ClosedAt }).ToListAsync(cancel));
        var gone = left.Where(a => a.ClosedAt <= now).Select(a => a.Id).ToHashSet();
        MakerLeft = Keys.Where(k => gone.Contains(k.MadeBy)).Select(k => k.Id).ToHashSet();
    }
}
