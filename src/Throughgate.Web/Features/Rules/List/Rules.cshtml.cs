using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.Rules.List;

/// <summary>Every rule of the rulebook, with the figures in force for the reader's scheme: where each "Why?" leads.</summary>
[AnyoneSignedIn("Rules say what is asked of everybody, and nothing about anybody")]
public sealed class RulesPage(Db db, Actor actor, DayAsked day) : PageModel
{
    public IReadOnlyList<Area> Areas => Register.Areas;

    public DutyFigures Figures { get; private set; } = DutyFigures.Defaults;

    public DateOnly On => day.On;

    /// <summary>Name of the reader's scheme; null where the reader has none, and sees the defaults.</summary>
    public string? Scheme => actor.Scheme is { } code ? Reference.Instance.Schemes.TryGetValue(code, out var scheme) ? scheme.Name : code : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ViewData.LookAt(day);
        if (actor.Scheme is { } scheme)
        {
            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                Figures = await db.Database.GetDbConnection().FiguresOfAsync(scheme, cancel);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    public IReadOnlyList<FigureInForce> InForce(Citation rule) => [.. rule.Figures.Select(f => Figures.InForce(f, On))];
}
