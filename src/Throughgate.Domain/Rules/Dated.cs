namespace Throughgate.Domain.Rules;

/// <summary>A value set from a day on, by somebody, for a reason.</summary>
public sealed record DatedValue<T>(T Value, DateOnly From, string By, string Reason);

/// <summary>
/// A value with a default and dated changes to it. Of two changes from the same day the later in the list holds, so that a correction can
/// be added without taking the first away.
/// </summary>
public sealed class Dated<T>(T byDefault, IEnumerable<DatedValue<T>> changes)
{
    private readonly DatedValue<T>[] _changes = [.. changes.OrderBy(c => c.From)];

    public T Default { get; } = byDefault;

    public IReadOnlyList<DatedValue<T>> Changes => _changes;

    /// <summary>The change in force on the day; null where the default holds.</summary>
    public DatedValue<T>? ChangeOn(DateOnly day) => Array.FindLast(_changes, c => c.From <= day);

    public T On(DateOnly day) => ChangeOn(day) is { } change ? change.Value : Default;
}
