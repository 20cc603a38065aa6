using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Offers.Record;

/// <summary>Support was offered: codes of the lists <c>setting</c>, <c>way</c> and <c>answer</c>.</summary>
public sealed record OfferMade(Guid Offer, DateOnly On, string Setting, string Way, string Answer, string? OwnWords) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var made = words["Support offered {0}: {1}", new Days(words).Short(On), words[Reference.Instance.Label("answer", Answer)]].ToString();
        return OwnWords is null ? made : $"{made}. {words["In their words: “{0}”", OwnWords]}";
    }
}

public sealed record OfferCorrected(
    Guid Offer,
    DateOnly WasOn,
    DateOnly On,
    string WasSetting,
    string Setting,
    string WasAnswer,
    string Answer,
    string? WasWay,
    string Way,
    string? WasOwnWords,
    string? OwnWords
) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["Offer corrected: {0}; before: {1}", Said(words, On, Setting, Way, Answer, OwnWords), Said(words, WasOn, WasSetting, WasWay, WasAnswer, WasOwnWords)];

    private static string Said(Words words, DateOnly on, string setting, string? way, string answer, string? own) =>
        string.Join(
            ", ",
            new[]
            {
                new Days(words).Short(on),
                words[Reference.Instance.Label("setting", setting)],
                way is null ? null : words[Reference.Instance.Label("way", way)].ToString(),
                words[Reference.Instance.Label("answer", answer)],
                own is null ? null : $"“{own}”",
            }.OfType<string>()
        );
}
