using Throughgate.Domain.Assessments;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Web.Features.Returns;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>
/// The four quarters of a scheme's return, which its board, its consortium and the nation may open beside the year's figures. Unknown are the cells of each quarter, as
/// small as the form parts them; equations are what adds up inside the return, what ties it to the figures by definition, and what is shown.
/// </summary>
internal sealed partial class Publication
{
    private const string Started = "started";
    private const string StartedBefore = "before";
    private const string Neither = "neither";
    private const string Rest = "rest";
    private const string Community = "community";
    private const string FullTime = "full-time";
    private const string NotFullTime = "not full-time";
    private const string NotCounted = "not counted";
    private static readonly string[] ChangesOfAsset = ["better", "worse", "same", "no-start", "no-end"];

    /// <summary>What each total of the return counts, in their order.</summary>
    private static readonly (string Column, string Row)[][] Heads =
    [
        [(Started, ""), (StartedBefore, ""), (Neither, "")],
        [(Started, "")],
        [(StartedBefore, "")],
        [(Community, "")],
        [(FullTime, ""), (NotFullTime, "")],
        [(FullTime, "")],
        [(NotCounted, "")],
    ];

    private readonly Dictionary<(string Scheme, int Quarter, string Column, string Row), Cell> _counts = [];
    private readonly Dictionary<(string Scheme, int Quarter, string Column, string Row), IReadOnlyList<Event>> _counted = [];

    /// <summary>How many columns of totals are shown of all schemes, each in four quarters.</summary>
    public int ColumnsShown { get; private set; }

    private void Returns(string scheme)
    {
        var quarters = Enumerable.Range(1, 4).Select(q => QuarterlyReturn.Reckon(_people, Question(scheme, q))).ToList();
        for (var q = 0; q < 4; q++)
        {
            CellsOf(scheme, q, quarters[q]);
        }

        BesideFigures(scheme);
        var published = PublishedPeople.Of(Boards[scheme], Reckoned(scheme, OneWay, Keeps.People));
        var shown = CountsOfYear.Of(quarters, Web.Features.Returns.Sums.GroupOf, published);
        ColumnsShown += shown[0].Heads.Rows[0].Counts.Count(c => c is not null);
        for (var q = 0; q < 4; q++)
        {
            Learn(scheme, q, shown[q]);
        }

        BesideColumns(scheme, shown);
    }

    private ReturnQuestion Question(string scheme, int quarter) =>
        Questions.Of("leeds", new FinancialQuarter(Years[Year].From.Year, quarter), Reading.InPeriod) with { Scheme = scheme, Yots = new HashSet<string> { scheme } };

    private void CellsOf(string scheme, int quarter, QuarterlyReturn figures)
    {
        void Name(string column, string row, IEnumerable<Member> members)
        {
            var events = members.Select(EventOf).ToList();
            (_counts[(scheme, quarter, column, row)], _counted[(scheme, quarter, column, row)]) = (New($"{scheme} return q{quarter + 1} {column} {row}", events), events);
        }

        var released = figures.I1.Total(Tables.Released).Members;
        bool Is(Member member, StartOutcome outcome) => member.Start!.Outcome == outcome;
        Name(Started, "", released.Where(m => Is(m, StartOutcome.Started)));
        Name(StartedBefore, "", released.Where(m => Is(m, StartOutcome.StartedBefore)));
        Name(Neither, "", released.Where(m => !Is(m, StartOutcome.Started) && !Is(m, StartOutcome.StartedBefore)));
        Name(Community, "", figures.I1.Total(Tables.CommunityStarted).Members);
        Name(NotCounted, "", figures.ClosedNotCounted.Members);
        foreach (var table in new[] { figures.I1, figures.I2, figures.I3 })
        {
            foreach (var row in table.Rows)
            {
                Name(Started, $"{table.Code} {row.Key}", row.Figures[1].Members);
                Name(Rest, $"{table.Code} {row.Key}", row.Figures[0].Members.Except(row.Figures[1].Members));
                Name(Community, $"{table.Code} {row.Key}", row.Figures[2].Members);
            }

            IEnumerable<(Cell, int)> Rows(string column) => table.Rows.Select(r => (Count(scheme, quarter, column, $"{table.Code} {r.Key}"), -1));
            Know(_solvers, [(Count(scheme, quarter, Started), 1), .. Rows(Started)]);
            Know(_solvers, [(Count(scheme, quarter, StartedBefore), 1), (Count(scheme, quarter, Neither), 1), .. Rows(Rest)]);
            Know(_solvers, [(Count(scheme, quarter, Community), 1), .. Rows(Community)]);
        }

        var completing = figures.Find("I4", "", Tables.Completing)!.Members;
        Name(FullTime, "", completing.Where(m => m.Ete is { IsFullTime: true }));
        Name(NotFullTime, "", completing.Where(m => m.Ete is not { IsFullTime: true }));
        for (var i = 0; i < Assessment.Sections.Count; i++)
        {
            var section = i;
            foreach (var change in ChangesOfAsset)
            {
                Name(change, Assessment.Sections[i], completing.Where(m => ChangeOf(m.Asset!, section) == change));
            }

            Know(_solvers, [(Count(scheme, quarter, FullTime), 1), (Count(scheme, quarter, NotFullTime), 1), .. ChangesOfAsset.Select(c => (Count(scheme, quarter, c, Assessment.Sections[section]), -1))]);
        }
    }

    private static string ChangeOf(AssetChange asset, int section) =>
        asset.Improved(section) ? "better"
        : asset.Deteriorated(section) ? "worse"
        : !asset.HasEnd(section) ? "no-end"
        : asset.Start[section] is null ? "no-start"
        : "same";

    /// <summary>
    /// By definition: who completed stands among the programmes that closed, section by section in the part that says the same, and those not counted are all who died, moved or
    /// were no case.
    /// </summary>
    private void BesideFigures(string scheme)
    {
        static Measure Called(string code) => MeasureRegister.Find(code)!;
        Beside(scheme, "not counted", [(NotCounted, "")], [(Called("closings"), "moved_away"), (Called("closings"), "died"), (Called("closings"), "recorded_in_error")], 0).ShouldBe(0);
        for (var i = 0; i < Assessment.Sections.Count; i++)
        {
            foreach (var (part, changes) in new[] { ("better", new[] { "better" }), ("worse", ["worse"]), ("same", ["same"]), ("not-recorded", ["no-start", "no-end"]) })
            {
                Beside(scheme, $"{part} of {i + 1}", [.. changes.Select(c => (c, Assessment.Sections[i]))], [(Called($"asset-{i + 1}"), part)], 0).ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    /// <summary>
    /// As a reader knows it who knows the people: of a column that is shown and a figure, one of which counts everybody at least as often as the other, what is between. A column that is
    /// hidden ties no figures together: what two figures of the year say of the same people on other days is asked of the figures (ADR 43).
    /// </summary>
    private void BesideColumns(string scheme, IReadOnlyList<SafeReturn> shown)
    {
        for (var i = 0; i < Heads.Length; i++)
        {
            var column = Heads[i];
            foreach (var measure in shown.All(q => q.Heads.Rows[0].Counts[i] is not null) ? MeasureRegister.All.Where(m => m.Shape == Shape.Share) : [])
            {
                foreach (var met in new[] { false, true })
                {
                    Beside(scheme, $"{column[0].Column} of {column.Length}", column, [.. measure.Parts.Where(p => !met || p.Tells == Tells.Met).Select(p => (measure, p.Code))], null);
                }
            }
        }
    }

    /// <summary>The year's column beside a figure: what lies between is a cell of its own; nobody between them, and they are one.</summary>
    /// <param name="expected">By definition the figure is never less; null where that is as it falls.</param>
    /// <returns>How many are between; below 0 where neither holds the other.</returns>
    private int Beside(string scheme, string name, IReadOnlyList<(string Column, string Row)> counts, IReadOnlyList<(Measure Measure, string Part)> figure, int? expected)
    {
        var keys = (from q in Enumerable.Range(0, 4) from c in counts select (scheme, q, c.Column, c.Row)).ToList();
        var years = keys.SelectMany(k => _counted[k]).CountBy(e => e.Person).ToDictionary();
        var parts = figure.SelectMany(p => _truth.OfScheme(scheme, p.Measure).EventsOf(p.Measure.Parts.ToList().FindIndex(x => x.Code == p.Part))).CountBy(e => e.Person).ToDictionary();
        var between = years.Keys.Union(parts.Keys).Select(p => (Person: p, More: parts.GetValueOrDefault(p) - years.GetValueOrDefault(p))).Where(d => d.More != 0).ToList();
        var more = between.TrueForAll(d => d.More > 0);
        if (years.Count == 0 || parts.Count == 0 ? expected is null : !more && !between.TrueForAll(d => d.More < 0))
        {
            return -1;
        }

        (Cell, int)[] left = between.Count == 0 ? [] : [(New($"{scheme}: {figure[0]} beside {name} of the return", between.Select(b => new Event(b.Person, 0, 0))), more ? -1 : 1)];
        Know(_solvers, [.. figure.Select(p => (Of(scheme, p.Measure, "", p.Part), 1)), .. keys.Select(k => (_counts[k], -1)), .. left]);
        return more ? between.Count : -1;
    }

    private void Learn(string scheme, int quarter, SafeReturn shown)
    {
        void If(int? number, params IEnumerable<(string Column, string Row)> of)
        {
            if (number is not null)
            {
                Know(_solvers, [.. of.Select(c => (Count(scheme, quarter, c.Column, c.Row), 1))]);
            }
        }

        for (var i = 0; i < Heads.Length; i++)
        {
            If(shown.Heads.Rows[0].Counts[i], Heads[i]);
        }

        foreach (var table in shown.Breakdowns)
        {
            foreach (var row in table.Rows)
            {
                if (table.Code == "I5")
                {
                    If(row.Counts[0], new[] { "better", "worse", "same", "no-start" }.Select(c => (c, row.Key)));
                    If(row.Counts[1], ("better", row.Key));
                    If(row.Counts[2], ("worse", row.Key));
                }
                else
                {
                    var rows = RowsOf(table.Code, row.Key);
                    If(row.Counts[0], rows.SelectMany(r => new[] { (Started, r), (Rest, r) }));
                    If(row.Counts[1], rows.Select(r => (Started, r)));
                    If(row.Counts[2], rows.Select(r => (Community, r)));
                }
            }
        }
    }

    /// <summary>The rows of the form that are together one row of a breakdown.</summary>
    private List<string> RowsOf(string table, string key)
    {
        IEnumerable<string> rows = table switch
        {
            Suppression.Gender => Tables.Ages.Select(age => $"I1 {Tables.GenderAndAge(key, age)}"),
            Suppression.Age => Tables.GendersInOrder.Select(gender => $"I1 {gender} {key}"),
            Suppression.EthnicGroup => Question("leeds", 1).Ethnicities.Where(e => Web.Features.Returns.Sums.GroupOf[e] == key).Select(e => $"I2 {e}"),
            _ => [$"{table} {key}"],
        };
        return [.. rows];
    }

    private Event EventOf(Member member) => new(_numbers[member.PersonId], member.Why.On!.Value.DayNumber, (member.Why.Case?.Id ?? member.Why.Sentence!.Id).GetHashCode());

    private Cell Count(string scheme, int quarter, string column, string row = "") => _counts[(scheme, quarter, column, row)];
}
