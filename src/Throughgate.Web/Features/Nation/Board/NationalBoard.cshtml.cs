using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Practice;
using Throughgate.Web.Features.Returns.Late;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Nation.Board;

/// <summary>The national board's page (PER-1): who handed in and who is late, which schemes stand out, and what schemes wrote of emerging practice.</summary>
[Needs(Permission.SeeNation)]
public sealed class NationalBoardPage(AskFigures ask, HandedInOfQuarter handedIn, Db db, London london, Words words) : PageModel
{
    private const int NewestNotes = 5;
    private const int YearsBack = 10;

    public DateOnly Today { get; } = london.Today;

    /// <summary>The one that ended last: its return is the one to hand in now.</summary>
    public FinancialQuarter Quarter => FinancialQuarter.OfDay(Today).Previous;

    public IReadOnlyList<SchemeStanding> Returns { get; private set; } = [];

    /// <summary>Who does not record here, or did not yet when the quarter ended.</summary>
    public IReadOnlyList<string> Elsewhere { get; private set; } = [];

    public IEnumerable<SchemeStanding> Overdue => Returns.Where(s => s.Late.Is == Timeliness.Overdue);

    public int HandedIn => Returns.Count(s => s.Late.Is is Timeliness.InTime or Timeliness.TooLate);

    public int CameLate => Returns.Count(s => s.Late.Is == Timeliness.TooLate);

    public Answered Answered { get; private set; } = null!;

    public StandOut Funnel { get; private set; } = null!;

    /// <summary>Shares alone can be laid beside each other.</summary>
    public IEnumerable<Measure> Measures => Answered.Measures.Where(m => m.Shape == Shape.Share);

    public IReadOnlyList<NoteInList> Notes { get; private set; } = [];

    public string? Problem { get; private set; }

    public FigureInWords Said { get; } = new(words);

    /// <summary>Whole financial years that are over, newest first.</summary>
    public IEnumerable<PeriodAsked> Years
    {
        get
        {
            var year = FinancialQuarter.OfDay(Today).StartYear;
            return Enumerable.Range(1, YearsBack).Select(back => PeriodAsked.Year(new FinancialQuarter(year - back, 1)));
        }
    }

    public string PathOf(string scheme) => $"/figures/performance/{Funnel.Measure.Code}?of={Uri.EscapeDataString($"scheme:{scheme}")}&{Answered.Period.Query}";

    public async Task<IActionResult> OnGetAsync(string? measure, string? on, CancellationToken cancel)
    {
        if ((await ask.LevelsAsync(cancel)) is not [var nation, ..])
        {
            return NotFound();
        }

        var asked = await ask.RunAsync(nation.Code, "year", on, null, null, cancel);
        Answered = asked ?? (await ask.RunAsync(nation.Code, "year", null, null, null, cancel))!;
        var chosen = Measures.FirstOrDefault(m => m.Code == measure);
        Funnel = new(chosen ?? MeasureRegister.Questions[0].Measure, Answered.By(chosen ?? MeasureRegister.Questions[0].Measure, Breakdown.Scheme));
        Problem = asked is null ? words["Choose a whole financial year that is over"].ToString()
            : chosen is null && measure is not null ? words["Choose a figure from the list"].ToString()
            : null;
        (Returns, Elsewhere) = await handedIn.RunAsync(Quarter, cancel);
        Notes = await db.PublishedNotesAsync(null, NewestNotes, cancel);
        Response.StatusCode = Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Who stands out, for those who listen.</summary>
    public string Desc =>
        Funnel.Outside.Any()
            ? string.Join("; ", Funnel.Outside.Select(s => $"{s.Number}: {s.Name}, {Said.Short(s.Figure)}, {Where(s.Stands)}"))
            : words["No scheme stands outside the lines."];

    public string Where(Stands stands) =>
        stands switch
        {
            Stands.FarBelow => words["Far lower than chance explains"],
            Stands.Below => words["Lower than chance explains well"],
            Stands.Above => words["Higher than chance explains well"],
            Stands.FarAbove => words["Far higher than chance explains"],
            _ => words["Where chance may well have put it"],
        };
}
