using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Web.Features.Returns.Open;

/// <summary>The young people behind one figure of the return: who, the date that counts, and why they are counted.</summary>
[Needs(Permission.SeeReturn)]
public sealed class OpenFigurePage(Actor actor, ReckonReturn reckon, Visible visible, Seen seen) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    public Reading Reading { get; private set; }

    public Figure Figure { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>By name, so that somebody can be found in a long list.</summary>
    public IEnumerable<Member> Members => Figure.Members.OrderBy(m => Names.GetValueOrDefault(m.PersonId)?.Name, StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(
        string scheme,
        string year,
        string quarter,
        string? table,
        string? row,
        string? column,
        string? reading,
        CancellationToken cancel
    )
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address || !Readings.TryParse(reading, out var asked))
        {
            return NotFound();
        }

        var figures = await reckon.RunAsync(Questions.Of(scheme, address.Quarter, asked), cancel);
        if (Sums.Find(figures, table ?? "", row ?? "", column ?? "") is not { } figure)
        {
            return NotFound();
        }

        (Address, Reading, Figure) = (address, asked, figure);
        Names = await visible.NamesOfAsync(seen, [.. figure.Members.Select(m => m.PersonId).Distinct()], cancel);
        return Page();
    }
}
