using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>One young person who leaves custody.</summary>
/// <param name="On">Expected day of release.</param>
/// <param name="Name">As the page calls them.</param>
/// <param name="Href">Their page.</param>
/// <param name="Note">What is missing, in the reader's language, or null: "no address confirmed". Such a dot is drawn as needing something.</param>
public sealed record Leaver(DateOnly On, string Name, string Href, string? Note = null);

/// <summary>
/// <c>&lt;tg-release-strip leavers="Model.Leavers" today="Model.On" /&gt;</c>: the next twelve weeks, a dot for each young person, the nearest named.
/// A list of weeks with links in it, laid out by the style sheet across the page, or down it on a small screen. Who leaves on other days is left out.
/// </summary>
[HtmlTargetElement("tg-release-strip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReleaseStripTag(Words words) : Pattern
{
    public const int Weeks = 12;
    private readonly Days _days = new(words);

    public required IReadOnlyList<Leaver> Leavers { get; set; }

    public required DateOnly Today { get; set; }

    /// <summary>How many of the nearest are named in full; the others by their initials.</summary>
    public int Named { get; set; } = 3;

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var within = Leavers.Where(l => l.On >= Today && l.On < Today.AddDays(7 * Weeks)).OrderBy(l => l.On).ThenBy(l => l.Name, StringComparer.Ordinal).ToList();
        if (within.Count == 0)
        {
            return bearer.Give(Markup.Of("p", "tg-empty", words["Nobody leaves custody in the next {0} weeks.", Weeks]));
        }

        var named = within.Take(Named).ToHashSet();
        var weeks = Enumerable.Range(0, Weeks).Select(w => Today.AddDays(7 * w)).Select(from => Week(from, [.. within.Where(l => l.On >= from && l.On < from.AddDays(7))], named));
        return bearer.Give(Markup.Of("ol", "tg-strip", weeks).With("aria-label", words["Leaving custody in the next {0} weeks", Weeks]));
    }

    private TagBuilder Week(DateOnly from, Leaver[] leavers, HashSet<Leaver> named)
    {
        var head = Markup.Of("span", "tg-strip__week", from == Today ? words["This week"] : _days.Brief(from));
        return Markup.Of("li", leavers.Length == 0 ? "tg-strip__cell tg-strip__cell--empty" : "tg-strip__cell", head,
            leavers.Length == 0
                ? Markup.Hidden(words["nobody"])
                : Markup.Of("ul", "tg-strip__people", leavers.Select(l => Markup.Of("li", null, Dot(l, named.Contains(l))))));
    }

    private TagBuilder Dot(Leaver leaver, bool named)
    {
        var rest = $", {_days.With(leaver.On, Today)}{(leaver.Note is null ? string.Empty : $", {leaver.Note}")}";
        return Markup.Of("a", $"tg-dot{(leaver.Note is null ? string.Empty : " tg-dot--needs")}{(named ? " tg-dot--named" : string.Empty)}",
                Markup.Of("span", "tg-dot__mark", Initials(leaver.Name)).With("aria-hidden", "true"),
                Markup.Of("span", "tg-dot__name", leaver.Name),
                Markup.Hidden(rest))
            .With("href", leaver.Href).With("title", leaver.Name + rest);
    }

    private static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? [First(parts[0]), parts.Length > 1 ? First(parts[^1]) : string.Empty] : (string[])["?"]);

    private static string First(string word) => System.Globalization.StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
