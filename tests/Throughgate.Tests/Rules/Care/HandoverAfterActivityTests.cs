using Throughgate.Domain.Contacts;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Care;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "FAM-1")]
public class HandoverAfterActivityTests
{
    [Theory]
    [InlineData("activity", "attended", "2010-05-09", false, false, true)]
    [InlineData("mentoring", "attended", "2010-05-09", false, false, true)]
    [InlineData("activity", "attended", "2010-05-10", false, false, false)] // the 18th birthday
    [InlineData("activity", "missed", "2010-05-09", false, false, false)]
    [InlineData("appointment", "attended", "2010-05-09", false, false, false)]
    [InlineData("activity", "attended", "2010-05-09", true, false, false)]
    [InlineData("activity", "attended", "2010-05-09", false, true, false)] // in custody
    public void Missing_after_an_attended_activity_of_somebody_under_18_outside_custody(string kind, string outcome, string on, bool recorded, bool inCustody, bool missing) =>
        HandoverAfterActivity.IsMissing(new(Day(on).ToDateTime(new TimeOnly(15, 0)), 60, kind, "irs", outcome), recorded, Day("1992-05-10"), inCustody, DutyFigures.Defaults).ShouldBe(missing);

    [Fact]
    public void Not_asked_of_what_was_before_recording_began_here()
    {
        var begins = Day("2010-05-10");
        var figures = new DutyFigures([new(FirstDayOfRecording.Key, new(FirstDayOfRecording.Write(begins), begins, "import", "Import"))]);
        var contact = new Contact(Day("2010-05-09").ToDateTime(new TimeOnly(15, 0)), 60, "activity", "irs", "attended");
        HandoverAfterActivity.IsMissing(contact, false, Day("1994-05-10"), false, figures).ShouldBeFalse();
    }
}
