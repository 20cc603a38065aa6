using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-12")]
public class VisitHoursTests
{
    [Theory]
    [InlineData("2010-05-06 09:00", 30, true)]
    [InlineData("2010-05-06 08:00", 60, false)]
    [InlineData("2010-05-06 08:00", 61, true)]
    [InlineData("2010-05-06 12:00", 60, false)]
    [InlineData("2010-05-06 11:59", null, true)]
    [InlineData("2010-05-06 16:00", 90, false)]
    [InlineData("2010-05-08 10:00", 60, false)] // a Saturday
    [InlineData("2010-05-03 10:00", 60, false)] // a bank holiday
    public void By_default_mornings_and_afternoons_of_working_days_are_protected(string at, int? minutes, bool inside) =>
        VisitHours.IsInside(DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), minutes, VisitHours.Default, SampleBundle.Calendar).ShouldBe(inside);

    [Fact]
    public void An_establishment_without_protected_hours_has_none() =>
        VisitHours.IsInside(new(2010, 5, 6, 10, 0, 0), 60, [], SampleBundle.Calendar).ShouldBeFalse();
}
