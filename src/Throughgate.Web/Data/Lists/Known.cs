using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Web.Access;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody the scheme knows already, as a referral and a merge show them.</summary>
public sealed record Known(Guid Id, string Reference, string First, string Last, DateOnly BornOn)
{
    public string Name => $"{First} {Last}";

    public Identity Identity => new(Names.Fold(First), Names.Fold(Last), BornOn);
}

/// <summary>Looks for somebody among those the scheme may see: by reference, by names in any order and as they sound, by date of birth even where day and month are swapped.</summary>
public sealed class LookFor(Visible visible)
{
    private const int Most = 20;

    private IReadOnlyList<Known>? _all;

    /// <summary>Those who match what was typed, the likeliest first.</summary>
    public async Task<IReadOnlyList<Known>> FindAsync(string? typed, DateOnly? bornOn, CancellationToken cancel)
    {
        var words = Names.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. (await AllAsync(cancel))
                .Select(k => (Who: k, Points: Points(k, words, typed?.Trim(), bornOn)))
                .Where(k => k.Points > 0)
                .OrderByDescending(k => k.Points)
                .ThenBy(k => k.Who.Last, StringComparer.Ordinal)
                .Take(Most)
                .Select(k => k.Who),
        ];
    }

    /// <summary>Those who are probably this person.</summary>
    public async Task<IReadOnlyList<Known>> LikelyAsync(Identity who, CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(k => Likeness.AreLikelyOne(who, k.Identity)).OrderByDescending(k => Likeness.Between(who, k.Identity)).Take(Most)];

    private static int Points(Known known, string[] words, string? typed, DateOnly? bornOn)
    {
        if (string.Equals(known.Reference, typed, StringComparison.OrdinalIgnoreCase))
        {
            return 100;
        }

        var parts = Names.Search(known.First, known.Last).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var same = words.Length > 0 && words.All(w => parts.Any(p => p.StartsWith(w, StringComparison.Ordinal)));
        var alike = words.Length > 0 && words.All(w => parts.Any(p => SoundsAlike.Alike(w, p)));
        var named = same ? 3 : alike ? 2 : 0;
        var born = bornOn is not { } day ? 0 : known.BornOn == day ? 3 : Likeness.IsSwapped(known.BornOn, day) ? 2 : 0;
        return words.Length > 0 && bornOn is not null && named == 0 ? (born == 3 ? 1 : 0) : named + born;
    }

    private async Task<IReadOnlyList<Known>> AllAsync(CancellationToken cancel) =>
        _all ??= await visible.People.AsNoTracking().Select(p => new Known(p.Id, p.Reference, p.FirstName, p.LastName, p.DateOfBirth)).ToListAsync(cancel);
}
