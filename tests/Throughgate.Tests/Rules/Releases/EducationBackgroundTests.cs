using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Rules.Releases.Asked;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-7")]
public class EducationBackgroundTests
{
    // Good Friday is 2 April 2010, Easter Monday the 5th.
    private static ACase Sentenced() => new ACase().Sentenced("2010-03-31");

    [Fact]
    public void Asked_within_two_working_days_and_answered_within_five()
    {
        Of(EducationBackground.Asked, Sentenced(), "2010-04-06").ShouldBe("2010-04-06 due");
        Of(EducationBackground.Asked, Sentenced(), "2010-04-07").ShouldBe("2010-04-06 overdue");
        Of(EducationBackground.Answered, Sentenced(), "2010-04-09").ShouldBe("2010-04-09 due");
    }

    [Fact]
    public void Met_by_the_question_and_the_answer()
    {
        var both = Told(("education_asked", "2010-04-01"), ("education_answered", "2010-04-12"));
        Of(EducationBackground.Asked, Sentenced(), "2010-04-20", both).ShouldBe("2010-04-06 met 2010-04-01");
        Of(EducationBackground.Answered, Sentenced(), "2010-04-20", both).ShouldBe("2010-04-09 met_late 2010-04-12");
        Of(EducationBackground.Asked, Sentenced(), "2010-04-20", Told(("education_answered", "2010-04-06"))).ShouldBe("2010-04-06 met 2010-04-06");
        Of(EducationBackground.Answered, Sentenced(), "2010-04-20", Told(("education_asked", "2010-04-01"))).ShouldBe("2010-04-09 overdue");
    }

    [Fact]
    public void Nothing_is_asked_without_a_custodial_sentence() =>
        Of(EducationBackground.Asked, new ACase().Sentenced("2010-03-31", Throughgate.Domain.SentenceKind.Community), "2010-04-20").ShouldBeEmpty();
}
