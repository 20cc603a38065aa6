using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Gaps;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Gaps.Show;

/// <summary>Some of the scheme's young people beside one profile.</summary>
public sealed record BesideProfile(string Called, Domain.Gaps.Profile Profile, IReadOnlyList<GroupBeside> Groups);

/// <summary>
/// Gaps and needs of the scheme by pathway (GOV-9), from the plans of its open programmes as they stand; each number opens its young people. Of one pathway: who is named
/// for it, and whether needs of some young people stay unmet more often than those of others.
/// </summary>
[Needs(Permission.SeeReturn)]
public sealed class ShowGapsPage(ReadNeeds read, Db db, Actor actor, Visible visible, Seen seen, London london, Words words) : PageModel
{
    /// <summary>The states that stand in columns, in their order.</summary>
    public static IReadOnlyList<NeedIs> States { get; } = [NeedIs.Met, NeedIs.UnderWay, NeedIs.Waiting, NeedIs.Gap];

    public DateOnly Today { get; } = london.Today;

    public NeedsRead Read { get; private set; } = null!;

    public NeedsAnalysis Analysis => Read.Analysis;

    /// <summary>The pathway that is opened; null where none is.</summary>
    public string? Pathway { get; private set; }

    /// <summary>The state whose young people are listed; null where none are.</summary>
    public NeedIs? State { get; private set; }

    public IReadOnlyList<(PlannedNeed Need, NamedPerson Who)> People { get; private set; } = [];

    /// <summary>Of the opened pathway: each group with its needs against the others'.</summary>
    public IReadOnlyList<(string Called, GroupNeeds Needs)> Groups { get; private set; } = [];

    /// <summary>The scheme's own profile, then the national one; each where it is given.</summary>
    public IReadOnlyList<(string Called, Domain.Gaps.Profile Profile)> Profiles { get; private set; } = [];

    /// <summary>Those supported, and of an opened pathway those in need, beside each profile.</summary>
    public IReadOnlyList<BesideProfile> Beside { get; private set; } = [];

    public string SaidBeside(GroupBeside group)
    {
        var interval = group.Interval;
        var range = words["{0}% to {1}%", (int)Math.Round(100 * interval.Low), (int)Math.Round(100 * interval.High)];
        return group.Against switch
        {
            Compared.TooFew => words["Too few to tell"],
            Compared.Higher => $"{words["More often than in the profile"]} ({range})",
            Compared.Lower => $"{words["Less often than in the profile"]} ({range})",
            _ => $"{words["No clear difference"]} ({range})",
        };
    }

    public string Called(string pathway) => words[Reference.Instance.Label("pathway", pathway)];

    public string Called(NeedIs state) =>
        state switch
        {
            NeedIs.Met => words["Met"],
            NeedIs.UnderWay => words["Under way"],
            NeedIs.Waiting => words["Waiting: nobody named"],
            NeedIs.Gap => words["Gap: nobody offers it"],
            NeedIs.NoNeed => words["No need now"],
            _ => words["Not looked at yet"],
        };

    public string Said(Compared compared) =>
        compared switch
        {
            Compared.TooFew => words["Too few to tell"],
            Compared.CannotTell => words["No clear difference"],
            Compared.Higher => words["Unmet more often"],
            _ => words["Unmet less often"],
        };

    public static string PathOf(string pathway, NeedIs? state = null) => $"/figures/gaps?pathway={pathway}{(state is null ? "" : $"&state={state}#who")}";

    public async Task<IActionResult> OnGetAsync(string? pathway, string? state, CancellationToken cancel)
    {
        if (actor.Scheme is not { } scheme || (!string.IsNullOrEmpty(pathway) && !Pathways.All.Contains(pathway)))
        {
            return NotFound();
        }

        Read = await read.RunAsync(scheme, Today, cancel);
        Pathway = string.IsNullOrEmpty(pathway) ? null : pathway;
        State = Pathway is not null && Enum.TryParse<NeedIs>(state, out var asked) && Enum.IsDefined(asked) ? asked : null;
        await LayBesideAsync(scheme, cancel);
        if (Pathway is null)
        {
            return Page();
        }

        Groups = GroupsOf(Pathway);
        if (State is { } shown)
        {
            var needs = Analysis.Of(Pathway, shown);
            var names = await visible.NamesOfAsync(seen, [.. needs.Select(n => n.Person).Distinct()], cancel);
            People = [.. needs.Where(n => names.ContainsKey(n.Person)).Select(n => (n, names[n.Person])).OrderBy(n => n.Item2.Name, StringComparer.Ordinal)];
        }

        return Page();
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? file, CancellationToken cancel)
    {
        if (await OnGetAsync(null, null, cancel) is NotFoundResult none)
        {
            return none;
        }

        NeedIs[] columns = [.. States, NeedIs.NoNeed, NeedIs.NotLookedAt];
        var table = new Sheet(
            words["Gaps and needs"],
            [new(words["Pathway"], Kind.Text), new(words["Needs"], Kind.Whole), .. columns.Select(c => new Column(Called(c), Kind.Whole))],
            [.. Pathways.All.Select(p => (IReadOnlyList<object?>)[Called(p), Analysis.Needs(p), .. columns.Select(c => (object?)Analysis.Count(p, c))])]
        );
        return this.Take(new($"gaps-and-needs-{Today:yyyy-MM-dd}", words["Gaps and needs"], [table]), file, seen, words);
    }

    private async Task LayBesideAsync(string scheme, CancellationToken cancel)
    {
        var (local, national) = (await db.ProfilesAsync(scheme, cancel), await db.ProfilesAsync(null, cancel));
        Profiles =
        [
            .. local.Take(1).Select(p => (words["the profile of the area"].ToString(), p.Profile)),
            .. national.Take(1).Select(p => (words["the profile of England and Wales"].ToString(), p.Profile)),
        ];
        var needing = Pathway is null ? [] : Analysis.Of(Pathway).Where(n => n.IsNeed).Select(n => new InProfile(n.Person, n.EthnicGroup, n.LookedAfter, n.Send)).ToList();
        Beside =
        [
            .. Profiles.Select(p => new BesideProfile(words["Young people with an open programme, beside {0}", p.Called], p.Profile, p.Profile.Beside(Read.Supported))),
            .. Profiles.Where(_ => needing.Count > 0).Select(p => new BesideProfile(words["In need on this pathway ({0}), beside {1}", Called(Pathway!), p.Called], p.Profile, p.Profile.Beside(needing))),
        ];
    }

    private List<(string, GroupNeeds)> GroupsOf(string pathway) =>
        [
            .. Analysis.EthnicGroups(pathway).Select(g => (words[g].ToString(), Analysis.Group(pathway, n => n.EthnicGroup.Length == 0 ? null : n.EthnicGroup == g))),
            (words["Looked after"], Analysis.Group(pathway, n => n.LookedAfter)),
            (words["Special educational needs or disability"], Analysis.Group(pathway, n => n.Send)),
        ];
}
