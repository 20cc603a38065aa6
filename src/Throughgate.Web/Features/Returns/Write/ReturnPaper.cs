using System.Globalization;
using Throughgate.Domain.Returns;
using Throughgate.Web.Features.Returns.Show;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Printing.Papers;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>The return as a document: where it stands, its head figures and the tables of the form, rows down so that a page holds them. Nobody is named.</summary>
public sealed class ReturnPaper(Words words)
{
    private readonly Said _said = new(words);

    /// <param name="state">Where it stands, sentence by sentence.</param>
    public Paper Of(ReturnAddress address, QuarterlyReturn figures, IEnumerable<string> state)
    {
        var paper = new Paper($"{words["Quarterly return"]}: {Said.Scheme(address.Scheme)}, {_said.Quarter(address.Quarter)}", words);
        foreach (var sentence in state)
        {
            paper.Text(sentence);
        }

        var reading = figures.Question.Reading;
        Figure[] heads = [figures.I1.Total(Tables.Released), figures.I1.Total(Tables.ReleasedStarted), figures.StartedBefore, figures.I1.Total(Tables.CommunityStarted), figures.I4.Rows[0].Figures[0], figures.I4.Rows[0].Figures[1], figures.ClosedNotCounted];
        paper.Heading(words["Totals"]).Table(words["Totals"], [words["Figure"], words["How many"]], heads.Select(f => (IReadOnlyList<string>)[_said.Alone(f.Column, reading), Text(f.Value)]), new HashSet<int> { 1 });
        foreach (var table in new[] { figures.I1, figures.I2, figures.I3, figures.I5 })
        {
            paper.Heading($"{table.Code} {_said.Table(table.Code)}");
            paper.Table(
                _said.Table(table.Code),
                [words["Row"], .. table.Columns.Select(c => _said.Measure(c, reading))],
                table.Rows.Select(r => Row(_said.Row(table.Code, r.Key), r.Figures)).Concat(table.Code == "I5" ? [] : [Row(words["Total"], [.. table.Columns.Select(table.Total)])]),
                Enumerable.Range(1, table.Columns.Count).ToHashSet()
            );
        }

        paper.Heading(words["Checks"]).Bullets(figures.Checks.Select(c => $"{Mending.Asks(c.Code, words)}: {(c.Holds ? words["holds"] : words["does not hold"])}"));
        return paper;
    }

    private static List<string> Row(string name, IReadOnlyList<Figure> figures) => [name, .. figures.Select(f => Text(f.Value))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
