using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody the scheme knows already, as a referral and a merge show them.</summary>
public sealed record Known(Guid Id, string Reference, string First, string Last, DateOnly BornOn)
{
    public string Name => $"{First} {Last}";

    public Identity Identity => new(Names.Fold(First), Names.Fold(Last), BornOn);
}

/// <summary>Looks for somebody among those the scheme may see: by reference, by names in any order and as they sound, by date of birth even where day and month are swapped.</summary>
public sealed class LookFor(Visible visible, Db db)
{
    private const int Most = 20;

    /// <summary>Those who match what was typed, the likeliest first.</summary>
    public async Task<IReadOnlyList<Known>> FindAsync(string? typed, DateOnly? bornOn, CancellationToken cancel)
    {
        var words = Names.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // How a name sounds is known to us and not to the database: where names were typed, those of the scheme are read, and nobody else's.
        var read = words.Length == 0 && bornOn is { } day ? Born(day) : visible.People.AsNoTracking();
        if (typed?.Trim() is { Length: > 0 } reference && await visible.StaysForAsync(reference, cancel) is { } stays)
        {
            return await KnownAsync(stays, cancel);
        }

        return
        [
            .. (await KnownAsync(read, cancel))
                .Select(k => (Who: k, Points: Points(k, words, typed?.Trim(), bornOn)))
                .Where(k => k.Points > 0)
                .OrderByDescending(k => k.Points)
                .ThenBy(k => k.Who.Last, StringComparer.Ordinal)
                .Take(Most)
                .Select(k => k.Who),
        ];
    }

    /// <summary>Those who are probably this person. Without a birth date that is the same, or has day and month swapped, nobody is: so only those are read.</summary>
    public async Task<IReadOnlyList<Known>> LikelyAsync(Identity who, CancellationToken cancel) =>
        [.. (await KnownAsync(Born(who.BornOn), cancel)).Where(k => Likeness.AreLikelyOne(who, k.Identity)).OrderByDescending(k => Likeness.Between(who, k.Identity)).Take(Most)];

    /// <summary>Visible people born on the day, or on the day with day and month swapped.</summary>
    internal IQueryable<Person> Born(DateOnly day)
    {
        var swapped = day.Day <= 12 ? new DateOnly(day.Year, day.Day, day.Month) : day;
        return visible.Among(db.People.AsNoTracking().Where(p => p.DateOfBirth == day || p.DateOfBirth == swapped));
    }

    private static async Task<IReadOnlyList<Known>> KnownAsync(IQueryable<Person> people, CancellationToken cancel) =>
        await people.Select(p => new Known(p.Id, p.Reference, p.FirstName, p.LastName, p.DateOfBirth)).ToListAsync(cancel);

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
}
