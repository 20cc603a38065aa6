using System.Text.RegularExpressions;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Keeping;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R3: a row is opened through the young person it is of. The key of another's row, in the address of one's own young person, is the key of nothing.</summary>
[Trait("requirement", "R3")]
public sealed class SwappedChildTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_row_of_one_record_does_not_open_under_another(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        var (one, two) = (await PersonAsync(app, "Ownington"), await PersonAsync(app, "Twoson"));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var rows = await RowsAsync(app, two);
        var (own, faults) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var (template, _) in await MatrixTests.PagesAsync(app))
        {
            if (!template.Contains("{id:guid}", StringComparison.Ordinal) || !template.Contains("{row:guid", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (table, id) in rows)
            {
                if (!Slice.Has($"{template} {table}", 2))
                {
                    continue;
                }

                foreach (var what in template.Contains("{what}", StringComparison.Ordinal) ? What : What.Take(1))
                {
                    if ((await manager.GetAsync(Address(template, two, id, what))).Status == 200)
                    {
                        own.Add($"{template} {table}");
                        var nothing = await manager.GetAsync(Address(template, one, Guid.CreateVersion7(), what));
                        var swapped = await manager.GetAsync(Address(template, one, id, what));
                        if ((swapped.Status, swapped.Body.Length) != (nothing.Status, nothing.Body.Length) || swapped.Status != 404)
                        {
                            faults.Add($"{template} with a row of {table}: {swapped.Status}, {swapped.Body.Length} characters; of nothing: {nothing.Status}, {nothing.Body.Length}");
                        }
                    }
                }
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
        own.Count.ShouldBeGreaterThan(Long.Or(5, 15), string.Join('\n', own)); // each of these opened where it belongs
    }

    private static readonly string[] What = ["contacts", "offers", "accommodation", "expected_release", "assessments", "people_around", "reviews"];

    private static string Address(string template, Guid person, Guid row, string what)
    {
        var address = Regex.Replace(template.Replace("{row:guid?}", row.ToString(), StringComparison.Ordinal).Replace("{row:guid}", row.ToString(), StringComparison.Ordinal).Replace("{what}", what, StringComparison.Ordinal), @"\{what[^}]*\}", what, RegexOptions.None, TimeSpan.FromSeconds(1));
        return MatrixTests.Address(address, person, "leeds");
    }

    /// <summary>One row of each table that hangs on a young person.</summary>
    private static async Task<List<(string Table, Guid Id)>> RowsAsync(TestApp app, Guid person)
    {
        var found = new List<(string, Guid)>();
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);
        foreach (var table in await PersonTables.ReadAsync(connection, null))
        {
            await using var command = connection.Command($"select * from {table.Name} where {table.Where} limit 1", ("@person", person));
            await using var row = await command.ExecuteReaderAsync();
            if (table.Name != "people" && await row.ReadAsync() && Enumerable.Range(0, row.FieldCount).FirstOrDefault(i => row.GetName(i) == "id", -1) is >= 0 and var at)
            {
                found.Add((table.Name, row.Key(at)));
            }
        }

        return found;
    }

    private static async Task<Guid> PersonAsync(TestApp app, string last)
    {
        var kase = ACase().ReferredOn("2010-03-02").AgreedOn("2010-04-01").AllocatedTo("Priya Shah", "2010-03-02").With(AnOffer("2010-03-05"), AContact("2010-03-08 10:00"), AnAsset("2010-03-09"), AnAddress("2010-09-20"), AReview("2010-06-01"));
        var sentence = ADto("2010-03-01").ExpectedOn("2010-09-20").HeldAt("wetherby").With(kase);
        var person = await AYoungPerson().Named("Kai", last).Living("leeds").With(sentence).SaveAsync(app);
        await using var db = app.Context();
        db.Add(new PersonAround { PersonId = person, Kind = "parent", Name = $"Mother {last}", FromOn = new(2008, 1, 1) });
        db.Add(new LicenceCondition { PersonId = person, Kind = LicenceCondition.Kinds.Keys.First(), ConditionText = "Not there", FromOn = new(2010, 4, 3) });
        await db.SaveChangesAsync();
        return person;
    }
}
