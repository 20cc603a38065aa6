using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing;

/// <summary>What was answered about one agency.</summary>
/// <param name="Given">Categories agreed to.</param>
/// <param name="Refused">Categories that were talked over and not agreed to.</param>
public sealed record AnsweredAbout(Guid Partner, string Name, IReadOnlyList<string> Given, IReadOnlyList<string> Refused)
{
    public string Tell(Words words) =>
        Given.Count == 0 ? words["{0}: no to everything", Name]
        : Refused.Count == 0 ? words["{0}: yes to {1}", Name, SharingWords.Several(Given, words)]
        : words["{0}: yes to {1}; no to {2}", Name, SharingWords.Several(Given, words), SharingWords.Several(Refused, words)];
}

public sealed record SharingTalkedOver(Guid Talk, DateOnly On, DateOnly? Until, IReadOnlyList<AnsweredAbout> About, string? Statistics = null) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        $"{words["Sharing talked over on {0}", new Days(words).Plain(On)]}{(About.Count == 0 ? "" : ": ")}{string.Join(". ", About.Select(a => a.Tell(words)))}{(Statistics is null ? "" : $". {words[SharingWords.Statistics(Statistics)]}")}";
}

/// <param name="ByMistake">It was recorded by mistake that the young person agreed.</param>
/// <param name="Statistics">The use for evaluation is among what is taken back.</param>
public sealed record ConsentTakenBack(Guid Talk, DateOnly On, bool ByMistake, IReadOnlyList<AnsweredAbout> About, bool Statistics = false) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        string[] evaluation = Statistics ? [words["the use of the record, without name, for evaluation"]] : [];
        var what = string.Join(". ", About.Select(a => $"{a.Name}: {SharingWords.Several(a.Refused, words)}").Concat(evaluation));
        return ByMistake ? words["Consent recorded by mistake was taken out: {0}", what] : words["Consent taken back: {0}", what];
    }
}

public sealed record SharingDecided(Guid Decision, Guid Partner, string Name, string Basis, IReadOnlyList<string> Categories, DateOnly Until, bool Once, bool OverridesRefusal) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var what = words["Decided to share with {0}, {1}: {2}", Name, words[SharingWords.Basis[Basis]], SharingWords.Several(Categories, words)].ToString();
        return OverridesRefusal ? $"{what}. {words["The young person had said no; a second person has to confirm it"]}" : what;
    }
}

public sealed record SharingConfirmed(Guid Decision, string Name) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The decision to share with {0} although the young person said no was confirmed by a second person", Name];
}

public sealed record SharingDecisionEnded(Guid Decision, string Name) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The decision to share with {0} was ended", Name];
}

public sealed record Disclosed(Guid Disclosure, Guid Partner, string Name, string Recipient, DateOnly On, string How, string Basis, IReadOnlyList<string> Categories) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Told {0} ({1}) on {2}: {3}", Name, Recipient, new Days(words).Plain(On), SharingWords.Several(Categories, words)];
}
