using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-3")]
[Trait("rule", "REL-4")]
public class AddressConfirmedTests
{
    private static ACase Leaving() => new ACase().ExpectedRelease("2010-06-15");

    [Theory]
    [InlineData("2010-06-01", "2010-06-01 due")] // 14 days before
    [InlineData("2010-06-02", "2010-06-01 overdue")]
    public void Due_14_days_before_the_expected_release(string on, string duty) => Leaving().Duties("REL-3", on).ShouldBe([duty]);

    [Theory]
    [InlineData("2010-06-01", "2010-06-01 met 2010-06-01")]
    [InlineData("2010-06-02", "2010-06-01 met_late 2010-06-02")]
    [InlineData("2010-02-20", "2010-06-01 met 2010-02-20")] // confirmed before sentence, for afterwards
    public void Met_by_the_day_a_suitable_address_was_confirmed(string confirmed, string duty) =>
        Leaving().Address("2010-06-15", confirmed).Duties("REL-3", "2010-06-15").ShouldBe([duty]);

    [Fact]
    public void The_earliest_confirmation_counts_and_one_to_come_does_not()
    {
        Leaving().Address("2010-06-15", "2010-05-20").Address("2010-06-15", "2010-05-10").Duties("REL-3", "2010-06-15")
            .ShouldBe(["2010-06-01 met 2010-05-10"]);
        Leaving().Address("2010-06-15", "2010-05-20").Duties("REL-3", "2010-05-19").ShouldBe(["2010-06-01 due"]);
        Leaving().Address("2010-06-15", null).Duties("REL-3", "2010-06-15").ShouldBe(["2010-06-01 overdue"]);
    }

    [Fact]
    public void An_address_lived_at_before_the_sentence_does_not_count()
    {
        Leaving().Address("2010-02-28", "2010-05-20").Duties("REL-3", "2010-06-15").ShouldBe(["2010-06-01 overdue"]);
        Leaving().Address("2010-03-01", "2010-05-20").Duties("REL-3", "2010-06-15").ShouldBe(["2010-06-01 met 2010-05-20"]);
    }

    [Theory]
    [InlineData("homeless", true, false)]
    [InlineData("temporary_for_assessment", true, false)]
    [InlineData("bed_and_breakfast", true, false)]
    [InlineData("parents", false, false)]
    [InlineData("parents", null, false)]
    [InlineData("parents", true, true)]
    [InlineData("hostel", true, true)]
    public void Some_places_never_count(string type, bool? suitable, bool counts)
    {
        AddressConfirmed.IsSuitable(new AccommodationSpell(new(new(2010, 6, 15), null), type, suitable, null, null)).ShouldBe(counts);
        Leaving().Address("2010-06-15", "2010-05-20", type, suitable).Duties("REL-3", "2010-06-15")
            .ShouldBe([counts ? "2010-06-01 met 2010-05-20" : "2010-06-01 overdue"]);
    }

    [Fact]
    public void Missed_once_released_without_one()
    {
        var released = Leaving().Released("2010-05-20");
        released.Duties("REL-3", "2010-05-20").ShouldBe(["2010-06-01 due"]); // on the day of release the due date decides
        released.Duties("REL-3", "2010-05-21").ShouldBe(["2010-06-01 missed"]);
        Leaving().Released("2010-05-20").Address("2010-05-20", "2010-05-21").Duties("REL-3", "2010-05-21").ShouldBe(["2010-06-01 missed"]);
        Leaving().Released("2010-06-10").Address("2010-06-10", "2010-06-10").Duties("REL-3", "2010-06-15").ShouldBe(["2010-06-01 met_late 2010-06-10"]);
    }

    [Fact]
    public void Raised_before_the_programme_has_started_wherever_a_release_is_expected()
    {
        new ACase().Duties("REL-3", "2010-06-15").ShouldBeEmpty();
        Leaving().Sentenced("2010-03-01", SentenceKind.Community).Duties("REL-3", "2010-06-15").ShouldBeEmpty();
    }

    [Fact]
    public void Follows_the_expected_release_as_it_was_known()
    {
        var moved = Leaving().ExpectedRelease("2010-05-20", knownFrom: "2010-04-10").ExpectedRelease(null, knownFrom: "2010-04-20");
        moved.Duties("REL-3", "2010-04-09").ShouldBe(["2010-06-01 due"]);
        moved.Duties("REL-3", "2010-04-10").ShouldBe(["2010-05-06 due"]);
        moved.Duties("REL-3", "2010-04-20").ShouldBeEmpty();
    }
}
