namespace Throughgate.Domain.Rules.Registered;

/// <summary>Makes the register's lines of rules that have no file with a citation of their own.</summary>
internal static class Entry
{
    /// <summary>A rule that the product does not work by yet.</summary>
    public static Citation Planned(string id, RuleKind kind, string sentence, string source) => new(id, kind, sentence, source, false);

    /// <summary>A rule that stands in code marked with <see cref="RuleAttribute"/>.</summary>
    public static Citation Built(string id, RuleKind kind, string sentence, string source) => new(id, kind, sentence, source, true);
}
