using System.Diagnostics;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>A record that may not be seen cannot be told from one that does not exist: status and length always; in the long run the time too, in turns, 200 of each.</summary>
[Trait("requirement", "R3")]
public sealed class RefusalTests
{
    private const int Samples = 200;
    private const double MostMilliseconds = 5;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Not_yours_and_not_there_are_answered_alike(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var theirs = await AYoungPerson().Named("Kai", "Elsewhere").Living("cardiff").With(ADto("2010-03-31").With(ACase("cardiff").ReferredOn("2010-03-31"))).SaveAsync(app);
        await AYoungPerson().Named("Mali", "Own").Living("leeds").With(ADto("2010-03-31").With(ACase().ReferredOn("2010-03-31"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var page in new[] { "", "/offers", "/contacts", "/plan", "/sharing", "/documents" })
        {
            var (hidden, absent) = ($"/young-people/{theirs}{page}", $"/young-people/{Guid.CreateVersion7()}{page}");
            var (one, other) = (await worker.GetAsync(hidden), await worker.GetAsync(absent));
            (one.Status, one.Body.Length).ShouldBe((other.Status, other.Body.Length), page);
            one.Status.ShouldBe(404);
            if (Long.IsAsked)
            {
                await SameTimeAsync(worker, hidden, absent);
            }
        }
    }

    private static async Task SameTimeAsync(TestBrowser worker, string hidden, string absent)
    {
        var (ofHidden, ofAbsent) = (new List<double>(), new List<double>());
        for (var i = 0; i < Samples; i++)
        {
            // Which comes first changes, so that what warms up or slows down does so for both.
            foreach (var (path, times) in i % 2 == 0 ? new[] { (hidden, ofHidden), (absent, ofAbsent) } : [(absent, ofAbsent), (hidden, ofHidden)])
            {
                var watch = Stopwatch.StartNew();
                await worker.GetAsync(path);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Math.Abs(Middle(ofHidden) - Middle(ofAbsent)).ShouldBeLessThan(MostMilliseconds, hidden);
    }

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
