namespace Throughgate.Domain.Contacts;

/// <summary>One contact, at a UK civil time.</summary>
/// <param name="Kind">Code of the list <c>contact</c>.</param>
/// <param name="CountsAs"><c>irs</c>, <c>statutory</c> or <c>iss</c>; never two of them (ISS-1).</param>
/// <param name="Outcome">Code of the list <c>outcome</c>.</param>
public readonly record struct Contact(DateTime At, int? Minutes, string Kind, string CountsAs, string Outcome)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }

    public DateOnly On => DateOnly.FromDateTime(At);

    public bool Attended => Outcome == ContactOutcomes.Attended;
}
