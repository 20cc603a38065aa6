using Throughgate.Domain.Returns.Handing;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>A difference between two returns as a page shows it.</summary>
public sealed record ChangesShown(string Caption, string Before, string After, IReadOnlyList<CellChange> Changes, IReadOnlyDictionary<Guid, NamedPerson> Names)
{
    /// <summary>Everybody who makes a difference.</summary>
    public static IEnumerable<Guid> People(IEnumerable<CellChange> changes) => changes.SelectMany(c => c.Joined.Concat(c.Gone)).Select(m => m.PersonId).Distinct();
}
