namespace Throughgate.Web.Data.Rows;

/// <summary>How the work of one worker, mentor or volunteer with a young person ends (OPN-10).</summary>
public sealed class EndingRow : Row, IOfCase
{
    public Guid CaseId { get; set; }

    /// <summary>By name: as allocated, or somebody who is not.</summary>
    public required string Who { get; set; }

    /// <summary>A code of <see cref="Parts"/>.</summary>
    public required string Part { get; set; }

    /// <summary>The day on which it was planned with them.</summary>
    public DateOnly PlannedOn { get; set; }

    /// <summary>The last time they meet; null while no day is fixed.</summary>
    public DateOnly? GoodbyeOn { get; set; }
    public required string How { get; set; }

    /// <summary>What they are to the young person, as it is said (English, the key of its Welsh).</summary>
    public static IReadOnlyDictionary<string, string> Parts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AllocationRoles.LeadWorker] = Ui.Language.Words.Key("Lead worker"),
        [AllocationRoles.CaseManager] = Ui.Language.Words.Key("Case manager"),
        [AllocationRoles.Mentor] = Ui.Language.Words.Key("Mentor"),
        ["volunteer"] = Ui.Language.Words.Key("Volunteer"),
        ["other"] = Ui.Language.Words.Key("Somebody else who works with them"),
    };
}

/// <summary>A young person asks to stop (OPN-12), and is asked to come back on a day.</summary>
public sealed class WishToStopRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly AskedOn { get; set; }
    public required string OwnWords { get; set; }

    /// <summary>They were told that drop-in and crisis support stay open (OPN-8).</summary>
    public bool ToldDropIn { get; set; }

    /// <summary>The day by which they are asked to come back.</summary>
    public DateOnly ComeBackOn { get; set; }

    /// <summary>The day on which they were; null before.</summary>
    public DateOnly? OfferedOn { get; set; }

    /// <summary>What they said to it.</summary>
    public string? Answer { get; set; }
}
