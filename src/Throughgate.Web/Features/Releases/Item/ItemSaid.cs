using Throughgate.Domain.Releases;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Item;

/// <summary>What is said of an item of a release.</summary>
/// <param name="State">A code of <see cref="ReleaseItemStates"/>.</param>
/// <param name="On">The day on which that state was reached.</param>
/// <param name="ForOn">The day it is booked for, or begins.</param>
public sealed record ItemSaid(string State, DateOnly On, string? ByWhom, DateOnly? ForOn, string? Note)
{
    public string Tell(Words words)
    {
        var days = new Days(words);
        return string.Join(
            ", ",
            new[]
            {
                words[ReleaseWords.State(State)].ToString(),
                days.Short(On),
                ByWhom,
                ForOn is { } on ? words["for {0}", days.Short(on)].ToString() : null,
                Note,
            }.Where(p => !string.IsNullOrEmpty(p))
        );
    }
}

/// <param name="Called">The item's own name, where the scheme added it.</param>
/// <param name="Was">Null where nothing was said of it before.</param>
public sealed record ReleaseItemAnswered(string Item, string? Called, ItemSaid? Was, ItemSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Was is null
            ? words["Release, {0}: {1}", words[ReleaseWords.Item(Item) ?? Called ?? Item], Said.Tell(words)]
            : words["Release, {0}: {1}; before: {2}", words[ReleaseWords.Item(Item) ?? Called ?? Item], Said.Tell(words), Was.Tell(words)];
}
