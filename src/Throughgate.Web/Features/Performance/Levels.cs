using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Performance;

/// <summary>Of whom somebody may see figures: whoever opens people, of their scheme, its YOTs and its workers; anybody else counts by <see cref="CountsFor"/>.</summary>
public sealed class Levels(Db db, Actor actor, CountsFor counts, Words words)
{
    /// <summary>Whether the people behind a figure may be opened; a figure is then never suppressed (INF-6).</summary>
    public bool SeesPeople => actor.May(Permission.SeeReturn) && actor.Scheme is not null;

    /// <summary>All that may be chosen, the usual first.</summary>
    public async Task<IReadOnlyList<Level>> AllAsync(CancellationToken cancel = default) => SeesPeople ? await OwnAsync(cancel) : await CountsAsync(cancel);

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
        return RoleTable.Find(actor.Role)!.Kinds.Count == 0 ? [Level.OfNation(words["England and Wales"]), .. schemes]
            : theirs.Count > 1 ? [Level.OfSchemes("consortium", words["All schemes of the consortium"], theirs), .. schemes]
            : [.. schemes];
    }
}
