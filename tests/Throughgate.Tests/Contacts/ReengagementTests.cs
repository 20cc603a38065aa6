using Throughgate.Domain.Contacts;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Contacts;

[Trait("rule", "OPN-2")]
public class ReengagementTests
{
    [Fact]
    public void Missed_contacts_and_attempts_are_counted_since_they_last_came()
    {
        var contacts = new ACase()
            .Contact("2010-04-01", outcome: "missed")
            .Contact("2010-04-10")
            .Contact("2010-04-20", outcome: "missed")
            .Contact("2010-04-21", "family")
            .Contact("2010-04-22", "re_engagement", outcome: "missed")
            .Contact("2010-04-27", outcome: "missed")
            .Contact("2010-05-04", outcome: "planned")
            .Facts().Contacts;

        var now = Reengagement.Of(contacts, new(2010, 5, 1));

        (now.LastMet, now.LastMissed?.On, now.Missed, now.Attempts).ShouldBe((new DateOnly(2010, 4, 10), new DateOnly(2010, 4, 27), 2, 1));
        Reengagement.Of(contacts, new(2010, 4, 12)).LastMissed.ShouldBeNull();
    }
}
