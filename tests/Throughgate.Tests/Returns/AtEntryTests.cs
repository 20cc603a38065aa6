using Throughgate.Domain.Returns;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Returns;

[Trait("rule", "ELG-4")]
public class AtEntryTests
{
    [Theory]
    [InlineData("2010-03-01", "leeds", null)]
    [InlineData("2012-03-02", "leeds", null)] // 17, the day before the birthday
    [InlineData("2012-03-03", "leeds", Outcome.OutsideAges)]
    [InlineData("2004-03-02", "leeds", Outcome.OutsideAges)]
    [InlineData("2004-03-03", "leeds", null)]
    [InlineData(null, "leeds", Outcome.NoCountingDate)]
    [InlineData("2010-03-01", "cardiff", Outcome.LivesElsewhere)]
    [InlineData("2010-03-01", null, Outcome.NoResidence)]
    public void The_first_thing_that_stands_against_it(string? arrested, string? yot, Outcome? outcome) =>
        AtEntry.KeptOut(new(1994, 3, 3), arrested is null ? null : ACase.Day(arrested), yot, new HashSet<string> { "leeds" }).ShouldBe(outcome);
}
