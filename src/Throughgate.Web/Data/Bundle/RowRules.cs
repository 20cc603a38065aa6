namespace Throughgate.Web.Data.Bundle;

/// <summary>What must hold between the cells of one row, and what is worked out from them. Told as (column, problem, expected).</summary>
public static class RowRules
{
    public delegate void Tell(string column, string problem, string expected);

    public static void Check(RowCells row, Tell tell)
    {
        switch (row.File.Name)
        {
            case "people":
                Person(row);
                break;
            case "sentences":
                Sentence(row, tell);
                break;
            case "cases":
                Case(row, tell);
                break;
            case "residences" or "allocations" or "accommodation":
                NotBefore(row, tell, "to", "from");
                break;
        }
    }

    private static void Person(RowCells row)
    {
        var (first, last) = (row.File["first_name"], row.File["last_name"]);
        row.SetDerived(0, Names.Search(row.IsKnown(first) ? row.Text(first) : "", row.IsKnown(last) ? row.Text(last) : ""));
    }

    private static void Sentence(RowCells row, Tell tell)
    {
        NotBefore(row, tell, "released_on", "sentenced_on");
        var type = row.File["type"];
        if (!row.IsKnown(type))
        {
            return;
        }

        var kind = Reference.Instance.KindOf(row.Text(type));
        row.SetDerived(0, kind.ToString().ToLowerInvariant());
        if (kind == SentenceKind.Custodial)
        {
            return;
        }

        foreach (var column in (ReadOnlySpan<string>)["expected_release_on", "released_on"])
        {
            if (!row.IsEmpty(row.File[column]))
            {
                tell(column, $"is given for {Named(row, type)}, which is not custodial", "empty, or a custodial type of sentence");
            }
        }

        if (kind != SentenceKind.Remand && !row.IsEmpty(row.File["establishment"]))
        {
            tell("establishment", $"is given for {Named(row, type)}, which is neither custodial nor a remand", "empty, or a custodial or remand type of sentence");
        }
    }

    private static void Case(RowCells row, Tell tell)
    {
        var (closed, reason) = (row.File["closed_on"], row.File["closing_reason"]);
        if (row.IsEmpty(closed) != row.IsEmpty(reason))
        {
            tell(
                "closing_reason",
                row.IsEmpty(closed) ? "is given for a case that is not closed" : "is empty for a case that is closed",
                row.IsEmpty(closed) ? "empty, or the day of closing in closed_on" : row.File.Columns[reason].Expected
            );
        }

        if (!row.IsKnown(closed))
        {
            return;
        }

        var (person, yot) = (row.File["plan_agreed_by_person_on"], row.File["plan_agreed_by_yot_on"]);
        if (row.IsEmpty(person) || row.IsEmpty(yot))
        {
            tell(
                "closed_on",
                "is given for a programme that has not started",
                $"empty, or {(row.IsEmpty(person) ? "plan_agreed_by_person_on" : "")}{(row.IsEmpty(person) && row.IsEmpty(yot) ? " and " : "")}{(row.IsEmpty(yot) ? "plan_agreed_by_yot_on" : "")} too"
            );
        }
        else if (row.IsKnown(person) && row.IsKnown(yot))
        {
            var start = row.Day(person) > row.Day(yot) ? row.Day(person) : row.Day(yot);
            if (row.Day(closed) < start)
            {
                tell("closed_on", $"{row.Day(closed):yyyy-MM-dd} is before the start of the programme", $"{start:yyyy-MM-dd} or later");
            }
        }
    }

    private static void NotBefore(RowCells row, Tell tell, string later, string earlier)
    {
        if (row.DayOrNull(later) is { } end && row.DayOrNull(earlier) is { } start && end < start)
        {
            tell(later, $"{end:yyyy-MM-dd} is before {earlier}", $"{start:yyyy-MM-dd} or later");
        }
    }

    private static string Named(RowCells row, int column) => CellParser.Shown(row.Bytes(column));
}
