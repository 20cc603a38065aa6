using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Briefings;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Web.Features.Briefing;

/// <summary>Of whom a briefing is: a consortium, or a scheme that is in none.</summary>
/// <param name="Code">As the address has it: the consortium's key, or the scheme's code.</param>
/// <param name="Schemes">Codes, on the day of the briefing.</param>
public sealed record BriefingOf(string Code, string Called, IReadOnlyList<string> Schemes)
{
    public IReadOnlySet<string> Yots => Schemes.SelectMany(Belonging.AllYotsOf).ToHashSet(StringComparer.Ordinal);
}

/// <summary>
/// The monthly custody briefing (GOV-6). There is one a consortium and month, the same for all who get it: schemes in it have none of their own to send, which
/// would be taken from the whole.
/// </summary>
public sealed class AskBriefing(Db db, Actor actor, Visible visible, Connection connection)
{
    /// <summary>Whose briefings the reader may see, by name: those of their consortia, or a manager's own scheme where it is in none.</summary>
    public async Task<IReadOnlyList<BriefingOf>> OfAsync(DateOnly on, CancellationToken cancel)
    {
        var stays = await db.Set<ConsortiumScheme>().AsNoTracking().Where(c => c.FromOn <= on && (c.ToOn == null || c.ToOn >= on)).ToListAsync(cancel);
        var mine = actor.May(Permission.ManageScheme) ? stays.Where(s => s.Scheme == actor.Scheme).Select(s => s.ConsortiumId).ToHashSet() : actor.Belongs.Consortia.ToHashSet();
        var consortia = await db.Set<Consortium>().AsNoTracking().Where(c => mine.Contains(c.Id)).OrderBy(c => c.Name).ToListAsync(cancel);
        IReadOnlyList<BriefingOf> all =
        [
            .. consortia
                .Select(c => new BriefingOf(c.Id.ToString(), c.Name, [.. stays.Where(s => s.ConsortiumId == c.Id).Select(s => s.Scheme).Where(Reference.Instance.Schemes.ContainsKey).Distinct().Order(StringComparer.Ordinal)]))
                .Where(c => c.Schemes.Count > 0),
        ];
        return all.Count == 0 && actor.May(Permission.ManageScheme) && actor.Scheme is { } own ? [new(own, Reference.Instance.Schemes[own].Name, [own])] : all;
    }

    /// <summary>Everybody in custody on the day who lived in one of the YOTs, whoever asks: who is named is for the page to ask.</summary>
    public async Task<IReadOnlyList<HeldPerson>> HeldAsync(IReadOnlySet<string> yots, DateOnly on, CancellationToken cancel)
    {
        var undisclosed = await visible.UndisclosedAsync(cancel);
        var held = new List<HeldPerson>();
        await foreach (var person in HeldCandidates.FactsAsync(connection, yots, on, cancel))
        {
            if (HeldPerson.Of(person, yots, on) is { } one)
            {
                held.Add(one with { IsUndisclosed = undisclosed.Contains(person.Id) });
            }
        }

        return held;
    }

    public static CustodyBriefing Safe(IReadOnlyCollection<HeldPerson> held) => CustodyBriefing.Safe(held, ReckonFigures.GroupOf);

    public static CustodyBriefing Whole(IReadOnlyCollection<HeldPerson> held) => CustodyBriefing.Whole(held, ReckonFigures.GroupOf);
}
