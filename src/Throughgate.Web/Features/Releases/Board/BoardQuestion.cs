using Throughgate.Domain.People;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;

namespace Throughgate.Web.Features.Releases.Board;

/// <summary>What the board is narrowed to: the address says it, and what cannot be read narrows nothing.</summary>
/// <param name="Team">Code of the YOT where they usually live.</param>
/// <param name="Establishment">Code of where they are held.</param>
/// <param name="Worker">Key of the lead worker, or <see cref="Nobody"/>.</param>
public sealed record BoardQuestion(string? Team, string? Establishment, string? Worker)
{
    /// <summary>A case that nobody leads, or no case at all.</summary>
    public const string Nobody = "nobody";

    public bool IsNarrowed => Team is not null || Establishment is not null || Worker is not null;

    public static BoardQuestion From(IQueryCollection query, IReadOnlyList<Held> held, DateOnly on)
    {
        string? Asked(string name, IEnumerable<string> known) => query[name].ToString() is { Length: > 0 } text && known.Contains(text, StringComparer.Ordinal) ? text : null;
        return new(
            Asked("team", Teams(held, on)),
            Asked("establishment", Establishments(held)),
            Asked("worker", Workers(held).Select(w => w.WorkerId.ToString()).Append(Nobody))
        );
    }

    /// <summary>The address of the board so narrowed, with one part in full; of what was asked only what there is to ask for.</summary>
    public string Address(DayAsked day, string? all = null)
    {
        var asked = new[] { ("on", day.Query), ("team", Team), ("establishment", Establishment), ("worker", Worker), ("all", all) };
        return $"/release{QueryString.Create(asked.Where(a => a.Item2 is not null).Select(a => KeyValuePair.Create(a.Item1, a.Item2)))}{(all is null ? "" : $"#{all}")}";
    }

    public static IReadOnlyList<string> Teams(IReadOnlyList<Held> held, DateOnly on) =>
        [.. held.Select(h => h.Person.YotOn(on)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Establishments(IReadOnlyList<Held> held) =>
        [.. held.Select(h => h.Who.Establishment).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Allocated> Workers(IReadOnlyList<Held> held) =>
        [.. held.Select(h => h.Case?.LeadWorker).OfType<Allocated>().DistinctBy(w => w.WorkerId).OrderBy(w => w.Name, StringComparer.Ordinal)];

    public bool Asks(Held held, DateOnly on) =>
        (Team is null || held.Person.YotOn(on) == Team)
        && (Establishment is null || held.Who.Establishment == Establishment)
        && (Worker is null || (Worker == Nobody ? held.Case?.LeadWorker is null : held.Case?.LeadWorker?.WorkerId.ToString() == Worker));
}
