using Throughgate.Domain.Figures;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>Figures as tables to take away, in the reader's words: as much of each as the page shows. What is hidden or not recorded is a word, never 0.</summary>
public sealed class FiguresBook(Words words)
{
    private readonly FigureInWords _said = new(words);

    /// <summary>Every measure over the period, the one before and the trend.</summary>
    public Book Of(Answered answered)
    {
        var rows = answered.Measures.SelectMany(m => new[] { answered.Of(m), answered.Before(m) }.Concat(answered.TrendOf(m)).DistinctBy(f => f.Period).Select(f => (IReadOnlyList<object?>)[_said.Theme(m.Theme), _said.Alone(m), .. Cells(f), m.Rule, _said.Edition(m.Edition)]));
        Column[] columns = [new(words["Part"], Kind.Text, words["Which part of the page"]), new(words["Figure"], Kind.Text), .. Columns, new(words["Rule"], Kind.Text), new(words["Whose definition"], Kind.Text)];
        return new(Name(answered, null), $"{words["How young people fare"]}: {Whose(answered)}", [new(words["Figures"], columns, [.. rows])])
        {
            Notes = Notes(answered),
            Terms = [.. answered.Measures.Select(m => (_said.Alone(m), Means(m)))],
        };
    }

    /// <summary>One measure: over time and by each breakdown; and its people, where the reader may open them.</summary>
    /// <param name="rows">The rows of a breakdown, by name.</param>
    public Book Of(Answered answered, Measure measure, IReadOnlyList<(Breakdown By, IReadOnlyList<(string Called, Shown Figure)> Rows)> rows, Sheet? people, bool peopleFirst)
    {
        IEnumerable<IReadOnlyList<object?>> all =
        [
            .. new[] { answered.Of(measure), answered.Before(measure) }.Concat(answered.TrendOf(measure)).DistinctBy(f => f.Period).Select(f => (IReadOnlyList<object?>)[words["All"].ToString(), "", .. Cells(f)]),
            .. rows.SelectMany(b => b.Rows.Select(r => (IReadOnlyList<object?>)[_said.By(b.By), r.Called, .. Cells(r.Figure)])),
        ];
        var figures = new Sheet(words["Figures"], [new(words["Broken down"], Kind.Text), new(words["Row"], Kind.Text), .. Columns], [.. all]);
        return new(Name(answered, measure), $"{_said.Alone(measure)}: {Whose(answered)}", people is null ? [figures] : peopleFirst ? [people, figures] : [figures, people])
        {
            Notes = [.. Notes(answered), _said.Edition(measure.Edition)],
            Terms = [(_said.Alone(measure), Means(measure)), .. measure.Parts.Select(p => (words[p.Label].ToString(), words["A part of “{0}”", _said.Alone(measure)].ToString()))],
        };
    }

    private Column[] Columns =>
        [
            new(words["From"], Kind.Date),
            new(words["To"], Kind.Date),
            new(words["Shown as"], Kind.Text, words["Empty where the numbers are there; or why they are not"]),
            new(words["Counted"], Kind.Whole, words["How many are counted"]),
            new(words["Met"], Kind.Whole, words["Of those, who meet it"]),
            new(words["Not met"], Kind.Whole, words["Of those, who do not"]),
            new(words["Cannot be told"], Kind.Whole, words["Of those, of whom it is not recorded or cannot be told yet: on neither side of the share"]),
            new(words["Share"], Kind.Share, words["Who meet it, of those of whom it can be told"]),
            new(words["Middle"], Kind.Number, words["The middle one of the amounts, in the unit of the figure"]),
        ];

    private object?[] Cells(Shown figure) =>
        [
            figure.Period.From,
            figure.Period.To,
            figure.IsCounted ? _said.Untold(figure) : _said.Value(figure),
            figure.Whole,
            figure.Measure.Shape == Shape.Share ? figure.Met : null,
            figure.Measure.Shape == Shape.Share ? figure.NotMet : null,
            figure.Untold,
            figure.Share,
            figure.Middle,
        ];

    private string Means(Measure measure) => string.Join(' ', new[] { measure.Whole, measure.Meets, measure.Unknown, measure.Beware }.Where(t => t.Length > 0).Select(t => words[t].ToString()));

    private string Whose(Answered answered) => $"{answered.Level.Called}, {PeriodAsked.Say(answered.Period.Days, words)}";

    private List<string> Notes(Answered answered) =>
        answered.SeesPeople
            ? [words["Counted from the records of today, against {0}. Each figure opens what it means and whom it counts.", PeriodAsked.Say(answered.Period.Before, words)]]
            : [words["These are numbers of whole financial years, so that nobody can be recognised. A figure with a count of 1 to 4 people in it is hidden, and with it what would give it away."]];

    private static string Name(Answered answered, Measure? measure) =>
        $"figures-{(measure is null ? "" : $"{measure.Code}-")}{answered.Level.Code.Replace(':', '-')}-{PeriodAsked.Text(answered.Period.Days.From)}-{PeriodAsked.Text(answered.Period.Days.To!.Value)}";
}
