using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Features.Performance.Write;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;
using Throughgate.Web.Ui.Pictures.Files;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Performance.Open;

/// <summary>One row of a breakdown, beside everybody else: whether it stands out, and whether the numbers are enough to tell.</summary>
public sealed record ComparedRow(string Code, string Called, Shown Figure, Interval? Interval, Compared? Against);

/// <summary>One figure: what it means, how it fell over time, how it falls by establishment, ethnicity and more, and, for whoever may open them, whom it counts.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeCounts])]
public sealed class OpenMeasurePage(Actor actor, AskFigures ask, Visible visible, Seen seen, Db db, Words words) : PageModel
{
    private const int AtOnce = 100;

    private IReadOnlyDictionary<string, string> _workers = new Dictionary<string, string>(StringComparer.Ordinal);

    public Answered Answered { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    public FigureInWords Said { get; } = new(words);

    public IReadOnlyList<(Breakdown By, IReadOnlyList<ComparedRow> Rows)> Breakdowns { get; private set; } = [];

    /// <summary>Whom the figure, the part or the row counts, one line each: a young person may stand on several.</summary>
    public IReadOnlyList<Measured> People { get; private set; } = [];

    /// <summary>Of a part, or of a row of a breakdown; what was chosen, in words.</summary>
    public string Chosen { get; private set; } = "";

    public int PageNumber { get; private set; } = 1;

    public int Pages => Math.Max(1, (People.Count + AtOnce - 1) / AtOnce);

    public IEnumerable<Measured> OnThisPage => People.Skip((PageNumber - 1) * AtOnce).Take(AtOnce);

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>On this page, of records that are not this reader's to open: counted, and nothing else is said of them.</summary>
    public int Unseen => OnThisPage.Count(p => !Names.ContainsKey(p.Person.Id));

    public Shown Now => Answered.Of(Measure);

    public bool MayCallReview => actor.May(Permission.ManageScheme) || actor.May(Permission.SeeNation);

    public bool MayTakeAway => actor.May(Permission.Export) || actor.May(Permission.SeeCounts);

    public async Task<IActionResult> OnGetAsync(string measure, string? of, string? by, string? on, string? to, string? part, string? split, string? row, int? page, CancellationToken cancel)
    {
        if (!await FindAsync(measure, of, by, on, to, cancel))
        {
            return NotFound();
        }

        if (Answered.SeesPeople && !await PeopleAsync(part, split, row, page, cancel))
        {
            return NotFound();
        }

        return Page();
    }

    /// <param name="first">The people first, who are all that a CSV then holds.</param>
    [Needs(Permission.Export, Or = [Permission.SeeCounts])]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string measure, string? of, string? by, string? on, string? to, string? part, string? split, string? row, string? first, string? file, CancellationToken cancel)
    {
        if (!await FindAsync(measure, of, by, on, to, cancel) || (Answered.SeesPeople && !await PeopleAsync(part, split, row, null, cancel)))
        {
            return NotFound();
        }

        var rows = Breakdowns.Where(b => b.Rows.Count > 0).Select(b => (b.By, (IReadOnlyList<(string, Shown)>)[.. b.Rows.Select(r => (r.Called, r.Figure))])).ToList();
        var people = Answered.SeesPeople ? await PeopleTable.OfAsync(this, visible, seen, words, cancel) : null;
        return this.Take(new FiguresBook(words).Of(Answered, Measure, rows, people, first == "people"), file, seen, words);
    }

    /// <param name="picture">trend or bars.</param>
    [Needs(Permission.Export, Or = [Permission.SeeCounts])]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetPictureAsync(string measure, string? of, string? by, string? on, string? to, string? picture, string? file, CancellationToken cancel)
    {
        if (!await FindAsync(measure, of, by, on, to, cancel) || Drawn(picture) is not { } drawn || file is not ("svg" or "png") || (file == "png" && !PngFile.IsThere))
        {
            return NotFound();
        }

        var name = $"{Measure.Code}-{picture}-{Answered.Level.Code.Replace(':', '-')}-{PeriodAsked.Text(Answered.Period.Days.To!.Value)}.{file}";
        seen.Exported(name);
        return file == "svg" ? File(SvgFile.Bytes(drawn, words.Culture.Name), "image/svg+xml", name) : File(PngFile.Bytes(drawn), "image/png", name);
    }

    private Picture? Drawn(string? picture)
    {
        var of = $"{Answered.Level.Called}, {PeriodAsked.Say(Answered.Period.Days, words)}";
        return (picture, Measure.Shape) switch
        {
            ("trend", Shape.Share) when Measure.Once != Once.AtTheEnd && Points.Any(p => p.Share is not null) => Picture.Trend(Said.Alone(Measure), of, Points),
            ("bars", _) when Bars.Any(b => b.Number > 0) => Picture.OfBars(Said.Alone(Measure), of, Bars),
            _ => null,
        };
    }

    private async Task<bool> FindAsync(string measure, string? of, string? by, string? on, string? to, CancellationToken cancel)
    {
        if (MeasureRegister.Find(measure) is not { } found || await ask.RunAsync(of, by, on, to, found, cancel) is not { } answered)
        {
            return false;
        }

        (Measure, Answered) = (found, answered);
        if (answered.SeesPeople)
        {
            _workers = (await db.LeadWorkersAsync(actor.Scheme!, cancel)).ToDictionary(w => w.Id.ToString(), w => w.Name, StringComparer.Ordinal);
        }

        Breakdowns = [.. answered.BreakdownsOf(found).Select(b => (b, (IReadOnlyList<ComparedRow>)RowsOf(b)))];
        return true;
    }

    public IReadOnlyList<TrendPoint> Points =>
        [.. Answered.TrendOf(Measure).Zip(Answered.Trend, (shown, days) => new TrendPoint(TrendWords.When(days, words), shown.Share, Said.Value(shown), shown.Told))];

    public IReadOnlyList<Bar> Bars => TrendWords.Bars(Now, words, Answered.SeesPeople && Measure.Shape != Shape.Funnel ? p => PathOf(p) : null);

    public string PathOf(Part part) => $"{Answered.PathOf(Measure)}&part={part.Code}#people";

    public string PathOf(Breakdown by, string row) => $"{Answered.PathOf(Measure)}&split={by}&row={Uri.EscapeDataString(row)}#people";

    public string PathOfPage(int number) => $"{Request.Path}{QueryString.Create(Request.Query.Where(q => q.Key != "page").Append(new("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture))))}#people";

    private List<ComparedRow> RowsOf(Breakdown by)
    {
        var whole = Now;
        return
        [
            .. Answered.By(Measure, by).Select(r =>
            {
                var figure = r.Figure;
                return new ComparedRow(
                    r.Row,
                    Said.Row(by, r.Row, _workers),
                    figure,
                    figure.Share is null ? null : Interval.Of(figure.Met!.Value, figure.Told!.Value),
                    figure.Share is null || whole.Share is null || (figure.NotMet is null) != (whole.NotMet is null)
                        ? null
                        : Interval.Compare(figure.Met!.Value, figure.Told!.Value, whole.Met!.Value - figure.Met.Value, whole.Told!.Value - figure.Told.Value)
                );
            }),
        ];
    }

    private async Task<bool> PeopleAsync(string? part, string? split, string? row, int? page, CancellationToken cancel)
    {
        IEnumerable<Measured> people = Answered.Figures!.Of(Measure).People;
        if (part is not null)
        {
            if (Measure.Parts.FirstOrDefault(p => p.Code == part) is not { } asked)
            {
                return false;
            }

            (people, Chosen) = (people.Where(p => p.Part == part), words[asked.Label]);
        }

        if (split is not null)
        {
            if (!Enum.TryParse<Breakdown>(split, out var by))
            {
                return false;
            }

            (people, Chosen) = (people.Where(p => by.RowOf(p, ReckonFigures.GroupOf) == (row ?? "")), Said.Row(by, row ?? "", _workers));
        }

        People = [.. people.OrderByDescending(p => p.On).ThenBy(p => p.Person.Reference, StringComparer.Ordinal)];
        PageNumber = Math.Clamp(page ?? 1, 1, Pages);
        Names = await visible.NamesOfAsync(seen, [.. OnThisPage.Select(p => p.Person.Id).Distinct()], cancel);
        return true;
    }
}
