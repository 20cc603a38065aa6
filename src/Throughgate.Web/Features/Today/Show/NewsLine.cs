using Throughgate.Web.Data.Lists;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>One line of "since yesterday": a change by somebody else, or a bundle that was brought in.</summary>
/// <param name="PersonId">Whose record changed; null of a bundle.</param>
/// <param name="Told">What was changed; the newest, where the same person changed more of the same kind.</param>
/// <param name="More">How many more of the same kind.</param>
/// <param name="First">A release, a move or a changed date.</param>
public sealed record NewsLine(DateTimeOffset At, string By, Guid? PersonId, string? Name, ITold Told, int More, bool First)
{
    /// <summary>Releases, moves and dates first, then bundles, then the rest; each with the newest first. Nothing that the reader did.</summary>
    /// <param name="names">The people whom the reader sees, and what they are called.</param>
    public static IReadOnlyList<NewsLine> Of(TeamDay day, IReadOnlyDictionary<Guid, string> names, Guid? reader)
    {
        var changes = day.Changes.Where(c => names.ContainsKey(c.PersonId) && (c.ActorId is null || c.ActorId != reader))
            .Select(c => (Change: c, Told: HistoryEvent.Read(c.Kind, c.Data) as ITold))
            .Where(c => c.Told is not null)
            .GroupBy(c => c.Told is IToldFirst ? (object)c : (c.Change.PersonId, c.Change.Kind, c.Change.By))
            .Select(g => Line(g.First().Change, g.First().Told!, g.Count() - 1, names));
        var imported = day.Imported.Where(c => names.ContainsKey(c.PersonId) && (c.ActorId is null || c.ActorId != reader)).ToList();
        var dates = imported.SelectMany(c => SentenceImported.Of(c).Select(told => Line(c, told, 0, names)));
        var bundles = day.Imports.Where(i => i.ActorId is null || i.ActorId != reader)
            .Select(i => new NewsLine(i.At, i.By, null, null, new BundleBrought(i.Name, i.Added, i.Changed, imported.Where(c => c.ImportId == i.Id).Select(c => c.PersonId).Distinct().Count()), 0, false));
        return [.. changes.Concat(dates).Concat(bundles).OrderBy(l => l.First ? 0 : l.PersonId is null ? 1 : 2).ThenByDescending(l => l.At)];
    }

    private static NewsLine Line(Change of, ITold told, int more, IReadOnlyDictionary<Guid, string> names) =>
        new(of.At, of.By, of.PersonId, names[of.PersonId], told, more, told is IToldFirst);
}

/// <summary>A bundle with its figures.</summary>
/// <param name="People">Of the reader's young people, how many had a row changed.</param>
public sealed record BundleBrought(string Name, int Added, int Changed, int People) : ITold
{
    public string Tell(Words words) =>
        words["{0} was imported: rows added {1}, rows changed {2}", Name, Added, Changed]
        + (People == 0 ? "" : "; " + words.N(People, "{0} of your young people has a row changed", "{0} of your young people have rows changed"));
}

/// <summary>A date or a place of a sentence that an import changed.</summary>
public sealed record SentenceImported(string Cell, string? Was, string? Is) : IToldFirst
{
    private static readonly string[] Cells = ["released_on", "establishment", "expected_release_on", "ends_on"];

    public static IEnumerable<SentenceImported> Of(Change change)
    {
        if (HistoryEvent.Read(change.Kind, change.Data) is not RowImported { Is: { } now, Was: { } before } row || !row.File.StartsWith("sentences", StringComparison.Ordinal))
        {
            return [];
        }

        return Cells.Where(c => now.GetValueOrDefault(c) is var value && now.ContainsKey(c) && value != before.GetValueOrDefault(c))
            .Select(c => new SentenceImported(c, before.GetValueOrDefault(c), now[c]));
    }

    public string Tell(Words words) =>
        Cell switch
        {
            "released_on" when string.IsNullOrEmpty(Was) => words["Imported: released on {0}", Day(Is, words)],
            "released_on" => words["Imported: released on {0}, before {1}", Day(Is, words), Day(Was, words)],
            "establishment" => words["Imported: now at {0}, before {1}", Place(Is, words), Place(Was, words)],
            "expected_release_on" => words["Imported: expected release {0}, before {1}", Day(Is, words), Day(Was, words)],
            _ => words["Imported: order or licence ends {0}, before {1}", Day(Is, words), Day(Was, words)],
        };

    private static string Day(string? cell, Words words) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? new Days(words).Short(day) : words["not known"];

    private static string Place(string? code, Words words) => string.IsNullOrEmpty(code) ? words["not known"] : EstablishmentName.Short(code);
}
