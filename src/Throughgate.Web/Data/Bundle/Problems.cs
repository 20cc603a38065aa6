namespace Throughgate.Web.Data.Bundle;

/// <summary>One thing wrong with a bundle, as its sender can mend it. Line 0 and an empty column speak of the file as a whole.</summary>
public sealed record Problem(string File, int Line, string Column, string What, string Expected)
{
    /// <summary><c>file:line: column: what is wrong and what was expected</c>.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Column.Length > 0 ? Column + ": " : "")}{What}; expected {Expected}";
}

/// <summary>Every problem is counted, the first 1,000 are kept.</summary>
public sealed class Problems
{
    public const int Kept = 1000;

    private readonly List<Problem> _first = [];

    public long Count { get; private set; }

    public bool Any => Count > 0;

    /// <summary>In the order of the files, then of their lines.</summary>
    public IReadOnlyList<Problem> First => [.. _first.OrderBy(p => Order(p.File)).ThenBy(p => p.Line)];

    public void Add(string file, int line, string column, string what, string expected)
    {
        Count++;
        if (_first.Count < Kept)
        {
            _first.Add(new(file, line, column, what, expected));
        }
    }

    private static int Order(string file)
    {
        for (var i = 0; i < BundleFiles.All.Count; i++)
        {
            if (string.Equals(BundleFiles.All[i].FileName, file, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
