namespace Throughgate.Domain.Returns.Counts;

/// <summary>One row of counts; null where a count is hidden.</summary>
public sealed record SafeRow(string Key, IReadOnlyList<int?> Counts);

/// <summary>One breakdown, by the columns of its table.</summary>
/// <param name="Code">A table of the form, or a coarser breakdown of one: see <see cref="SafeReturn"/>.</param>
public sealed record SafeTable(string Code, IReadOnlyList<string> Columns, IReadOnlyList<SafeRow> Rows)
{
    public bool HidesAnything => Rows.Any(r => r.Counts.Any(c => c is null));
}

/// <summary>
/// A return as somebody may see it who may not open the people (INF-6): numbers only, so that nothing else can slip through, and by one
/// reading only, since two would give away the difference.
/// </summary>
/// <param name="Heads">Released, of those started, started before, community starts, completing, in full-time ETE, closed not counted.</param>
/// <param name="Breakdowns">Gender; age; gender and age (I1); ethnic group; ethnicity (I2); offence (I3); Asset (I5).</param>
public sealed record SafeReturn(ReturnQuestion Question, SafeTable Heads, IReadOnlyList<SafeTable> Breakdowns)
{
    public bool HidesAnything => Heads.HidesAnything || Breakdowns.Any(b => b.HidesAnything);
}
