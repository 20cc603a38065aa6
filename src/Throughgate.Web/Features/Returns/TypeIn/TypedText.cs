using System.Globalization;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;

namespace Throughgate.Web.Features.Returns.TypeIn;

/// <summary>One line of what was pasted that is no figure of the form.</summary>
public sealed record TypedProblem(int Line, string Text);

/// <summary>
/// Figures typed elsewhere, as lines <c>table,row,column,value</c> (I4 has no rows: that part is empty). A spreadsheet's own paste has tabs instead of
/// commas; a first line with the names of the columns is passed over.
/// </summary>
public static class TypedText
{
    public static string Write(IReadOnlyDictionary<(string Table, string Row, string Column), int> figures) =>
        string.Join('\n', figures.OrderBy(f => f.Key.Table, StringComparer.Ordinal).ThenBy(f => f.Key.Row, StringComparer.Ordinal).ThenBy(f => f.Key.Column, StringComparer.Ordinal)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key.Table},{f.Key.Row},{f.Key.Column},{f.Value}")));

    /// <param name="of">The return whose cells there are.</param>
    public static (Dictionary<(string, string, string), int> Figures, IReadOnlyList<TypedProblem> Problems) Read(string? text, QuarterlyReturn of)
    {
        var cells = Difference.Cells(of).Select(f => (f.Table, f.Row, f.Column)).ToHashSet();
        var (figures, problems) = (new Dictionary<(string, string, string), int>(), new List<TypedProblem>());
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim(' ', '\uFEFF');
            if (line.Trim('\t', ',').Length == 0 || (i == 0 && line.StartsWith("table", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var parts = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',').Select(p => p.Trim().Trim('"')).ToArray();
            if (parts.Length >= 4 && cells.Contains((parts[0], parts[1], parts[2])) && Number(parts[3]) is { } value)
            {
                figures[(parts[0], parts[1], parts[2])] = value;
            }
            else
            {
                problems.Add(new(i + 1, line.Length > 60 ? line[..60] + "…" : line));
            }
        }

        return (figures, problems);
    }

    /// <summary>0 to 99,999; null where it is no such number.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 99_999 ? value : null;
}
