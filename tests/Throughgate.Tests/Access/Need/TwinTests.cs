using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Access;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access.Need;

/// <summary>The pure rule and its query answer alike on thousands of random people and viewers, on both databases.</summary>
[Trait("requirement", "R1")]
public sealed class TwinTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_rule_and_the_query_agree(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        var world = await RandomWorld.MakeAsync(test, new Random(20100915), people: 150);
        var seen = 0;
        var faults = new List<string>();
        foreach (var viewer in world.Viewers)
        {
            await using var db = test.Context();
            var visible = new Visible(db, viewer.Actor, new Seen(), new London(world.Clock), world.Clock);
            var all = (await visible.PersonIds.ToListAsync()).ToHashSet();
            var among = (await visible.Among(db.People).Select(p => p.Id).ToListAsync()).ToHashSet();
            var hidden = viewer.Actor.Viewer.Sees == Sees.PeopleOfTheScheme ? await visible.HiddenAsync() : null;
            foreach (var (person, ties) in world.People)
            {
                var says = NeedToKnow.Sees(viewer.Actor.Viewer, ties, world.Today);
                seen += says ? 1 : 0;
                if (says != all.Contains(person) || says != among.Contains(person) || (hidden is not null && says && hidden.Contains(person)))
                {
                    faults.Add($"{viewer.Actor.Role} {viewer.Actor.Scheme}: rule {says}, list {all.Contains(person)}, among {among.Contains(person)}, hidden {hidden?.Contains(person)}");
                }
            }
        }

        faults.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(500);
    }
}
