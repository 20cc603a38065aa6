using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals;

/// <summary>A young person nobody knew here before.</summary>
public sealed record YoungPersonReferred(string Reference, string Yot, DateOnly LivesFrom) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Entered here as a new young person"];
}

public sealed record CaseOpened(Guid Case, string Scheme, Guid Sentence, DateOnly ReferredOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Referred on {0}: a case was opened", new Days(words).Short(ReferredOn)];
}

/// <summary>Who the young person is was corrected; the cells that differ, by name.</summary>
public sealed record DetailsCorrected(IReadOnlyDictionary<string, string?> Was, IReadOnlyDictionary<string, string?> Is) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Personal details corrected: {0}; before: {1}", Said(Is, words), Said(Was, words)];

    private static string Said(IReadOnlyDictionary<string, string?> cells, Words words) =>
        string.Join("; ", cells.Select(c => $"{c.Key.Replace('_', ' ')} {(string.IsNullOrEmpty(c.Value) ? words["not known"] : c.Value)}"));
}

public sealed record ResidenceMoved(string? Was, string Yot, DateOnly From) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Usual residence from {0}: {1}", new Days(words).Short(From), Place(Yot, words)];

    public static string Place(string yot, Words words) => Reference.Instance.Yots.TryGetValue(yot, out var known) ? known.Name : words["Elsewhere"];
}
