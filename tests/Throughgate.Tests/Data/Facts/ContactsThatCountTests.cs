using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Tests.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using TodayBoard = Throughgate.Web.Features.Today.Show.TodayBoard;

namespace Throughgate.Tests.Data.Facts;

/// <summary>Lists read only the contacts that count. What they say must be what all contacts would have said, on any day of any history.</summary>
public sealed class ContactsThatCountTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Duties_and_today_are_the_same_from_the_contacts_that_count_as_from_all(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var seeds = Enumerable.Range(Random.Shared.Next(1_000_000), 400).ToList();
        await using (var db = database.Context())
        {
            await db.SaveRowsOfAsync(RandomCases.From(seeds));
        }

        await using var connection = await database.Connection.OpenAsync();
        await connection.RunAsync("update contacts set voided = true where reference like '%2'");
        var (calendar, fewer) = (SampleBundle.Calendar, 0);
        for (var i = 0; i < 60; i++)
        {
            var on = RandomCases.LookedAt(seeds[0] + i);
            var cases = await connection.CasesInViewAsync(ACase.Scheme, on);
            var people = cases.Select(c => c.PersonId).Distinct().ToList();
            var counting = await connection.DutiesOfAsync(calendar, people, ACase.Scheme, on);
            var all = await connection.FactsOfAsync(people, Gather.All);
            var whole = new DutiesOn(on, ACase.Scheme, all, DutyRules.DutiesOf(all, ACase.Scheme, on, calendar, counting.Figures), counting.Figures);

            Lines(counting).ShouldBe(Lines(whole), $"on {on:O}, from {seeds[0]}");
            Seen(cases, counting).ShouldBe(Seen(cases, whole), $"on {on:O}, from {seeds[0]}");
            fewer += Contacts(whole) - Contacts(counting);
        }

        fewer.ShouldBeGreaterThan(1000);
    }

    private static int Contacts(DutiesOn of) => of.People.SelectMany(p => p.Cases).Sum(c => c.Contacts.Count);

    private static string[] Lines(DutiesOn of) =>
        [.. of.Duties.Select(d => $"{d.Due:O} {d.Case} {d.RuleId} {d.StateCode} {d.MetOn:O} {d.Evidence} {d.ReckonedFrom}")];

    private static string[] Seen(IReadOnlyList<CaseInView> cases, DutiesOn of)
    {
        var board = new TodayBoard(cases, of);
        return
        [
            .. board.NotSeen.Select(m => $"{m.Case.Reference} {m.On:O} {m.Next:O}").Order(StringComparer.Ordinal),
            .. board.Visits.Select(v => $"{v.Case.Reference} {v.Contact}").Order(StringComparer.Ordinal),
        ];
    }
}
