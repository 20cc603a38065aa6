using Throughgate.Domain.Figures.Safe;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Performance;

/// <summary>Of whom somebody may see figures: whoever opens people, of their scheme, its YOTs and its workers; anybody else counts by <see cref="CountsFor"/>.</summary>
public sealed class Levels(Db db, Actor actor, CountsFor counts, Visible visible, London london, Words words)
{
    /// <summary>Whether the people behind a figure may be opened; a figure is then never suppressed (INF-6).</summary>
    public bool SeesPeople => actor.May(Permission.SeeReturn) && actor.Scheme is not null;

    /// <summary>All that may be chosen, the usual first.</summary>
    public async Task<IReadOnlyList<Level>> AllAsync(CancellationToken cancel = default) => SeesPeople ? await OwnAsync(cancel) : await CountsAsync(cancel);

    /// <summary>Whose records the reader may not open, though they count.</summary>
    public Task<IReadOnlySet<Guid>> HiddenAsync(CancellationToken cancel) => visible.HiddenAsync(cancel);

    private async Task<IReadOnlyList<Level>> OwnAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme!;
        var all = Belonging.AllYotsOf(scheme).Order(StringComparer.Ordinal).ToList();
        var whole = actor.Belongs.Schemes.Contains(scheme);
        var theirs = whole ? all : all.Where(actor.Belongs.YotsIn(scheme).Contains).ToList();
        var levels = new List<Level>();
        if (whole)
        {
            levels.Add(Level.OfScheme(scheme));
        }

        if (!whole || all.Count > 1)
        {
            levels.AddRange(theirs.Select(y => Level.OfYot(scheme, y)));
        }

        if (actor.May(Permission.ManageScheme))
        {
            var workers = await db.LeadWorkersAsync(scheme, cancel);
            levels.AddRange(workers.Select(w => Level.OfLead(scheme, w.Id, w.Name)));
        }
        else if (actor.WorkerId is { } me)
        {
            levels.Add(Level.OfLead(scheme, me, words["Your own young people"]));
        }

        return levels;
    }

    private async Task<IReadOnlyList<Level>> CountsAsync(CancellationToken cancel)
    {
        var theirs = await counts.SchemesAsync(cancel);
        var schemes = theirs.Where(Reference.Instance.Schemes.ContainsKey).Select(Level.OfScheme).OrderBy(l => l.Called, StringComparer.Ordinal);
        var consortia = await db.ConsortiaAsync(london.Today, cancel);
        if (RoleTable.Find(actor.Role)!.Kinds.Count == 0)
        {
            var sums = consortia.Select(c => new SumOfSchemes(c.Id.ToString(), c.Schemes)).Append(SumOfSchemes.Everybody);
            return [Level.OfNation(words["England and Wales"]) with { Sums = [.. sums] }, .. schemes];
        }

        // What is shown of a sum that nobody else knows of could be taken from another: there is one for a consortium, and none for whatever schemes somebody has.
        var ofConsortia = consortia.Where(c => actor.Belongs.Consortia.Contains(c.Id) && c.Schemes.Count > 1).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => Level.OfSchemes($"consortium:{c.Id}", c.Name, c.Schemes) with { Sums = Beside(c, consortia) });
        return [.. ofConsortia, .. schemes];
    }

    /// <summary>Those consortia, older than this, that have a scheme in common with it, or with one that has; and this.</summary>
    private static IReadOnlyList<SumOfSchemes> Beside(ConsortiumNow consortium, IReadOnlyList<ConsortiumNow> all)
    {
        var older = all.TakeWhile(c => c.Id != consortium.Id).ToList();
        var beside = new HashSet<Guid>();
        var schemes = consortium.Schemes.ToHashSet(StringComparer.Ordinal);
        while (older.FirstOrDefault(c => !beside.Contains(c.Id) && schemes.Overlaps(c.Schemes)) is { } other)
        {
            beside.Add(other.Id);
            schemes.UnionWith(other.Schemes);
        }

        return [.. older.Where(c => beside.Contains(c.Id)).Append(consortium).Select(c => new SumOfSchemes(c.Id.ToString(), c.Schemes))];
    }
}
