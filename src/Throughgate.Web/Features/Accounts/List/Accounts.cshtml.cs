using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.List;

/// <summary>Who may sign in: everybody with an account, found by name, e-mail or scheme. What is searched for is never in an address.</summary>
[Needs(Permission.KeepAccounts), Repeatable("it only searches")]
public sealed class AccountsPage(Db db, SearchText search, London london, Words words) : PageModel
{
    private const int Most = 100;

    private ILookup<Guid, string> _where = Enumerable.Empty<string>().ToLookup(_ => Guid.Empty);

    /// <summary>The search, sealed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>"yes": those that are closed too.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Closed { get; set; }

    public string? Q { get; private set; }

    public DateOnly Today => london.Today;

    /// <summary>Keys of those whom the identity provider signs in.</summary>
    public IReadOnlySet<Guid> Linked { get; private set; } = new HashSet<Guid>();

    public int Count { get; private set; }

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Q = search.Read(Find);
        var today = Today;
        var seats = await Seats.ReadAsync(db, cancel);
        _where = (await db.Set<Membership>().AsNoTracking().Where(m => m.FromOn <= today && (m.ToOn == null || m.ToOn >= today)).ToListAsync(cancel))
            .ToLookup(m => m.AccountId, m => seats.InWords(m.Kind, m.OfWhat, words));
        Linked = (await db.ProviderLinks.Select(l => l.AccountId).ToListAsync(cancel)).ToHashSet();
        var all = await db.Accounts.AsNoTracking().OrderBy(a => a.DisplayName).ToListAsync(cancel);
        var found = all.Where(a => (Closed == "yes" || !a.IsClosed(today)) && (Q is null || Fits(a, Q))).ToList();
        (Count, Accounts) = (found.Count, found.Take(Most).ToList());
    }

    public IActionResult OnPost(string? q, string? closed)
    {
        var kept = closed == "yes" ? "closed=yes" : "";
        return LocalRedirect(string.IsNullOrWhiteSpace(q) ? $"/accounts?{kept}".TrimEnd('?') : $"/accounts?find={Uri.EscapeDataString(search.Protect(q.Trim()))}&{kept}".TrimEnd('&'));
    }

    /// <summary>Of what an account is a member today, in words.</summary>
    public string WhereOf(Account account) => string.Join(", ", _where[account.Id]);

    private bool Fits(Account account, string q) =>
        q.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(part =>
            $"{account.DisplayName} {account.UserName} {WhereOf(account)}".Contains(part, StringComparison.CurrentCultureIgnoreCase));
}
