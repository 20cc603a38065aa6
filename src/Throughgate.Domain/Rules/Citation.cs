namespace Throughgate.Domain.Rules;

/// <summary>What a rule does.</summary>
public enum RuleKind
{
    /// <summary>D: something is due on a day.</summary>
    Duty,

    /// <summary>G: an action waits until something is true.</summary>
    Gate,

    /// <summary>W: informs, and never stops work.</summary>
    Warning,

    /// <summary>C: a figure worked out from facts.</summary>
    Calculation,

    /// <summary>–: how things are, with nothing to raise.</summary>
    Principle,
}

/// <summary>
/// A rule of the rulebook as "Why?" shows it and docs/rules.md lists it.
/// </summary>
/// <param name="Rule">Its id: <c>OFR-1</c>.</param>
/// <param name="Sentence">
/// The rule in our own words, English, the key of its Welsh. <c>{0}</c>, <c>{1}</c> stand for <paramref name="Figures"/> in their order, so
/// that the sentence shows the figures in force.
/// </param>
/// <param name="Source">Where it comes from: <c>S0 §Lead professional</c>, several separated by <c>; </c>. See <see cref="Sources"/>.</param>
/// <param name="Implemented">Whether the product works by this rule yet; a law test checks it against the source.</param>
public sealed record Citation(
    string Rule,
    RuleKind Kind,
    string Sentence,
    string Source,
    bool Implemented,
    params IReadOnlyList<Figure> Figures
)
{
    /// <summary>D, G, W, C or –, as the rulebook writes it.</summary>
    public string KindLetter =>
        Kind switch
        {
            RuleKind.Duty => "D",
            RuleKind.Gate => "G",
            RuleKind.Warning => "W",
            RuleKind.Calculation => "C",
            _ => "–",
        };

    /// <summary>The human names of the sources, each once, in the order cited.</summary>
    public IReadOnlyList<string> SourceNames => Sources.NamesOf(Source);

    /// <summary>The sentence with the defaults of its figures.</summary>
    public string SentenceByDefault =>
        Figures.Count == 0
            ? Sentence
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, Sentence, [.. Figures.Select(f => (object)f.Default)]);
}
