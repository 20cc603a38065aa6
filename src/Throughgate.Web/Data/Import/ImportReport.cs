namespace Throughgate.Web.Data.Import;

/// <summary>Rows of one file: new here, different here, as they were. A row that a bag no longer has is a change too.</summary>
public sealed class FileCounts
{
    public long Added { get; internal set; }

    public long Changed { get; internal set; }

    public long Left { get; internal set; }

    public long Rows => Added + Changed + Left;
}

/// <summary>A cell of the bundle that was not written: ours is what is held, theirs what the bundle says (null for an empty cell).</summary>
public sealed record Opposed(string File, int Line, string Reference, string Column, string? Ours, string? Theirs, Guid? PersonId)
{
    /// <summary>What stands for ours where the row was voided here; the key of its Welsh.</summary>
    public const string Voided = "voided here as wrongly recorded";

    /// <summary>What stands for ours where two records were merged and both have a residence for those days; the key of its Welsh.</summary>
    public const string Merged = "another residence of the merged records";
}

/// <summary>Something the bundle leaves unproved; it does not stop the import.</summary>
/// <param name="Gate">Which gate lacks its evidence: place, plan, start or closing.</param>
public sealed record Warning(string Gate, long Count, string Text);

/// <summary>What an import did, or would do.</summary>
public sealed class ImportReport
{
    private const int Listed = 1000;
    private readonly List<Opposed> _conflicts = [];
    private readonly List<Opposed> _kept = [];
    private readonly List<Warning> _warnings = [];

    /// <summary>Of an import that was kept.</summary>
    public Guid? ImportId { get; internal set; }

    public Dictionary<string, FileCounts> Files { get; } = new(StringComparer.Ordinal);

    public long Added => Files.Values.Sum(f => f.Added);

    public long Changed => Files.Values.Sum(f => f.Changed);

    public long Left => Files.Values.Sum(f => f.Left);

    /// <summary>Rows recorded or corrected here that the bundle gives otherwise. The first 1,000; <see cref="ConflictCount"/> has them all.</summary>
    public IReadOnlyList<Opposed> Conflicts => _conflicts;

    public long ConflictCount { get; private set; }

    /// <summary>Known values that an empty cell would have wiped out, and did not.</summary>
    public IReadOnlyList<Opposed> Kept => _kept;

    public long KeptCount { get; private set; }

    public IReadOnlyList<Warning> Warnings => _warnings;

    internal void Conflict(Opposed cell)
    {
        ConflictCount++;
        if (_conflicts.Count < Listed)
        {
            _conflicts.Add(cell);
        }
    }

    internal void KeepKnown(Opposed cell)
    {
        KeptCount++;
        if (_kept.Count < Listed)
        {
            _kept.Add(cell);
        }
    }

    internal void Warn(Warning warning) => _warnings.Add(warning);
}

/// <summary>A row that an import changed, with the cells as they were and as they are; null where there is no row.</summary>
public sealed record RowChange(
    string File,
    string Reference,
    Guid? PersonId,
    Guid? CaseId,
    IReadOnlyDictionary<string, string?>? Was,
    IReadOnlyDictionary<string, string?>? Is
);

/// <summary>One import as its parts see it.</summary>
/// <param name="Append">Takes the changes of a group of rows into history, in the same transaction.</param>
internal sealed record ImportWork(
    ImportConnection Connection,
    Guid ImportId,
    DateOnly Today,
    bool TakeTheirs,
    Bundle.Problems Problems,
    ImportReport Report,
    Func<IReadOnlyList<RowChange>, CancellationToken, Task> Append
)
{
    public FileCounts Counts(Bundle.BundleFile file) =>
        Report.Files.TryGetValue(file.Name, out var counts) ? counts : Report.Files[file.Name] = new FileCounts();
}
