using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Places.Give;

/// <summary>A community case or a remand was given a place; with why, where somebody leaving custody had not been offered support.</summary>
/// <param name="NotOffered">References of those who had not.</param>
public sealed record PlaceGiven(DateOnly From, IReadOnlyList<string> NotOffered, bool WasFull) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        NotOffered.Count == 0 && !WasFull
            ? words["A place on the programme was given from {0}", new Days(words).Plain(From)]
            : words["A place on the programme was given from {0} by decision of the manager, although the rule on places stood in the way", new Days(words).Plain(From)];
}

/// <summary>Gives a community case or a remand a place, through the gate ELG-3: asked by the page and here again.</summary>
public sealed class GivePlace(SchemePlaces places, Db db, Actor actor, TimeProvider time)
{
    /// <summary>Whether this actor may decide otherwise.</summary>
    public bool MayDecideOtherwise => actor.May(Permission.ManageScheme);

    /// <summary>What stands in the way.</summary>
    public Task<PlacesList> GateAsync(DateOnly today, CancellationToken cancel) => places.ReadAsync(today, cancel);

    public static bool IsOpen(PlacesList list) => list.NotOffered.Count == 0 && !list.IsFull;

    /// <summary>False where the gate is shut and there is no decision of the manager with a reason; nothing is then written.</summary>
    public async Task<bool> RunAsync(OfCase of, DateOnly today, string? why, CancellationToken cancel)
    {
        var list = await GateAsync(today, cancel);
        var open = IsOpen(list);
        if (!open && (!MayDecideOtherwise || string.IsNullOrWhiteSpace(why)))
        {
            return false;
        }

        var reason = open ? null : why!.Trim();
        db.Add(new PlaceRow { CaseId = of.Case.Id, FromOn = today, WhyAllTheSame = reason });
        await db.SaveAsync(actor, time, new PlaceGiven(today, [.. list.NotOffered.Select(n => n.Who.Person.Reference)], list.IsFull) { PersonId = of.Person.Id, CaseId = of.Case.Id, Why = reason });
        return true;
    }
}
