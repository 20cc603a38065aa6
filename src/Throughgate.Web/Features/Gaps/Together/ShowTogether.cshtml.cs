using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Gaps;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Features.Briefing;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Gaps.Together;

/// <summary>
/// Gaps and needs of a consortium by pathway (GOV-9), in counts and the same for all who may read them: from the plans of programmes that were open on the last day of the month before,
/// so that two looks are a month apart.
/// </summary>
[Needs(Permission.SeeBriefing)]
public sealed class ShowTogetherPage(AskBriefing ask, Connection connection, Seen seen, London london, Words words) : PageModel
{
    public IReadOnlyList<BriefingOf> All { get; private set; } = [];

    /// <summary>Null where the reader belongs to no consortium and no scheme.</summary>
    public BriefingOf? Of { get; private set; }

    /// <summary>The last day of the month before.</summary>
    public DateOnly On { get; } = new DateOnly(london.Today.Year, london.Today.Month, 1).AddDays(-1);

    public NeedsInCounts Counts { get; private set; } = null!;

    /// <summary>Something is left out.</summary>
    public bool HidesSome => Counts.Pathways.Any(p => p.IsRecorded && p.Gap is null);

    public string Query => $"of={Uri.EscapeDataString(Of!.Code)}";

    public string Called(string pathway) => words[Reference.Instance.Label("pathway", pathway)];

    public async Task<IActionResult> OnGetAsync(string? of, CancellationToken cancel)
    {
        All = await ask.OfAsync(On, cancel);
        Of = string.IsNullOrEmpty(of) ? (All.Count > 0 ? All[0] : null) : All.FirstOrDefault(a => a.Code == of);
        if (Of is null)
        {
            return All.Count == 0 ? Page() : NotFound();
        }

        await using var db = connection.Context();
        Counts = NeedsInCounts.Of((await NeedsReader.ReadAsync(NeedsSource.Everybody(db), Of.Schemes, On, ReckonFigures.GroupOf, cancel)).Needs);
        return Page();
    }

    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? of, string? file, CancellationToken cancel)
    {
        if (await OnGetAsync(of, cancel) is NotFoundResult || Of is null)
        {
            return NotFound();
        }

        var table = new Sheet(
            words["Gaps and needs"],
            [
                new(words["Pathway"], Kind.Text),
                new(words["In need"], Kind.Whole),
                new(words["Somebody is named"], Kind.Whole),
                new(words["Unmet"], Kind.Whole),
                new(words["Of them, nobody offers it"], Kind.Whole),
            ],
            [.. Counts.Pathways.Select(p => (IReadOnlyList<object?>)[Called(p.Pathway), p.Needs, p.Named, p.Unmet, p.Gap])]
        );
        return this.Take(new($"gaps-and-needs-together-{On:yyyy-MM-dd}", words["Gaps and needs"], [table]), file, seen, words);
    }
}
