using Throughgate.Domain.Programmes;

namespace Throughgate.Web.Ui.Language;

/// <summary>How far a programme has come, in words.</summary>
public static class StandingInWords
{
    public static string Of(Words words, StandingSince standing)
    {
        var since = standing.Since is { } on ? new Days(words).Plain(on) : "";
        return standing.Standing switch
        {
            Standing.Closed => words["Closed {0}", since],
            Standing.Started => words["Started {0}", since],
            Standing.Accepted => words["Accepted {0}, plan not agreed yet", since],
            Standing.NotTakenUp => words["Offered, not taken up: last offer {0}", since],
            Standing.Undecided => words["Offered {0}, undecided", since],
            _ => words["Not offered yet"],
        };
    }
}
