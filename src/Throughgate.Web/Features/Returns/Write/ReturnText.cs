using System.Globalization;
using Throughgate.Domain.Returns;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>The return for somebody who reads it in a terminal: what stops it first, then the tables without their empty rows.</summary>
public static class ReturnText
{
    public static async Task WriteAsync(TextWriter to, QuarterlyReturn figures, bool withPeople)
    {
        var question = figures.Question;
        await to.WriteLineAsync($"{question.Scheme} · {question.Quarter} · {question.Reading.Code()}");
        await to.WriteLineAsync(figures.Submittable ? "Nothing stops the return." : "The return cannot be handed in yet:");
        foreach (var check in figures.Checks.Where(c => !c.Holds))
        {
            await to.WriteLineAsync($"  {check.Code}: {(check.Cases.Count == 0 ? "see the problems" : "mend " + string.Join(", ", check.Cases))}");
        }

        foreach (var problem in figures.Problems)
        {
            await to.WriteLineAsync($"  {problem.Person} {problem.Case}{(problem.Case.Length > 0 ? " " : "")}{problem.Text}");
        }

        foreach (var table in figures.AllTables)
        {
            await WriteTableAsync(to, table, withPeople);
        }

        await to.WriteLineAsync();
        await WriteFigureAsync(to, figures.StartedBefore, withPeople);
        await WriteFigureAsync(to, figures.ClosedNotCounted, withPeople);
    }

    private static async Task WriteTableAsync(TextWriter to, ReturnTable table, bool withPeople)
    {
        await to.WriteLineAsync();
        await to.WriteLineAsync(Line(table.Code, table.Columns));
        foreach (var row in table.Rows.Where(r => r.Figures.Any(f => f.Value > 0)))
        {
            await to.WriteLineAsync(Line(row.Key, row.Figures.Select(Number)));
            foreach (var figure in row.Figures.Where(f => withPeople && f.Value > 0))
            {
                await to.WriteLineAsync($"    {figure.Column}: {string.Join(' ', figure.People)}");
            }
        }

        if (table.Code is "I1" or "I2" or "I3")
        {
            await to.WriteLineAsync(Line("total", table.Columns.Select(c => Number(table.Total(c)))));
        }
    }

    private static async Task WriteFigureAsync(TextWriter to, Figure figure, bool withPeople) =>
        await to.WriteLineAsync($"{figure.Column} {Number(figure)} {(withPeople ? string.Join(' ', figure.People) : "")}".TrimEnd());

    private static string Number(Figure figure) => figure.Value.ToString(CultureInfo.InvariantCulture);

    private static string Line(string key, IEnumerable<string> cells) => key.PadRight(44) + string.Concat(cells.Select(c => c.PadLeft(18)));
}
