using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.YoungPeople.Show;

/// <summary>One life worked out by hand: held at Wetherby, leaves on 13 May 2010; the pages look at 4 May.</summary>
internal static class Jordan
{
    public static readonly DateTimeOffset Morning = new(2010, 5, 4, 9, 0, 0, TimeSpan.FromHours(1));

    public static PersonBuilder AsBuilt() =>
        AYoungPerson()
            .Named("Jordan", "Evans")
            .Born("1994-03-03")
            .LookedAfter()
            .With(
                ADto("2010-02-01")
                    .HeldAt("feltham")
                    .HeldAt("wetherby", "2010-02-20")
                    .ExpectedOn("2010-06-01")
                    .ExpectedOn("2010-05-13", knownFrom: "2010-04-06")
                    .EndsOn("2010-09-12")
                    .ReleasedOn("2010-05-13")
                    .With(
                        ACase("leeds")
                            .LedFrom("2010-02-03")
                            .PlannedOn("2010-02-12")
                            .AgreedOn("2010-02-26", "2010-03-02")
                            .AllocatedTo("Priya Shah", "2010-02-03")
                            .AllocatedTo("Tom Bevan", "2010-02-01", "case_manager", "2010-03-31")
                            .AllocatedTo("Rhian Cole", "2010-04-01", "case_manager")
                            .With(
                                AnOffer("2010-02-08").InCustody().Refused(),
                                AnOffer("2010-02-17").InCustody(),
                                AContact("2010-02-17 14:00").Of("custody_visit").Lasting(90),
                                AContact("2010-04-20 10:30").Of("custody_visit"),
                                AContact("2010-04-27 10:30").Of("phone").Ended("missed").Lasting(null),
                                AContact("2010-05-13 08:15").Of("release_day_meeting"),
                                AnAsset("2010-02-10").Scoring(4, 3, 2, 1, 0, 2, 2, 2, null, 2, 2, 2),
                                AnAsset("2010-09-10", "order_end").Scoring(1, 3, 3, 1, 0, 2, 2, 2, 2, 2, 2, 2),
                                AWeek("2010-04-19", 10m, "pru"),
                                AWeek("2010-04-19", 2.5m, "training"),
                                AWeek("2010-04-26", 0m, "none").Unable("custody"),
                                AnAddress("2010-05-13", "supported").ConfirmedOn("2010-05-11").ToldOn("2010-05-12"),
                                AReview("2010-04-15", "pre_release")
                            )
                    )
            );

    /// <summary>The program on a day of its own, at nine in the morning.</summary>
    public static async Task<TestApp> OnFourthOfMayAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(Morning);
        return app;
    }
}
