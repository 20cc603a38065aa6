using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;

namespace Throughgate.Web.Features.Returns.Versions;

/// <summary>Whom a frozen figure counted: by name where the record is still there and theirs to open, else by what it was.</summary>
[Needs(Permission.SeeReturn)]
public sealed class VersionPeoplePage(Actor actor, ReturnBook book, Visible visible, Seen seen) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    public OpenedVersion Opened { get; private set; } = null!;

    public Reading Reading { get; private set; }

    public Figure Figure { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>Keys of those whose record is not erased.</summary>
    public IReadOnlySet<Guid> Known { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, Guid row, string? table, string? key, string? column, string? reading, CancellationToken cancel)
    {
        if (
            scheme != actor.Scheme
            || ReturnAddress.Read(scheme, year, quarter) is not { } address
            || !Readings.TryParse(reading, out var asked)
            || await book.OpenAsync(scheme, address.Quarter, row, cancel) is not { } opened
            || Sums.Find(opened.Figures(asked), table ?? "", key ?? "", column ?? "") is not { } figure
        )
        {
            return NotFound();
        }

        (Address, Opened, Reading, Figure) = (address, opened, asked, figure);
        Known = opened.People.Values.Select(k => k.PersonId).ToHashSet();
        Names = await visible.NamesOfAsync(seen, [.. figure.Members.Select(m => m.PersonId).Distinct()], cancel);
        return Page();
    }
}
