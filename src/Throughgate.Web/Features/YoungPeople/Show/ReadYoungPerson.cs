using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Records;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>
/// Reads one record for its page in three round trips: whether this actor may see it, with the names; names of workers, places, history and
/// figures; the facts. Everything is as known on the day looked at.
/// </summary>
public sealed class ReadYoungPerson(Visible visible, Db db, Actor actor, WorkingCalendar calendar)
{
    /// <summary>How many events of history the page reads, besides those of a request to see all.</summary>
    public const int NewestEvents = 20;

    /// <summary>Today nothing that was written is left out, whatever the clock of whoever wrote it.</summary>
    private static readonly DateTimeOffset Always = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The record; null where there is none that this actor may see.</summary>
    public async Task<YoungPersonRecord?> RunAsync(Guid id, DateOnly on, DateOnly today, bool allHistory, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return null;
        }

        var scheme = actor.Scheme ?? "";
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            // One event more than is shown tells whether there are more.
            var most = allHistory ? int.MaxValue : NewestEvents + 1;
            var until = on < today ? London.StartOf(on.AddDays(1)) : Always;
            var rest = await connection.RestOfAsync(id, scheme, until, most, cancel);
            var all = (await connection.FactsOfAsync([id], Gather.All, cancel)).Single();
            // Nearly always no record is restricted, and then nothing is asked.
            var restricted = actor.SomeRestricted && await visible.OfPerson<Data.Rows.Restriction>(id).AnyAsync(r => r.LiftedAt == null, cancel);
            var read = Record(person, all, rest, scheme, on, today) with { IsRestricted = restricted };
            var kept = (await visible.UndisclosedAsync(cancel)).Contains(id);
            return kept
                ? read with
                {
                    NotDisclosed = true,
                    Rest = read.Rest with
                    {
                        Placements = [.. read.Rest.Placements.Select(p => p with { Establishment = null })],
                        History = [.. read.Rest.History.Select(h => HistoryEvent.IsErased(h.Kind, h.Data) ? h : h with { Data = PlacesHidden.Scrub(h.Data) })],
                    },
                }
                : read;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private YoungPersonRecord Record(Data.Rows.Person person, PersonFacts all, RecordRest rest, string scheme, DateOnly on, DateOnly today)
    {
        var facts = all.AsKnownOn(on, today);
        return new()
        {
            Id = person.Id,
            Reference = person.Reference,
            FirstName = person.FirstName,
            Name = $"{person.FirstName} {person.LastName}",
            LookedAfter = person.LookedAfter,
            Send = person.Send,
            IsParent = person.IsParent,
            FirstLanguage = person.FirstLanguage,
            On = on,
            Today = today,
            Scheme = scheme,
            Facts = facts,
            Duties = DutyRules.DutiesOf([all], scheme, on, calendar, rest.Figures),
            NotRecordedThen =
            [
                .. all.Cases.Where(c => c.Scheme == scheme && c.InViewOn(on))
                    .SelectMany(c => DutyRules.NotRecordedThen(new(all, c, on, calendar, rest.Figures))),
            ],
            Rest = rest with
            {
                Allocations = [.. rest.Allocations.Where(a => a.Days.From <= on).Select(a => a with { Days = new(a.Days.From, a.Days.To <= on ? a.Days.To : null) })],
                History = [.. rest.History.Where(h => h.CaseId is null || all.Cases.Any(c => c.Id == h.CaseId && c.Scheme == scheme))],
                Placements = [.. rest.Placements.Where(p => p.From <= on)],
            },
            Calendar = calendar,
        };
    }
}
