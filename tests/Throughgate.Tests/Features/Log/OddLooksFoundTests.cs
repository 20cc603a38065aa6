using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Log;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.History.Looks;
using Case = Throughgate.Web.Data.Rows.Case;

namespace Throughgate.Tests.Features.Log;

/// <summary>R23: ten patterns of bad looks in a month of a large log; at least nine are raised, and few that are plain.</summary>
[Trait("requirement", "R23")]
public sealed class OddLooksFoundTests
{
    private const int Workers = 25;
    private const int Each = 20;
    private static readonly DateOnly First = new(2026, 9, 1);
    private static readonly DateOnly Last = new(2026, 9, 28);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_ten_patterns_nine_are_raised_and_few_that_are_plain(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        var chance = new Random(23);
        var staff = Enumerable.Range(0, Workers).Select(i => (Account: Guid.CreateVersion7(), Worker: new Worker { Name = $"Anne{i} Staff{(char)('a' + i)}" })).ToList();
        var people = await PeopleAsync(test, staff);
        var plain = new List<Looked>();
        var recorded = new List<(Guid, Guid, DateOnly)>();
        var days = Enumerable.Range(0, 28).Select(First.AddDays).Where(d => SampleBundle.Calendar.IsWorkingDay(d)).ToList();
        foreach (var day in days)
        {
            foreach (var (account, worker) in staff)
            {
                var own = people[worker.Id];
                plain.AddRange(Enumerable.Range(0, Long.Or(24, 190)).Select(_ => At(account, worker.Name, own[chance.Next(Each)], day, chance.Next(8, 18), chance.Next(60))));
            }

            // A manager reads what is not theirs, and whoever answers the telephone records what was said.
            plain.AddRange(Enumerable.Range(0, 15).Select(i => At(Manager, "Sam Rowe", people[staff[chance.Next(Workers)].Worker.Id][chance.Next(Each)], day, 9 + i % 8, chance.Next(60)) with { Role = "manager" }));
            var (duty, onDuty) = staff[chance.Next(Workers)];
            foreach (var asked in Enumerable.Range(0, 6).Select(_ => people[staff[chance.Next(Workers)].Worker.Id][chance.Next(Each)]))
            {
                plain.Add(At(duty, onDuty.Name, asked, day, chance.Next(9, 17), chance.Next(60)));
                recorded.Add((duty, asked, day));
            }
        }

        await Looks.WriteAsync(test.Connection, plain);
        var bad = Patterns(staff, people);
        await Looks.WriteAsync(test.Connection, bad.SelectMany(b => b.Looks));
        await RecordAsync(test, recorded);

        await LookIndex.CatchUpAsync(test.Connection);
        await using var connection = await test.Connection.OpenAsync();
        var looks = await new LookReader(connection, "leeds").ReadAsync(First, Last);
        var raised = looks.Where(l => OddLook.IsRaised(OddLook.Of(l, SampleBundle.Calendar, DutyFigures.Defaults, Last.AddDays(20)), DutyFigures.Defaults, l.On)).ToList();

        var found = bad.Where(b => raised.Any(r => b.Looks.Any(l => l.Who == r.LookerId && l.Whose == r.PersonId && DateOnly.FromDateTime(London.Civil(l.At)) == r.On))).Select(b => b.What).ToList();
        found.Count.ShouldBeGreaterThanOrEqualTo(9, $"not raised: {string.Join(", ", bad.Select(b => b.What).Except(found))}");
        var falsely = raised.Count(r => !bad.Any(b => b.Looks.Any(l => l.Who == r.LookerId && l.Whose == r.PersonId)));
        (falsely / (double)days.Count).ShouldBeLessThan(20);
        falsely.ShouldBeLessThan(looks.Count / 100);
    }

    private static readonly Guid Manager = Guid.CreateVersion7();

    private static Looked At(Guid who, string name, Guid whose, DateOnly day, int hour, int minute) => new(who, name, whose, London.At(day.ToDateTime(new TimeOnly(hour, minute))));

    private static List<(string What, IReadOnlyList<Looked> Looks)> Patterns(List<(Guid Account, Worker Worker)> staff, Dictionary<Guid, List<Guid>> people)
    {
        (Guid, string) Who(int i) => (staff[i].Account, staff[i].Worker.Name);
        Guid Other(int i, int n = 0) => people[staff[(i + 1) % Workers].Worker.Id][n];
        Looked Look(int i, Guid whose, string at) => new(Who(i).Item1, Who(i).Item2, whose, London.At(DateTime.Parse(at, CultureInfo.InvariantCulture)));
        return
        [
            ("own surname", [Look(0, people[staff[5].Worker.Id][0], "2026-09-08 11:00")]),
            ("part of a surname, on one's own caseload", [Look(1, people[staff[1].Worker.Id][0], "2026-09-09 11:00")]),
            ("late in the evening, not theirs", [Look(2, Other(2), "2026-09-10 22:40")]),
            ("on a Sunday, not theirs", [Look(3, Other(3), "2026-09-13 14:00")]),
            ("not theirs, nothing recorded", [Look(4, Other(4), "2026-09-14 10:00")]),
            ("day after day, not theirs", [.. Enumerable.Range(14, 4).Select(d => Look(6, Other(6), $"2026-09-{d} 10:00"))]),
            ("forty in an hour", [.. Enumerable.Range(0, 40).Select(n => Look(7, people[staff[8 + n / Each].Worker.Id][n % Each], $"2026-09-16 12:{n:00}"))]),
            ("a copy taken of what is not theirs", [Look(10, Other(10), "2026-09-17 10:00") with { Outcome = "exported" }]),
            ("closed long ago, not theirs", [Look(11, people[staff[12].Worker.Id][Each - 1], "2026-09-18 10:00")]),
            ("a manager who reads a hundred at night", [.. Enumerable.Range(0, 100).Select(n => new Looked(Manager, "Sam Rowe", people[staff[n % Workers].Worker.Id][n / Workers], London.At(new DateTime(2026, 9, 21, 23, n * 59 / 100, 0, DateTimeKind.Unspecified)), "manager"))]),
        ];
    }

    private static async Task<Dictionary<Guid, List<Guid>>> PeopleAsync(TestDatabase test, List<(Guid Account, Worker Worker)> staff)
    {
        var people = new Dictionary<Guid, List<Guid>>();
        await using var db = test.Context();
        db.AddRange(staff.Select(s => s.Worker));
        await db.SaveChangesAsync();
        var allocated = new List<Allocation>();
        foreach (var (index, (account, worker)) in staff.Index())
        {
            db.Add(new Account { Id = account, UserName = $"w{index}@example.org", NormalizedUserName = $"W{index}@EXAMPLE.ORG", Email = $"w{index}@example.org", SecurityStamp = "x", DisplayName = worker.Name, Role = RoleTable.Worker, WorkerId = worker.Id });
            people[worker.Id] = [];
            for (var i = 0; i < Each; i++)
            {
                // One has the surname of worker 0, and one of worker 1's own a part of theirs.
                var last = (index, i) switch { (5, 0) => "Staffa", (1, 0) => "Jones-Staffb", _ => $"Young{index}x{i}" };
                var person = new Person { Reference = $"P{index}-{i}", FirstName = "Kai", LastName = last, SearchName = last, DateOfBirth = new(2010, 1, 1), Gender = "male", Ethnicity = "W1" };
                var sentence = new Sentence { Reference = $"S{index}-{i}", PersonId = person.Id, Type = "dto", Kind = "custodial", MainOffence = "robbery", SentencedOn = new(2026, 1, 5) };
                var kase = new Case { Reference = $"C{index}-{i}", PersonId = person.Id, Scheme = "leeds", SentenceId = sentence.Id, ReferredOn = new(2026, 1, 5) };
                var isClosed = i == Each - 1 && index == 12;
                kase.ClosedOn = isClosed ? new(2026, 3, 1) : null;
                db.AddRange(person, sentence, kase);
                allocated.Add(new() { CaseId = kase.Id, Role = "lead_worker", WorkerId = worker.Id, FromOn = new(2026, 1, 5), ToOn = isClosed ? new(2026, 3, 1) : null });
                people[worker.Id].Add(person.Id);
            }
        }

        await db.SaveChangesAsync();
        db.AddRange(allocated);
        await db.SaveChangesAsync();
        return people;
    }

    private static async Task RecordAsync(TestDatabase test, IEnumerable<(Guid Who, Guid Whose, DateOnly On)> recorded)
    {
        await using var connection = await test.Connection.OpenAsync();
        await using var transaction = await WriteTurn.BeginAsync(connection);
        foreach (var (who, whose, on) in recorded)
        {
            await Ledger.AppendAsync(connection, transaction, "leeds", new Actor(who, "on duty", "worker", "leeds"), London.At(on.ToDateTime(new TimeOnly(16, 0))), [new Throughgate.Web.Access.Accounts.AccountClosed(who, "a contact") { PersonId = whose }]);
        }

        await transaction.CommitAsync();
    }
}
