using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Settings.List;

/// <summary>Every figure of the rulebook that a scheme can set: what is in force, what it was by default, and where that comes from.</summary>
[Needs(Permission.ManageScheme)]
public sealed class SettingsPage(Connection database, Actor actor, London london) : PageModel
{
    public DutyFigures Figures { get; private set; } = DutyFigures.Defaults;

    public DateOnly Today => london.Today;

    public string Scheme => Reference.Instance.Schemes.TryGetValue(actor.Scheme ?? "", out var scheme) ? scheme.Name : "";

    /// <summary>The areas that have figures, with them; a figure that several rules use stands with the first.</summary>
    public static IReadOnlyList<(Area Area, IReadOnlyList<(Citation Rule, Figure Figure)> Figures)> Areas { get; } = Spread();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel: cancel);
        Figures = await connection.FiguresOfAsync(actor.Scheme!, cancel);
    }

    private static List<(Area, IReadOnlyList<(Citation, Figure)>)> Spread()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Register
                .Areas.Select(a => (a, (IReadOnlyList<(Citation, Figure)>)[.. a.Rules.SelectMany(r => r.Figures.Where(f => told.Add(f.Key)).Select(f => (r, f)))]))
                .Where(a => a.Item2.Count > 0),
        ];
    }
}
