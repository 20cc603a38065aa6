using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Domain.Figures;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Features.Performance;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Performance;

/// <summary>Figures that are kept between requests are never old, and are not reckoned anew for what does not concern them.</summary>
[Trait("rule", "PER-1")]
public sealed class KeptFiguresTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_recorded_counts_at_once_and_what_concerns_others_reckons_nothing(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        var sentenced = today.AddDays(-20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var ours = await AYoungPerson().Living("leeds").With(ADto(sentenced).With(ACase())).SaveAsync(app);
        var theirs = await AYoungPerson().Living("cardiff").With(ADto(sentenced).With(ACase("cardiff"))).SaveAsync(app);
        var (manager, leeds, cardiff) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Worker, "cardiff"));
        var (kept, level, reckoned) = (app.Services.GetRequiredService<KeptFigures>(), Level.OfScheme("leeds"), 0);
        async Task AskAsync() =>
            await kept.OfAsync(
                "leeds",
                changed => FigureCandidates.AnyAsync(app.Connection, level.Scope, new(today.AddDays(-60), today), changed),
                () =>
                {
                    reckoned++;
                    return Task.FromResult<(FiguresOfPeople, IReadOnlySet<Guid>)>((new([], Figures.Told.Asked(sentenced, new Domain.Time.DateRange(today, today)), Keeps.Numbers), new HashSet<Guid>()));
                },
                default
            );
        async Task<int> OffersAsync() =>
            JsonDocument.Parse((await manager.GetAsync("/figures/performance?handler=Json")).Body).RootElement.GetProperty("measures").EnumerateArray()
                .Single(m => m.GetProperty("measure").GetString() == "offers").GetProperty("period").GetProperty("counted").GetInt32();

        (await OffersAsync()).ShouldBe(0);
        await AskAsync();
        await AskAsync();
        reckoned.ShouldBe(1);

        (await cardiff.FillAsync($"/young-people/{theirs}/offers/record", ("Answer", "accepted"))).Status.ShouldBe(302);
        await AskAsync();
        reckoned.ShouldBe(1, "nobody of Leeds was changed");
        (await leeds.FillAsync($"/young-people/{ours}/offers/record", ("Answer", "accepted"))).Status.ShouldBe(302);
        await AskAsync();
        reckoned.ShouldBe(2, "somebody who was not among those looked at would be now");
        (await OffersAsync()).ShouldBe(1);
    }
}
