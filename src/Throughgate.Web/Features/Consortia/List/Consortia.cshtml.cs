using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Consortia.List;

/// <summary>
/// The consortia there are. An administrator keeps them, and not the consortium’s own manager: which schemes are in it decides whose counts that manager sees, and nobody
/// widens their own sight.
/// </summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may see whose counts")]
public sealed class ConsortiaPage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    public const int LongestName = 120;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Each with the number of its schemes today.</summary>
    public IReadOnlyList<(Guid Id, string Name, int Schemes)> All { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var name = Name?.Trim() ?? "";
        ModelState.Must(name.Length is > 0 and <= LongestName, nameof(Name), Words.Key("Give it a name of at most 120 characters"));
        ModelState.Must(!All.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)), nameof(Name), Words.Key("There is a consortium of that name: open it in the list"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var made = new Consortium { Name = name };
        db.Add(made);
        await db.SaveAsync(actor, time, new ConsortiumMade(made.Id, name));
        return LocalRedirect($"/consortia/{made.Id}");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var today = london.Today;
        var joined = await db.Set<ConsortiumScheme>().AsNoTracking().Where(s => s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)).ToListAsync(cancel);
        var all = await db.Set<Consortium>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel);
        All = [.. all.Select(c => (c.Id, c.Name, joined.Where(s => s.ConsortiumId == c.Id).Select(s => s.Scheme).Distinct().Count()))];
    }
}
