using Throughgate.Domain;
using Throughgate.Domain.People;
using Throughgate.Domain.Sentences;
using Throughgate.Domain.Time;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.People;

public class WhereaboutsTests
{
    private static readonly SentenceFacts Dto = Sentence("S1", "dto", "2010-03-01", released: "2010-06-15", ends: "2010-09-12");
    private static readonly SentenceFacts Unreleased = Dto with { ReleasedOn = null };

    private static SentenceFacts Sentence(string reference, string type, string on, string? released = null, string? ends = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            Type = type,
            Kind = type == "dto" ? SentenceKind.Custodial : type == "yro" ? SentenceKind.Community : SentenceKind.Remand,
            MainOffence = "robbery",
            SentencedOn = ACase.Day(on),
            ReleasedOn = released is null ? null : ACase.Day(released),
            Ends = ends is null ? [] : [new DatedChange(ACase.Day(ends), ACase.Day(on))],
        };

    private static string Where(string on, SentenceFacts looked, params SentenceFacts[] others)
    {
        var person = new ACase().Person() with { Sentences = [.. new[] { looked }.Concat(others).OrderBy(s => s.SentencedOn)] };
        var where = person.WhereOn(looked, ACase.Day(on));
        return $"{where.Where} {where.Sentence.Reference}";
    }

    [Theory]
    [InlineData("2010-03-01", "InCustody S1")]
    [InlineData("2010-06-14", "InCustody S1")]
    [InlineData("2010-06-15", "InTheCommunity S1")] // the day of release is a day at home
    [InlineData("2010-09-12", "InTheCommunity S1")]
    [InlineData("2010-09-13", "OrderEnded S1")]
    public void From_sentence_over_release_to_the_end_of_the_order(string on, string where) => Where(on, Dto).ShouldBe(where);

    [Fact]
    public void An_order_that_ended_without_a_release_on_record_holds_nobody_for_years()
    {
        Where("2010-09-12", Unreleased).ShouldBe("InCustody S1");
        Where("2010-09-13", Unreleased).ShouldBe("OrderEnded S1");
    }

    [Fact]
    public void Another_sentence_can_hold_them() =>
        Where("2010-08-01", Dto, Sentence("S2", "dto", "2010-07-20", ends: "2011-07-19")).ShouldBe("InCustody S2");

    [Fact]
    public void A_remand_holds_until_it_ends_or_the_next_sentence()
    {
        var yro = Sentence("S3", "yro", "2010-03-01", ends: "2011-02-28");
        var remand = Sentence("S2", "remand_custody", "2010-05-01", ends: "2010-06-30");
        Where("2010-04-30", yro, remand).ShouldBe("InTheCommunity S3");
        Where("2010-06-30", yro, remand).ShouldBe("OnRemand S2");
        Where("2010-07-01", yro, remand).ShouldBe("InTheCommunity S3");
        Where("2010-06-10", yro, remand, Sentence("S4", "yro", "2010-06-01", ends: "2011-05-31")).ShouldBe("InTheCommunity S3");
    }

    [Fact]
    public void Bail_and_remand_to_accommodation_hold_nobody() =>
        Where("2010-05-02", Sentence("S1", "yro", "2010-03-01"), Sentence("S2", "remand_la", "2010-05-01")).ShouldBe("InTheCommunity S1");
}
