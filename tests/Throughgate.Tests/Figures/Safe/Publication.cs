using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.People;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>One cell of what is published of one scheme and year: a part of a figure, of a row, or what lies between two that are nested by definition.</summary>
/// <param name="People">How many people it counts.</param>
internal sealed record Cell(string Name, int At, int People);

/// <summary>
/// Everything that anybody is shown of some schemes: each scheme's board, with the quarters of its return, two consortia, everybody. Unknown are the cells of every figure, scheme by scheme;
/// equations are the definitions (parts and rows add up, the same is counted twice, one lies in another) and the numbers shown. Of the product only what it
/// shows is asked; what each cell counts is found anew.
/// </summary>
internal sealed partial class Publication
{
    public static readonly DateRange[] Years = [new(Day("2010-04-01"), Day("2011-03-31")), new(Day("2009-04-01"), Day("2010-03-31"))];

    private static readonly Breakdown[] OneWay = [Breakdown.Establishment, Breakdown.Gender, Breakdown.EthnicGroup, Breakdown.LookedAfter, Breakdown.Send];

    private readonly IReadOnlyList<PersonFacts> _people;
    private readonly FiguresOfPeople _truth;
    private readonly Dictionary<(string Scheme, string Measure, string Row, string Part), Cell> _cells = [];
    private readonly Dictionary<(string Scheme, int Nested), Cell> _between = [];
    private readonly List<Cell> _all = [];
    private readonly Solver[] _solvers;
    private readonly Dictionary<Guid, int> _numbers;

    /// <param name="sums">Without, each board is shown its own, and nobody sums.</param>
    public Publication(IReadOnlyList<PersonFacts> people, IReadOnlyList<string> schemes, int year = 0, bool sums = true)
    {
        (_people, Schemes, Year) = (people, schemes, year);
        _solvers = [Together, Alone];
        _numbers = people.Select((p, i) => (p.Id, At: i + 1)).ToDictionary(p => p.Id, p => p.At);
        Sums = sums ? SumsOf(schemes) : [];
        _truth = Reckoned(null, OneWay);
        foreach (var scheme in _truth.Schemes)
        {
            Definitions(scheme);
        }

        Boards = schemes.ToDictionary(s => s, s => new SafeView(Reckoned(s, OneWay)));
        foreach (var (scheme, board) in Boards)
        {
            Learn(board, [scheme], _solvers);
            Returns(scheme);
        }

        for (var i = 0; i < Sums.Count; i++)
        {
            var view = new SafeView(Reckoned(null, OneWay), [.. Sums.Take(i + 1)]);
            Learn(view, [.. _truth.Schemes.Where(Sums[i].Has)], [Together]);
            Views.Add(view);
        }
    }

    public IReadOnlyList<string> Schemes { get; }

    public int Year { get; }

    /// <summary>Two consortia, which may have a scheme in common, and everybody.</summary>
    public IReadOnlyList<SumOfSchemes> Sums { get; }

    /// <summary>What follows from what each scheme's board sees.</summary>
    public Solver Alone { get; } = new(1);

    /// <summary>What follows from everything.</summary>
    public Solver Together { get; } = new(2);

    public IReadOnlyDictionary<string, SafeView> Boards { get; }

    public List<SafeView> Views { get; } = [];

    public IReadOnlyList<Cell> Cells => _all;

    /// <summary>Every figure of every sum, and what lies between two that are nested: its cells over all of its schemes, and over those of which no board knows them.</summary>
    public IEnumerable<(string Name, IReadOnlyList<Cell> Cells)> CellsOfSums =>
        from sum in Sums
        from cells in
            _cells.Keys.Select(k => (k.Measure, k.Row, k.Part)).Distinct()
                .Select(key => (Name: $"{sum.Code} {key}", Of: _truth.Schemes.Where(sum.Has).Select(s => _cells.GetValueOrDefault((s, key.Measure, key.Row, key.Part))).OfType<Cell>().ToList()))
                .Concat(_between.Keys.Select(k => k.Nested).Distinct().Select(n => (Name: $"{sum.Code} between {n}", Of: _truth.Schemes.Where(sum.Has).Select(s => _between.GetValueOrDefault((s, n))).OfType<Cell>().ToList())))
        from some in new[] { cells.Of, [.. cells.Of.Where(c => !Alone.Settles([c.At]))] }
        select (cells.Name, (IReadOnlyList<Cell>)some);

    public static IReadOnlyList<SumOfSchemes> SumsOf(IReadOnlyList<string> schemes)
    {
        var half = schemes.Count / 2;
        return
        [
            new("one", schemes.Take(half + 1).ToHashSet()),
            new("two", schemes.Skip(schemes.Count % 2 == 0 ? half : half + 1).ToHashSet()),
            SumOfSchemes.Everybody,
        ];
    }

    public FiguresOfPeople Reckoned(string? scheme, IReadOnlyList<Breakdown> breakdowns, Keeps keeps = Keeps.Events)
    {
        var yots = Schemes.ToHashSet();
        var scope = scheme is null ? new Scope { Yots = yots.Append("nowhere").ToHashSet() } : new Scope { Schemes = new HashSet<string> { scheme }, Yots = new HashSet<string> { scheme } };
        string? SchemeOfYot(string yot) => yots.Contains(yot) ? yot : null;
        var figures = new FiguresOfPeople(MeasureRegister.All, Told.Asked("2011-06-30", Years[Year]) with { Scope = scope, SchemeOfYot = SchemeOfYot }, keeps)
        {
            Breakdowns = breakdowns,
            SchemeOf = scheme is null ? m => m.Scheme ?? SchemeOfYot(m.Yot ?? "") : null,
        };
        foreach (var person in _people)
        {
            figures.Add(person);
        }

        return figures;
    }

    private void Definitions(string scheme)
    {
        foreach (var measure in MeasureRegister.All)
        {
            Name(scheme, "", _truth.OfScheme(scheme, measure));
            foreach (var by in measure.Shape == Shape.Share ? OneWay : [])
            {
                var rows = _truth.RowsOf(measure, by, s => s == scheme);
                foreach (var (row, tally) in rows)
                {
                    Name(scheme, $"{by} {row}", tally);
                }

                foreach (var part in measure.Parts)
                {
                    Know(_solvers, [(Of(scheme, measure, "", part.Code), 1), .. rows.Select(r => (Of(scheme, measure, $"{by} {r.Row}", part.Code), -1))]);
                }
            }
        }

        foreach (var ((within, whole), nested) in Nested.Of().Select((n, at) => (n, at)))
        {
            var (few, many) = (within.Select(w => Of(scheme, w.Measure, "", w.Part)).ToList(), whole.Select(w => Of(scheme, w.Measure, "", w.Part)).ToList());
            var left = EventsOf(scheme, whole).Except(EventsOf(scheme, within)).ToList();
            EventsOf(scheme, within).Except(EventsOf(scheme, whole)).ShouldBeEmpty($"{within[0]} in {whole[0]}");
            if (left.Count > 0)
            {
                _between[(scheme, nested)] = New($"{scheme}: {whole[0]} without {within[0]}", left);
            }

            (Cell, int)[] between = _between.TryGetValue((scheme, nested), out var cell) ? [(cell, -1)] : [];
            Know(_solvers, [.. many.Select(c => (c, 1)), .. few.Select(c => (c, -1)), .. between]);
        }
    }

    private IEnumerable<Event> EventsOf(string scheme, IReadOnlyList<(Measure Measure, string Part)> parts) =>
        parts.SelectMany(p => _truth.OfScheme(scheme, p.Measure).EventsOf(p.Measure.Parts.ToList().FindIndex(x => x.Code == p.Part))).Distinct();

    private void Name(string scheme, string row, Tally tally)
    {
        for (var i = 0; i < tally.Measure.Parts.Count; i++)
        {
            _cells[(scheme, tally.Measure.Code, row, tally.Measure.Parts[i].Code)] = New($"{scheme} {tally.Measure} {row} {tally.Measure.Parts[i].Code}", tally.EventsOf(i));
        }
    }

    private Cell New(string name, IEnumerable<Event> events)
    {
        var at = _solvers.Select(s => s.Unknown()).Distinct().Single();
        _all.Add(new(name, at, events.Select(e => e.Person).Distinct().Count()));
        return _all[^1];
    }

    private Cell Of(string scheme, Measure measure, string row, string part) => _cells[(scheme, measure.Code, row, part)];

    private static void Know(IEnumerable<Solver> solvers, IReadOnlyList<(Cell Cell, int Times)> these)
    {
        foreach (var solver in solvers)
        {
            solver.Learn(these.Select(t => (t.Cell.At, t.Times)));
        }
    }

    private void Learn(SafeView view, IReadOnlyList<string> schemes, IReadOnlyList<Solver> solvers)
    {
        foreach (var measure in MeasureRegister.All)
        {
            Learn(view.Of(measure, 0), "", schemes, solvers);
            foreach (var by in view.Breakdowns)
            {
                foreach (var (row, figure) in view.By(measure, by))
                {
                    Learn(figure, $"{by} {row}", schemes, solvers);
                }
            }
        }
    }

    private void Learn(Shown shown, string row, IReadOnlyList<string> schemes, IReadOnlyList<Solver> solvers)
    {
        void If(int? number, Func<Part, bool> of)
        {
            if (number is not null)
            {
                Know(solvers, [.. shown.Measure.Parts.Where(of).SelectMany(p => schemes.Select(s => _cells.GetValueOrDefault((s, shown.Measure.Code, row, p.Code)))).OfType<Cell>().Select(c => (c, 1))]);
            }
        }

        if (shown.As == ShownAs.NotRecorded && solvers.Contains(Alone))
        {
            // Its own board is told that nothing is recorded of anybody: what a sum says of it beyond that is no more.
            shown.Measure.Parts.ToList().ForEach(p => Know([Alone], [.. schemes.Select(s => _cells.GetValueOrDefault((s, shown.Measure.Code, row, p.Code))).OfType<Cell>().Select(c => (c, 1))]));
        }

        If(shown.Whole, _ => true);
        If(shown.Met, p => p.Tells == Tells.Met);
        If(shown.NotMet, p => p.Tells == Tells.NotMet);
        If(shown.Untold, p => p.Tells == Tells.Neither);
        for (var i = 0; shown.Parts is not null && i < shown.Measure.Parts.Count; i++)
        {
            If(shown.Parts[i], p => p == shown.Measure.Parts[i]);
        }
    }
}
