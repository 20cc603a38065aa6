using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Gaps;

/// <summary>A profile as it was typed, with who typed it.</summary>
public sealed record ProfileGiven(ProfileRow Row, Domain.Gaps.Profile Profile);

public sealed record ProfileTyped(Guid Profile, string? Scheme, string Source, DateOnly AsOf, IReadOnlyDictionary<string, int> PerMille) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A profile of the area was given, from {0}, as of {1}", Source, new Days(words).Plain(AsOf)];
}

public static class ProfilesGiven
{
    /// <summary>The groups that a profile may give, ethnic groups first.</summary>
    public static IReadOnlyList<string> Ethnic { get; } =
        [.. Reference.Instance.Codes["ethnicity"].Select(c => c.Group).Where(g => g != "Not known").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Groups { get; } = [.. Ethnic, Domain.Gaps.Profile.LookedAfter, Domain.Gaps.Profile.Send];

    public static string Called(string group, Words words) =>
        group switch
        {
            Domain.Gaps.Profile.LookedAfter => words["Looked after"],
            Domain.Gaps.Profile.Send => words["Special educational needs or disability"],
            _ => words[group],
        };

    /// <summary>Every profile given of a scheme, or of the nation, newest first: the first stands.</summary>
    public static async Task<IReadOnlyList<ProfileGiven>> ProfilesAsync(this Db db, string? scheme, CancellationToken cancel)
    {
        var rows = await db.Set<ProfileRow>().AsNoTracking().Where(p => p.Scheme == scheme).OrderByDescending(p => p.At).ThenByDescending(p => p.Id).ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToList();
        var shares = (await db.Set<ProfileShare>().AsNoTracking().Where(s => ids.Contains(s.ProfileId)).ToListAsync(cancel)).ToLookup(s => s.ProfileId);
        return [.. rows.Select(r => new ProfileGiven(r, new(r.Source, r.AsOf, shares[r.Id].ToDictionary(s => s.GroupCode, s => s.PerMille, StringComparer.Ordinal))))];
    }
}
