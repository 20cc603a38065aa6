using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>Today as one person has it: the board of their young people and of those they cover, with what else concerns them.</summary>
public sealed record TodayOf
{
    public required TodayBoard Board { get; init; }

    /// <summary>The whole team's board, where its shares are shown; else null.</summary>
    public TodayBoard? Team { get; init; }

    /// <summary>Leaves of colleagues whom this person covers today.</summary>
    public required IReadOnlyList<Away> Covering { get; init; }

    /// <summary>Everybody of the team who is away today.</summary>
    public required IReadOnlyList<Away> Away { get; init; }

    /// <summary>Away with young people of their own, and nobody is there who covers; only for whoever sees the team.</summary>
    public required IReadOnlyList<(Away Away, int Cases)> NotCovered { get; init; }

    /// <summary>Concerns about the board's cases, safeguarding first; none on another day.</summary>
    public required IReadOnlyList<OpenConcern> Concerns { get; init; }

    /// <summary>Duties of the board's cases on the ladder that do not rest, the highest step first; none on another day.</summary>
    public required IReadOnlyList<OpenEscalation> Escalated { get; init; }

    /// <summary>The scheme's return that is to be handed in; null where none is, on another day too.</summary>
    public ReturnToDo? Return { get; init; }

    public required IReadOnlyList<NewsLine> News { get; init; }

    public required DateOnly NewsSince { get; init; }

    /// <summary>Everybody who is named.</summary>
    public IEnumerable<Guid> People => Board.Cases.Select(c => c.PersonId).Concat(News.Select(n => n.PersonId).OfType<Guid>()).Distinct();

    /// <summary>For whom somebody looks after this case today; null where it is their own.</summary>
    public Away? CoverOf(CaseInView of) => Board.Covered.GetValueOrDefault(of.CaseId);
}
