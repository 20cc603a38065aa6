using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences;

public sealed record SentenceEntered(Guid Sentence, string Type, string MainOffence, DateOnly SentencedOn, int? Months, DateOnly? ExpectedReleaseOn, DateOnly? EndsOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Sentence entered: {0}, {1}, {2}", words[Reference.Instance.Label("sentence", Type)], words[Reference.Instance.Label("offence", MainOffence)], new Days(words).Short(SentencedOn)];
}

public sealed record SentenceCorrected(Guid Sentence, SentenceCells Was, SentenceCells Is) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Sentence corrected: {0}; before: {1}", Is.Said(words), Was.Said(words)];
}

/// <summary>What a correction of a sentence can change.</summary>
public sealed record SentenceCells(string Type, string MainOffence, DateOnly? OffenceOn, DateOnly? ArrestedOn, DateOnly SentencedOn)
{
    public static SentenceCells Of(Sentence row) => new(row.Type, row.MainOffence, row.OffenceOn, row.ArrestedOn, row.SentencedOn);

    public string Said(Words words)
    {
        var days = new Days(words);
        return string.Join(
            ", ",
            new[]
            {
                words[Reference.Instance.Label("sentence", Type)].ToString(),
                words[Reference.Instance.Label("offence", MainOffence)],
                OffenceOn is { } offence ? words["offence {0}", days.Plain(offence)].ToString() : null,
                ArrestedOn is { } arrest ? words["arrest {0}", days.Plain(arrest)].ToString() : null,
                words["sentence {0}", days.Plain(SentencedOn)],
            }.OfType<string>()
        );
    }
}

/// <param name="What"><see cref="SentenceDate.ExpectedRelease"/> or <see cref="SentenceDate.Ends"/>.</param>
public sealed record SentenceDateChanged(Guid Sentence, string What, DateOnly? Was, DateOnly? Is, DateOnly KnownFrom, string SaidBy) : HistoryEvent, IToldFirst
{
    public string Tell(Words words) =>
        What == SentenceDate.Ends
            ? words["End of the order or licence changed: {0}, before {1}, said by {2}", Said(Is, words), Said(Was, words), SaidBy]
            : words["Expected release changed: {0}, before {1}, said by {2}", Said(Is, words), Said(Was, words), SaidBy];

    private static string Said(DateOnly? day, Words words) => day is { } known ? new Days(words).Short(known) : words["not known"];
}

public sealed record YoungPersonTransferred(Guid Sentence, string? Was, string Establishment, DateOnly On) : HistoryEvent, IToldFirst
{
    public string Tell(Words words) => words["Transferred to {0} on {1}", Reference.Instance.EstablishmentName(Establishment), new Days(words).Short(On)];
}

public sealed record ReleaseEntered(Guid Sentence, DateOnly? Was, DateOnly? ReleasedOn) : HistoryEvent, IToldFirst
{
    public string Tell(Words words)
    {
        var days = new Days(words);
        return (Was, ReleasedOn) switch
        {
            (null, { } on) => words["Released on {0}", days.Short(on)],
            ({ } before, { } on) => words["Day of release corrected: {0}, before {1}", days.Short(on), days.Short(before)],
            _ => words["Release taken back: still in custody"],
        };
    }
}

/// <param name="Reason">A code of <c>ReturnToCustody.Reasons</c>.</param>
public sealed record ReturnedToCustody(Guid Sentence, Guid Follows, DateOnly On, string Reason) : HistoryEvent, IToldFirst
{
    public string Tell(Words words) => words["Back in custody on {0}: {1}", new Days(words).Short(On), words[Return.ReturnToCustody.Reasons.GetValueOrDefault(Reason, Reason)]];
}
