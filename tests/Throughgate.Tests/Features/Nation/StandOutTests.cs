using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Tests.Ui;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Nation.Board;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Tests.Features.Nation;

/// <summary>Which schemes stand out: made of what is published of each, and of nothing else.</summary>
[Trait("rule", "PER-1")]
[Trait("rule", "INF-6")]
public sealed class StandOutTests
{
    private static readonly DateRange Year = new(new(2010, 4, 1), new(2011, 3, 31));
    private static readonly string[] Schemes = [.. Reference.Instance.Schemes.Keys.Order(StringComparer.Ordinal)];

    private static Shown Told(int met, int notMet, int untold = 0) =>
        new(AddressInTime.Days14, Year, ShownAs.Answers) { Whole = met + notMet + untold, Met = met, NotMet = notMet, Untold = untold };

    private static Shown Coarse(int met, int rest) => new(AddressInTime.Days14, Year, ShownAs.MetAndRest) { Whole = met + rest, Met = met };

    private static StandOut Of(params Shown[] figures) => new(AddressInTime.Days14, [.. figures.Select((f, i) => (Schemes[i], f))]);

    [Fact]
    public void Who_stands_out_comes_first_and_has_a_number()
    {
        // All together 60 of 120, a half: of 20, 2 are far below and 18 far above, 5 below.
        var stands = Of(Told(10, 10), Told(2, 18), Told(18, 2), Told(5, 15), Told(15, 5), Told(10, 10));

        stands.Share.ShouldBe(0.5);
        stands.Schemes.Select(s => (s.Scheme, s.Stands, s.Number)).ShouldBe(
            [(Schemes[1], Stands.FarBelow, 1), (Schemes[2], Stands.FarAbove, 2), (Schemes[3], Stands.Below, 3), (Schemes[4], Stands.Above, 4), (Schemes[0], Stands.Within, null), (Schemes[5], Stands.Within, null)],
            ignoreOrder: false
        );
        stands.IsOfEverybody.ShouldBeFalse();
        stands.ByChance.ShouldBe(0);
        stands.Marks.Select(m => m.Out).ShouldBe([-2, 2, -1, 1, 0, 0]);
    }

    [Fact]
    public void Where_one_is_of_everybody_all_are()
    {
        var stands = Of(Told(10, 10, 5), Coarse(10, 15), Told(10, 15));

        stands.IsOfEverybody.ShouldBeTrue();
        stands.Schemes.Select(s => s.Told).ShouldBe([25, 25, 25]);
        stands.Share.ShouldBe(0.4);
    }

    [Fact]
    public void Who_may_not_be_shown_is_named_and_nowhere_in_the_picture()
    {
        var hidden = new Shown(AddressInTime.Days14, Year, ShownAs.Hidden);
        var stands = Of(Told(10, 10), hidden, Told(12, 8), new Shown(AddressInTime.Days14, Year, ShownAs.NotRecorded) { Whole = 9 }, new Shown(AddressInTime.Days14, Year, ShownAs.Nothing) { Whole = 0 });

        stands.Hidden.ShouldBe([Reference.Instance.Schemes[Schemes[1]].Name]);
        stands.NotRecorded.ShouldBe([Reference.Instance.Schemes[Schemes[3]].Name]);
        stands.Schemes.Select(s => s.Scheme).ShouldBe([Schemes[0], Schemes[2]], ignoreOrder: true);
        stands.IsPicture.ShouldBeFalse();
        Of(Told(10, 10), Told(12, 8), Told(9, 9)).IsPicture.ShouldBeTrue();
    }

    [Fact]
    public void The_picture_tells_by_shape_and_number_and_not_by_colour_alone()
    {
        var stands = Of(Told(10, 10), Told(2, 18), Told(18, 2), Told(5, 15), Told(15, 5));
        var picture = Drawn.By(new FunnelPlotTag(new Words(Vocabulary.Embedded, Words.English)) { Marks = stands.Marks, Lines = stands.Lines, Share = stands.Share, Label = "Address", Desc = "1: A; 2: B", Across = "Counted" });

        picture.Split("<polygon").Length.ShouldBe(5, "four triangles");
        picture.Split("tg-funnel__mark--far").Length.ShouldBe(3, "two of them filled");
        picture.Split("<circle").Length.ShouldBe(2);
        picture.ShouldContain("role=\"img\"");
        picture.ShouldContain(">1: A; 2: B</desc>");
        picture.ShouldContain(">4</text>");
        stands.Lines.ShouldAllBe(l => l.OuterLow <= l.InnerLow && l.InnerLow <= 0.5 && 0.5 <= l.InnerHigh && l.InnerHigh <= l.OuterHigh);
    }
}
