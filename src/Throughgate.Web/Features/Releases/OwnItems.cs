using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Releases;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Releases;

/// <summary>The names of the items that a scheme added to its ready-to-leave list, by their key.</summary>
public sealed class OwnItems(IReadOnlyDictionary<string, string> names)
{
    public static async Task<OwnItems> OfAsync(Db db, string scheme, CancellationToken cancel) =>
        new(await db.ReleaseListItems.AsNoTracking().Where(i => i.Scheme == scheme).ToDictionaryAsync(i => i.Id.ToString("N"), i => i.Name, cancel));

    /// <summary>Whether it is an item of any release: of everybody's list, the scheme's own, or one that stands beside the list.</summary>
    public bool Has(string item) => ReleaseItems.List.Contains(item) || item is ReleaseItems.WhoMeets or ReleaseItems.Mentor || names.ContainsKey(item);

    /// <summary>English, the key of its Welsh where it has one; the scheme's own name otherwise.</summary>
    public string Called(string item) => ReleaseWords.Item(item) ?? names.GetValueOrDefault(item, item);
}
