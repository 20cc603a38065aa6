using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Tests.Build;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Tests.Features.Performance;

/// <summary>Who asks for the figures of many schemes waits once, not every hour; and sees nothing older than a day.</summary>
public sealed class KeptViewsTests
{
    private readonly TestClock _clock = new();
    private readonly KeptViews _kept;
    private int _reckoned;

    public KeptViewsTests() => _kept = new(_clock, NullLogger<KeptViews>.Instance);

    [Fact]
    public async Task One_that_is_an_hour_old_is_shown_while_the_next_is_reckoned_and_one_of_a_day_is_waited_for()
    {
        var gate = new TaskCompletionSource();
        var first = await AskAsync();
        (await AskAsync()).ShouldBeSameAs(first);
        _clock.Advance(KeptViews.Fresh);
        (await AskAsync(gate.Task)).ShouldBeSameAs(first, "shown while another is reckoned");
        (await AskAsync()).ShouldBeSameAs(first, "and reckoned once, however many ask");
        gate.SetResult();
        await UntilAsync(async () => !ReferenceEquals(await AskAsync(), first));
        _reckoned.ShouldBe(2);
        var second = await AskAsync();
        _clock.Advance(KeptViews.Longest);
        (await AskAsync()).ShouldNotBeSameAs(second);
        _reckoned.ShouldBe(3);
    }

    [Fact]
    public async Task Two_who_ask_at_once_wait_for_one_and_a_failure_is_asked_again()
    {
        var gate = new TaskCompletionSource();
        var (one, other) = (AskAsync(gate.Task), AskAsync(gate.Task));
        gate.SetException(new InvalidOperationException("the database is away"));
        await Should.ThrowAsync<InvalidOperationException>(() => one);
        await Should.ThrowAsync<InvalidOperationException>(() => other);
        _reckoned.ShouldBe(1);
        (await AskAsync()).ShouldNotBeNull();
        _clock.Advance(KeptViews.Fresh);
        var old = await AskAsync(Task.FromException(new InvalidOperationException("away again")));
        await UntilAsync(async () => await AskAsync() is { } next && !ReferenceEquals(next, old));
    }

    [Fact]
    public async Task In_the_morning_what_was_asked_for_lately_is_reckoned_and_nothing_else()
    {
        await AskAsync(what: "nation");
        await AskAsync(what: "consortium");
        await _kept.MorningAsync(default);
        _reckoned.ShouldBe(2, "both are of this hour");
        _clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(what: "nation");
        await UntilAsync(() => Task.FromResult(_reckoned == 3));
        _clock.Advance(KeptViews.Fresh);
        await _kept.MorningAsync(default);
        _reckoned.ShouldBe(5);
        _clock.Advance(KeptViews.Wanted);
        await AskAsync(what: "nation");
        await UntilAsync(() => Task.FromResult(_reckoned == 6));
        _clock.Advance(KeptViews.Fresh);
        await _kept.MorningAsync(default);
        _reckoned.ShouldBe(7, "nobody asked for the consortium in a week");
    }

    private Task<SafeView> AskAsync(Task? after = null, string what = "nation") =>
        _kept.OfAsync(
            what,
            keep: true,
            async () =>
            {
                Interlocked.Increment(ref _reckoned);
                await (after ?? Task.CompletedTask);
                return (SafeView)RuntimeHelpers.GetUninitializedObject(typeof(SafeView));
            }
        );

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var i = 0; !await so(); i++)
        {
            i.ShouldBeLessThan(500);
            await Task.Delay(10);
        }
    }
}
