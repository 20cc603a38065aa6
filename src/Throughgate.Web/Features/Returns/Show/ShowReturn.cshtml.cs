using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Features.Returns.Mend;
using Throughgate.Web.Features.Returns.Reckon;
using Throughgate.Web.Features.Returns.Write;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.Show;

/// <summary>Somebody whose event of the quarter is not counted, and that event.</summary>
public sealed record LeftOut(Guid Person, Verdict Verdict);

/// <summary>The quarterly return of one's own scheme: what stops it, its head figures, its tables, and who is not counted (RET-1, RET-2).</summary>
[Needs(Permission.SeeReturn)]
public sealed class ShowReturnPage(Actor actor, ReckonReturn reckon, ReturnBook book, WhoSigns signs, Visible visible, Seen seen, London london, TimeProvider time, Words words) : PageModel
{
    private readonly List<LeftOut> _leftOut = [];
    private readonly Dictionary<Guid, PersonFacts> _people = [];

    public ReturnAddress Address { get; private set; } = null!;

    /// <summary>The reading asked for: in-period where nothing is.</summary>
    public Reading Reading { get; private set; }

    public QuarterlyReturn InPeriod { get; private set; } = null!;

    public QuarterlyReturn ByPeriodEnd { get; private set; } = null!;

    public QuarterlyReturn Figures => Reading == Reading.InPeriod ? InPeriod : ByPeriodEnd;

    public FormLayout Layout { get; private set; } = null!;

    public Mending Mending { get; private set; } = null!;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    public DateOnly Today { get; private set; }

    public DateTime AsOf { get; private set; }

    public Standing Standing { get; private set; } = null!;

    /// <summary>Who can sign the version that waits; null where none does.</summary>
    public IReadOnlyList<string>? Signers { get; private set; }

    public ReturnState State { get; private set; }

    /// <summary>Something is missing, and all of it was accepted as it is (RET-6).</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>The version that the figures of today are held against: the one that waits, else the one handed in; null where there is neither.</summary>
    public HandedVersion? Against => Standing.Latest is { Decision: null } waits ? waits : Standing.HandedIn;

    /// <summary>What changed in the records since that version.</summary>
    public IReadOnlyList<CellChange> Changes { get; private set; } = [];

    public bool MayHandIn => actor.May(Permission.HandInReturn);

    public bool MaySign => actor.May(Permission.SignReturn);

    public bool MayMend(Domain.Returns.Handing.Mend mend) => MendWords.MayMend(actor, mend);

    public bool MayExport => actor.May(Permission.Export);

    /// <summary>Counted as started by the one reading and not by the other.</summary>
    public IReadOnlyList<Member> OnlyByPeriodEnd => Between(ByPeriodEnd, InPeriod);

    public IReadOnlyList<Member> OnlyInPeriod => Between(InPeriod, ByPeriodEnd);

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await ReckonAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        (Today, AsOf) = (london.Today, London.Civil(time.GetUtcNow()));
        Layout = new(Address, InPeriod, ByPeriodEnd, words);
        Mending = Mending.Of(Figures, _people, words);
        await HeldAgainstAsync(cancel);
        var shown = _leftOut
            .Select(l => l.Person)
            .Concat(Mending.Checks.SelectMany(c => c.Mends).Select(m => m.PersonId))
            .Concat(OnlyByPeriodEnd.Concat(OnlyInPeriod).Select(m => m.PersonId))
            .Concat(ChangesShown.People(Changes));
        Names = await visible.NamesOfAsync(seen, [.. shown.Distinct()], cancel);
        return Page();
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetCsvAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await ReckonAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        using var text = new StringWriter();
        ReturnCsv.Write(text, Figures, withPeople: false);
        return Download("csv", "text/csv; charset=utf-8", text.ToString());
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetJsonAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await ReckonAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        var named = Figures.Problems.Select(p => p.PersonId).Concat(Figures.Checks.SelectMany(c => c.ToMend).Select(m => m.PersonId));
        seen.People(named.Distinct());
        return Download("json", "application/json", ReturnJson.Text(Figures, withPeople: false));
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string scheme, string year, string quarter, string? reading, string? file, CancellationToken cancel)
    {
        if (!await ReckonAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        Names = await visible.NamesOfAsync(seen, [.. ReturnTables.PeopleOf(Figures)], cancel);
        var tables = new ReturnTables(words).Of(Address, Figures, FileName, AsOfNow(), m => Names.GetValueOrDefault(m.PersonId)?.Name, _ => words["a record you cannot open"]);
        return this.Take(tables, file, seen, words);
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetPdfAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (!await ReckonAsync(scheme, year, quarter, reading, cancel))
        {
            return NotFound();
        }

        Standing = await book.StandingAsync(Address.Scheme, Address.Quarter, cancel);
        var paper = new ReturnPaper(words).Of(Address, Figures, [new HandingWords(words).State(Standing.State(Frozen.Seal(Figures))), AsOfNow()]);
        seen.Exported($"{FileName}.pdf");
        return File(paper.ToPdf(time.GetUtcNow()), "application/pdf", $"{FileName}.pdf");
    }

    private string AsOfNow() => words["Figures as of {0}", new HandingWords(words).At(time.GetUtcNow())];

    private string FileName => $"return-{Address.Scheme}-{Address.Quarter.Year}-q{Address.Quarter.Number}-{Reading.Code()}";

    private FileContentResult Download(string kind, string type, string text)
    {
        var name = $"{FileName}.{kind}";
        seen.Exported(name);
        return File(Encoding.UTF8.GetBytes(text), type, name);
    }

    private async Task<bool> ReckonAsync(string scheme, string year, string quarter, string? reading, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address || !Readings.TryParse(reading, out var asked))
        {
            return false;
        }

        (Address, Reading) = (address, asked);
        var question = Questions.Of(scheme, address.Quarter, Reading.InPeriod);
        var both = await reckon.RunAsync([question, question with { Reading = Reading.ByPeriodEnd }], person => Take(person, question), cancel);
        (InPeriod, ByPeriodEnd) = (both[0], both[1]);
        return true;
    }

    private async Task HeldAgainstAsync(CancellationToken cancel)
    {
        Standing = await book.StandingAsync(Address.Scheme, Address.Quarter, cancel);
        Signers = await signs.RunAsync(Address.Scheme, Standing, cancel);
        State = Standing.State(Frozen.Seal(Figures));
        if (Obstacles.Of(Figures) is { Count: > 0 } obstacles)
        {
            var accepted = await book.AcceptedAsync(Address.Scheme, Address.Quarter, cancel);
            IsAccepted = Obstacles.Left(obstacles, accepted.Select(a => (a.PersonId, a.Item)).ToHashSet()).Count == 0;
        }

        if (Against is { } against && await book.OpenAsync(Address.Scheme, Address.Quarter, against.Id, cancel) is { } version)
        {
            Changes = Difference.Of(version.Figures(), version.Bundle.Question.Reading == Reading.InPeriod ? InPeriod : ByPeriodEnd);
        }
    }

    private void Take(PersonFacts person, ReturnQuestion question)
    {
        _people[person.Id] = person;
        _leftOut.AddRange(WhyNot.LeftOut(person, question).Select(v => new LeftOut(person.Id, v)));
    }

    private static IReadOnlyList<Member> Between(QuarterlyReturn one, QuarterlyReturn other) =>
        [.. one.I1.Total(Tables.ReleasedStarted).Members.ExceptBy(other.I1.Total(Tables.ReleasedStarted).Members.Select(m => m.PersonId), m => m.PersonId)];
}
