using Throughgate.Domain.Releases;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Feedback;

/// <summary>A feedback form: answers 3 (yes), 2 (partly), 1 (no), null (not answered), in the order of <see cref="FeedbackForm.Questions"/>.</summary>
/// <param name="Stage">A code of <see cref="FeedbackStages"/>.</param>
/// <param name="How">paper, phone or screen.</param>
public sealed record FeedbackSaid(string Stage, DateOnly On, string How, IReadOnlyList<int?> Answers, string? OwnWords);

public sealed record FeedbackGiven(Guid Feedback, FeedbackSaid? Was, FeedbackSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var said = words["{0}: {1}, {2}", words[ReleaseWords.Stage(Said.Stage)], new Days(words).Short(Said.On), words[FeedbackForm.How(Said.How)]];
        return Was is null ? said : words["Corrected: {0}", said];
    }
}

/// <summary>The questions, in words that somebody of nine reads; English, the keys of their Welsh.</summary>
public static class FeedbackForm
{
    public static IReadOnlyList<string> Questions { get; } =
    [
        Words.Key("Do you feel safe where you live?"),
        Words.Key("Do you have enough good things to do in the week?"),
        Words.Key("Do people help you when you ask?"),
        Words.Key("Did people do what they said they would do before you left?"),
        Words.Key("Is it easy to stay out of trouble?"),
    ];

    public static IReadOnlyList<string> Ways { get; } = ["screen", "phone", "paper"];

    public static string How(string how) => how switch
    {
        "screen" => Words.Key("on the worker's screen"),
        "phone" => Words.Key("by phone"),
        _ => Words.Key("on paper"),
    };
}
