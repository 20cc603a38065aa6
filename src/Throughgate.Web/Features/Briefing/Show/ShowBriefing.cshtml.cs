using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Briefings;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Briefing.Show;

/// <summary>
/// The custody briefing of a month (GOV-6), as all who get it see it; on a page, as text for an e-mail and as PDF. A scheme manager sees beside it who of
/// their own scheme is in custody.
/// </summary>
[Needs(Permission.SeeBriefing)]
public sealed class ShowBriefingPage(AskBriefing ask, Actor actor, Visible visible, Seen seen, London london, TimeProvider time, Words words) : PageModel
{
    private const int Months = 12;

    public BriefingInWords Said { get; } = new(words);

    public IReadOnlyList<BriefingOf> All { get; private set; } = [];

    /// <summary>Null where the reader belongs to no consortium and no scheme.</summary>
    public BriefingOf? Of { get; private set; }

    /// <summary>The last day of the month: the one day on which everybody is counted.</summary>
    public DateOnly On { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>As everybody gets it.</summary>
    public CustodyBriefing Briefing { get; private set; } = null!;

    /// <summary>The manager's own scheme, with everybody whose record they may open; null for anybody else.</summary>
    public CustodyBriefing? Own { get; private set; }

    public IReadOnlyList<HeldPerson> People { get; private set; } = [];

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>Of records that are not this reader's to open: counted, and nothing else is said of them.</summary>
    public int Unseen => People.Count(p => !Names.ContainsKey(p.Person.Id));

    /// <summary>Last days of the months that are over, newest first.</summary>
    public IEnumerable<DateOnly> Ends => Enumerable.Range(1, Months).Select(back => new DateOnly(london.Today.Year, london.Today.Month, 1).AddMonths(1 - back).AddDays(-1));

    public string Query(DateOnly on) => $"of={Uri.EscapeDataString(Of!.Code)}&month={on.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnGetAsync(string? of, string? month, CancellationToken cancel)
    {
        if (!await ReadAsync(of, month, cancel))
        {
            return NotFound();
        }

        if (Of is not null && actor.May(Permission.ManageScheme) && actor.Scheme is { } own)
        {
            // A member of one YOT sees the people of that one.
            People = [.. (await ask.HeldAsync(actor.Belongs.YotsIn(own), On, cancel)).OrderBy(p => p.Leaves ?? DateOnly.MaxValue).ThenBy(p => p.Person.Reference, StringComparer.Ordinal)];
            Names = await visible.NamesOfAsync(seen, [.. People.Select(p => p.Person.Id)], cancel);

            // Beside a list of those who may be opened, a table of all would tell of each who may not.
            Own = AskBriefing.Whole([.. People.Where(p => Names.ContainsKey(p.Person.Id))]);
        }

        Response.StatusCode = Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetPdfAsync(string? of, string? month, CancellationToken cancel)
    {
        if (!await ReadAsync(of, month, cancel) || Of is null || Problem is not null)
        {
            return NotFound();
        }

        var name = $"briefing-{On.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.pdf";
        seen.Exported($"{name} {Of.Called}");
        return File(Said.Paper(Of, On, Briefing).ToPdf(time.GetUtcNow()), "application/pdf", name);
    }

    private async Task<bool> ReadAsync(string? of, string? month, CancellationToken cancel)
    {
        On = Ends.First();
        if (!string.IsNullOrEmpty(month))
        {
            var read = DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1995 and < 2100;
            var asked = read ? first.AddMonths(1).AddDays(-1) : On;
            Problem = !read || asked >= london.Today ? words["Choose a month that is over"].ToString() : null;
            On = Problem is null ? asked : On;
        }

        All = await ask.OfAsync(On, cancel);
        Of = string.IsNullOrEmpty(of) ? (All is [var usual, ..] ? usual : null) : All.FirstOrDefault(l => l.Code == of);
        if (Of is null)
        {
            return string.IsNullOrEmpty(of);
        }

        Briefing = AskBriefing.Safe(await ask.HeldAsync(Of.Yots, On, cancel));
        return true;
    }
}
