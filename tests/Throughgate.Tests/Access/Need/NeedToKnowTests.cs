using Throughgate.Domain.Access;

namespace Throughgate.Tests.Access.Need;

[Trait("requirement", "R1")]
public sealed class NeedToKnowTests
{
    private static readonly DateOnly Today = new(2010, 9, 15);
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid MyWork = Guid.CreateVersion7();

    private static Viewer Of(Sees sees) =>
        new() { Account = Me, Sees = sees, Scheme = "leeds", WholeScheme = true, Yots = new HashSet<string> { "leeds" }, Worker = MyWork, Establishments = new HashSet<string> { "wetherby" } };

    private static Ties ACase(string scheme, bool open = true, params Guid[] workers) => new() { Cases = [new(scheme, open, workers)] };

    [Theory]
    [InlineData(Sees.PeopleOfTheScheme, "leeds", true)]
    [InlineData(Sees.PeopleOfTheScheme, "cardiff", false)]
    [InlineData(Sees.Nobody, "leeds", false)]
    [InlineData(Sees.OwnPeople, "leeds", false)]
    [InlineData(Sees.PeopleHeld, "leeds", false)]
    [InlineData(Sees.PeopleShared, "leeds", false)]
    public void A_case_of_the_scheme_is_for_those_who_see_the_scheme(Sees sees, string scheme, bool seen) =>
        NeedToKnow.Sees(Of(sees), ACase(scheme), Today).ShouldBe(seen);

    [Fact]
    public void A_mentor_sees_whom_they_work_with_while_the_programme_is_open()
    {
        NeedToKnow.Sees(Of(Sees.OwnPeople), ACase("leeds", true, MyWork), Today).ShouldBeTrue();
        NeedToKnow.Sees(Of(Sees.OwnPeople), ACase("leeds", false, MyWork), Today).ShouldBeFalse();
        NeedToKnow.Sees(Of(Sees.OwnPeople), ACase("leeds", true, Guid.CreateVersion7()), Today).ShouldBeFalse();
        NeedToKnow.Sees(Of(Sees.OwnPeople) with { Worker = null }, ACase("leeds", true, Guid.Empty), Today).ShouldBeFalse();
    }

    [Fact]
    public void A_member_of_one_YOT_sees_who_lives_there_and_whom_they_work_with()
    {
        var york = Of(Sees.PeopleOfTheScheme) with { WholeScheme = false, Yots = new HashSet<string> { "york" } };
        NeedToKnow.Sees(york, ACase("leeds"), Today).ShouldBeFalse();
        NeedToKnow.Sees(york, ACase("leeds", false, MyWork), Today).ShouldBeTrue();
        NeedToKnow.Sees(york, new Ties { Yots = ["york"] }, Today).ShouldBeTrue();
        NeedToKnow.Sees(york, new Ties { Yots = ["leeds"] }, Today).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2010-08-15", true)] // one month to the day
    [InlineData("2010-08-14", false)]
    [InlineData(null, true)]
    public void An_establishment_sees_whom_it_holds_until_a_month_after_release(string? released, bool seen) =>
        NeedToKnow.Sees(Of(Sees.PeopleHeld), Held("wetherby", released), Today).ShouldBe(seen);

    [Theory]
    [InlineData("2010-03-30", "2010-02-28", false)] // 28 February and a month is 28 March
    [InlineData("2010-03-28", "2010-02-28", true)]
    [InlineData("2010-02-28", "2010-01-31", true)] // 31 January and a month is 28 February
    [InlineData("2010-03-01", "2010-01-31", false)]
    public void A_month_after_release_at_the_end_of_months(string today, string released, bool seen) =>
        NeedToKnow.Sees(Of(Sees.PeopleHeld), Held("wetherby", released), Day(today)).ShouldBe(seen);

    [Fact]
    public void An_establishment_that_somebody_has_left_for_another_sees_them_no_more() =>
        NeedToKnow.Sees(Of(Sees.PeopleHeld), Held("hindley", null), Today).ShouldBeFalse();

    [Fact]
    public void A_restricted_record_is_for_those_it_names_and_for_who_breaks_the_glass()
    {
        var restricted = ACase("leeds", true, MyWork) with { OnlyFor = [Guid.CreateVersion7()] };
        foreach (var sees in Enum.GetValues<Sees>())
        {
            NeedToKnow.Sees(Of(sees), restricted, Today).ShouldBeFalse(sees.ToString());
        }

        NeedToKnow.Sees(Of(Sees.PeopleOfTheScheme), restricted with { OnlyFor = [Me] }, Today).ShouldBeTrue();
        NeedToKnow.Sees(Of(Sees.PeopleOfTheScheme), restricted with { Glass = [Me] }, Today).ShouldBeTrue();
        NeedToKnow.Sees(Of(Sees.OwnPeople), restricted with { Glass = [Me] }, Today).ShouldBeFalse();
        NeedToKnow.Sees(Of(Sees.Nobody), restricted with { OnlyFor = [Me], Glass = [Me] }, Today).ShouldBeFalse();
    }

    [Fact]
    public void Being_named_ties_nobody_who_has_nothing_to_do_with_them() =>
        NeedToKnow.Sees(Of(Sees.PeopleOfTheScheme), ACase("cardiff") with { OnlyFor = [Me] }, Today).ShouldBeFalse();

    private static Ties Held(string place, string? released) =>
        new() { Custody = [new(new DateOnly(2010, 1, 4), released is null ? null : Day(released), place)] };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
