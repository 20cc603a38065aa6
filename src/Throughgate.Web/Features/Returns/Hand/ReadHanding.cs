using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>A return on its way: its figures now, what stops it, what is accepted, and where it stands.</summary>
public sealed record Handing
{
    public required QuarterlyReturn Figures { get; init; }

    /// <summary>Everybody whom it was counted from, by key.</summary>
    public required IReadOnlyDictionary<Guid, PersonFacts> People { get; init; }

    /// <summary>When they were read.</summary>
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ReturnAcceptance> Acceptances { get; init; }

    public required Standing Standing { get; init; }

    public required DateOnly Today { get; init; }

    public IReadOnlyList<Obstacle> Obstacles => field ??= Domain.Returns.Handing.Obstacles.Of(Figures);

    public IReadOnlyList<Obstacle> Left => field ??= Domain.Returns.Handing.Obstacles.Left(Obstacles, Acceptances.Select(a => (a.PersonId, a.Item)).ToHashSet());

    /// <summary>Those that were accepted and are not mended: they travel with the return.</summary>
    public IEnumerable<(Obstacle Obstacle, ReturnAcceptance Acceptance)> Accepted =>
        from o in Obstacles.Except(Left)
        select (o, Acceptances.Last(a => a.PersonId == o.PersonId && a.Item == o.Item));

    public string Seal => field ??= Frozen.Seal(Figures);

    public bool IsNil => Typed.IsNil(Figures);

    public HandingRefusal? ToCheck => Standing.ToCheck(Figures.Question.Quarter, Today, Left.Count, Seal);

    public HandingRefusal? ToSubmit(string? why) => Standing.ToSubmit(Figures.Question.Quarter, Today, Left.Count, Seal, why);
}

/// <summary>Reads a return on its way. Whoever asks has been asked whether the scheme is theirs.</summary>
public sealed class ReadHanding(ReckonReturn reckon, ReturnBook book, London london, TimeProvider time)
{
    public async Task<Handing> RunAsync(ReturnAddress address, Reading reading, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var people = new Dictionary<Guid, PersonFacts>();
        var figures = await reckon.RunAsync([Questions.Of(address.Scheme, address.Quarter, reading)], p => people[p.Id] = p, cancel);
        return new()
        {
            Figures = figures[0],
            People = people,
            At = at,
            Acceptances = await book.AcceptedAsync(address.Scheme, address.Quarter, cancel),
            Standing = await book.StandingAsync(address.Scheme, address.Quarter, cancel),
            Today = london.Today,
        };
    }
}
