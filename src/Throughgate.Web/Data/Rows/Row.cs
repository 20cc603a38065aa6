namespace Throughgate.Web.Data.Rows;

/// <summary>What every row of the caseload carries: its key, where it came from and a number against lost updates.</summary>
public abstract class Row
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><see cref="Origins.Imported"/> or <see cref="Origins.Recorded"/>.</summary>
    public string Origin { get; set; } = Origins.Recorded;

    /// <summary>The import that brought or last changed the row.</summary>
    public Guid? ImportId { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Wrongly recorded: kept, with the reason in history, and read by no rule, page or figure.</summary>
    public bool Voided { get; set; }
}

public static class Origins
{
    public const string Imported = "imported";
    public const string Recorded = "recorded";
}

/// <summary>A row that belongs to one programme: found by <c>visible.OfCase</c>.</summary>
public interface IOfCase
{
    Guid CaseId { get; }
}

/// <summary>A row that belongs to one young person: found by <c>visible.OfPerson</c>.</summary>
public interface IOfPerson
{
    Guid PersonId { get; }
}
