using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Mentoring;

/// <summary>A mentor sees their own young people while they are, and writes a meeting down.</summary>
[Trait("requirement", "R1")]
public sealed class MentoringTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_mentor_sees_their_own_young_people_and_writes_a_meeting_down(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 5, 10, 15, 0, 0, TimeSpan.Zero));
        var mine = await AYoungPerson().Named("Mali", "Mine").Living("leeds").With(ADto("2010-03-01").With(ACase("leeds").AllocatedTo("Ffion Mentor", "2010-03-02", "mentor").AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(app);
        var others = await AYoungPerson().Named("Kai", "Notmine").Living("leeds").With(ADto("2010-03-01").With(ACase("leeds").AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(app);
        var mentor = await app.SignInAsync(RoleTable.Mentor, "leeds", "Ffion Mentor");
        var list = await mentor.GetAsync("/mentoring");
        list.Body.ShouldSatisfyAllConditions(b => b.ShouldContain("Mali Mine"), b => b.ShouldNotContain("Kai Notmine"));
        (await mentor.GetAsync($"/mentoring/{others}")).Status.ShouldBe(404);
        (await mentor.GetAsync($"/young-people/{mine}")).Status.ShouldBe(404);
        (await mentor.FillAsync($"/mentoring/{mine}", ("Time", "late"))).Status.ShouldBe(400);

        (await mentor.FillAsync($"/mentoring/{mine}", [("Outcome", "attended"), ("Time", "14:00"), ("Minutes", "45"), .. Day("On", "2010-05-10"), ("Note", "We talked about college")])).Status.ShouldBe(302);

        var page = await mentor.GetAsync($"/mentoring/{mine}");
        page.Body.ShouldSatisfyAllConditions(b => b.ShouldContain("Priya Shah"), b => b.ShouldContain("14:00"), b => b.ShouldNotContain("college"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        (await worker.GetAsync($"/young-people/{mine}/contacts")).Body.ShouldContain("Mentoring");
    }
}
