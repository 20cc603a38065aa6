using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Explain;

/// <summary>What sharing means, in plain words, with what is shared now, with whom and why: to read together, and to give to the young person.</summary>
[Needs(Permission.SeePerson)]
public sealed class ExplainPage(Visible visible, Db db, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    public DateOnly Today => london.Today;

    /// <summary>The answer about evaluation that stands.</summary>
    public StatisticsAnswer? Statistics { get; private set; }

    public static string OfEvaluation(string? answer) => answer switch
    {
        ConsentAnswers.Given => Words.Key("Now: you said yes."),
        ConsentAnswers.Refused => Words.Key("Now: you said no. You are on no list."),
        ConsentAnswers.Withdrawn => Words.Key("Now: you took your yes back. You are on no new list."),
        _ => Words.Key("Now: we have not asked you yet. You are on no list."),
    };

    /// <summary>What could be asked for and is not shared now.</summary>
    public static IReadOnlyList<string> CouldBe(PartnerNow partner) => [.. partner.Allowed.Where(c => !partner.Shared.Any(s => s.Category == c))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        Partners = [.. (await db.PartnersNowAsync(of, time.GetUtcNow(), Today, cancel)).Where(p => p.Facts.Partner.Contains(Today))];
        Statistics = StatisticsFlag.Stands(await db.StatisticsOfAsync(id, cancel), time.GetUtcNow(), Today);
        return Page();
    }
}
