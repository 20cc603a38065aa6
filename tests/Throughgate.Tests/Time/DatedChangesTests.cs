namespace Throughgate.Tests.Time;

public class DatedChangesTests
{
    private static readonly DateOnly Sentence = new(2010, 3, 1);

    private static DatedChange Change(int? value, int known) =>
        new(value is { } day ? Sentence.AddDays(day) : null, Sentence.AddDays(known));

    [Fact]
    public void A_day_sees_the_last_value_known_by_then()
    {
        IReadOnlyList<DatedChange> changes = [Change(100, 0), Change(120, 30), Change(null, 60)];
        changes.KnownOn(Sentence.AddDays(29)).ShouldBe(Sentence.AddDays(100));
        changes.KnownOn(Sentence.AddDays(30)).ShouldBe(Sentence.AddDays(120));
        changes.KnownOn(Sentence.AddDays(60)).ShouldBeNull();
        changes.Newest().ShouldBeNull();
    }

    [Fact]
    public void The_first_value_is_visible_even_before_it_was_known() =>
        new[] { Change(100, 0), Change(120, 30) }.KnownOn(Sentence.AddDays(-5)).ShouldBe(Sentence.AddDays(100));

    [Fact]
    public void Of_two_made_known_on_one_day_the_later_one_holds() =>
        new[] { Change(100, 0), Change(120, 30), Change(110, 30) }.KnownOn(Sentence.AddDays(30)).ShouldBe(Sentence.AddDays(110));

    [Fact]
    public void None_at_all_is_not_known() => Array.Empty<DatedChange>().KnownOn(Sentence).ShouldBeNull();
}
