namespace Throughgate.Web.Cli;

/// <summary>What every verb answers to the shell.</summary>
public static class Exit
{
    public const int Done = 0;

    /// <summary>The input was refused; the message says why and what to do.</summary>
    public const int Refused = 1;
    public const int WrongUsage = 2;
    public const int Failed = 3;
}

/// <summary>Thrown where the input is refused: the message goes to standard error as it stands, the exit code is 1.</summary>
public sealed class RefusedException(string message) : Exception(message);

/// <summary>Thrown where options were put together wrongly: message to standard error, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
