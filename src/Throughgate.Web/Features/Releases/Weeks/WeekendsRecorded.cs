using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Weeks;

/// <summary>Weekend provision in one of the first weeks: offered and taken up, null where nobody said.</summary>
public sealed record WeekendSaid(bool? Offered, bool? TakenUp)
{
    public string Tell(Words words) => words["offered: {0}, taken up: {1}", Answer(words, Offered), Answer(words, TakenUp)];

    private static string Answer(Words words, bool? said) => said switch { true => words["Yes"], false => words["No"], null => words["not known"] };
}

/// <param name="Week">1 for the week that begins with the day of release.</param>
public sealed record WeekendRecorded(int Week, WeekendSaid? Was, WeekendSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Was is null
            ? words["Weekend provision, week {0} after release: {1}", Week, Said.Tell(words)]
            : words["Weekend provision, week {0} after release: {1}; before: {2}", Week, Said.Tell(words), Was.Tell(words)];
}
