using Throughgate.Web.Data.Facts;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Build.Lives;

public sealed class LifeTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_life_as_built_is_what_facts_are_read_from(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        var id = await AYoungPerson()
            .Named("Kai", "Okafor")
            .With(
                ADto("2010-03-01")
                    .HeldAt("wetherby")
                    .ExpectedOn("2010-06-01")
                    .ExpectedOn("2010-05-13", knownFrom: "2010-04-06")
                    .EndsOn("2010-09-12")
                    .With(
                        ACase()
                            .AgreedOn("2010-03-10", "2010-03-12")
                            .AllocatedTo("Priya Shah", "2010-03-02")
                            .With(
                                AnOffer("2010-03-05").InCustody(),
                                AContact("2010-03-20 14:30").Of("custody_visit"),
                                AnAsset("2010-03-08"),
                                AWeek("2010-03-15", 12.5m),
                                AnAddress("2010-05-13").ConfirmedOn("2010-04-20"),
                                AReview("2010-04-01")
                            )
                    )
            )
            .SaveAsync(test);

        await using var connection = await test.Connection.OpenAsync();
        var person = (await connection.FactsOfAsync([id], Gather.All)).ShouldHaveSingleItem();

        person.YotOn(Day("2010-03-01")).ShouldBe("leeds");
        person.Sentences.Single().ExpectedRelease.KnownOn(Day("2010-04-05")).ShouldBe(Day("2010-06-01"));
        person.Sentences.Single().ExpectedRelease.KnownOn(Day("2010-04-06")).ShouldBe(Day("2010-05-13"));
        var facts = person.Cases.Single();
        facts.ReferredOn.ShouldBe(Day("2010-03-01"));
        facts.Start.ShouldBe(Day("2010-03-12"));
        facts.Offers.Single().Setting.ShouldBe("custody");
        facts.Contacts.Single().At.ShouldBe(new DateTime(2010, 3, 20, 14, 30, 0));
        facts.Assessments.Single().Scores.ShouldAllBe(s => s == 2);
        facts.Ete.Single().Hours.ShouldBe(12.5m);
        facts.Accommodation.Single().ConfirmedOn.ShouldBe(Day("2010-04-20"));
        facts.Reviews.Single().On.ShouldBe(Day("2010-04-01"));
    }
}
