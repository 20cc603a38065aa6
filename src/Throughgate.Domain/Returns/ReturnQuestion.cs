namespace Throughgate.Domain.Returns;

/// <summary>The two readings of "of those released, started" (RET-1): the source leaves the choice open.</summary>
public enum Reading
{
    /// <summary>Started in the quarter, whatever came later. The default.</summary>
    InPeriod,

    /// <summary>Started on or before the quarter's last day, and not closed before the release.</summary>
    ByPeriodEnd,
}

public static class Readings
{
    public const string InPeriod = "in-period";
    public const string ByPeriodEnd = "by-period-end";

    public static string Code(this Reading reading) => reading == Reading.InPeriod ? InPeriod : ByPeriodEnd;

    /// <summary>Reads the code; nothing given is the default.</summary>
    public static bool TryParse(string? code, out Reading reading)
    {
        reading = code == ByPeriodEnd ? Reading.ByPeriodEnd : Reading.InPeriod;
        return code is null or "" or InPeriod or ByPeriodEnd;
    }
}

/// <summary>What a return is asked for: one scheme, one quarter, one reading, and the code lists that give its rows.</summary>
public sealed record ReturnQuestion
{
    /// <summary>Code of the scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Codes of the YOTs that run the scheme: whoever usually lives there is resident.</summary>
    public required IReadOnlySet<string> Yots { get; init; }

    public required FinancialQuarter Quarter { get; init; }

    public Reading Reading { get; init; } = Reading.InPeriod;

    /// <summary>Codes of the list <c>ethnicity</c>, in its order: the rows of I2.</summary>
    public required IReadOnlyList<string> Ethnicities { get; init; }

    /// <summary>Codes of the list <c>offence</c>, in its order: the rows of I3.</summary>
    public required IReadOnlyList<string> Offences { get; init; }
}
