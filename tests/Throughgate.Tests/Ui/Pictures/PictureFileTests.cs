using System.Buffers.Binary;
using System.Xml.Linq;
using SkiaSharp;
using Throughgate.Web.Ui.Pictures;
using Throughgate.Web.Ui.Pictures.Files;

namespace Throughgate.Tests.Ui.Pictures;

/// <summary>Pictures that leave the program by themselves: SVG with title and description, hanging on nothing outside, and PNG that shows the same.</summary>
public sealed class PictureFileTests
{
    private static readonly Picture Trend = Picture.Trend("Address in time <14 days>", "Ynys Môn, ŵ, 2010-11", [new("Apr–Jun 10", 0.2, "20% (1 of 5)"), new("Jul–Sep 10", null, "Nobody counted"), new("Oct–Dec 10", 0.6, "60% (3 of 5)"), new("Jan–Mar 11", 0.8, "80% (4 of 5)")]);

    private static readonly Picture Bars = Picture.OfBars("From release to completed", "Leeds", [new("Released", 12, null, 12), new(new string('W', 90), 6, null, 12), new("Nobody", 0, null, 12)]);

    [Fact]
    public void An_svg_stands_alone_and_can_be_read_out()
    {
        foreach (var picture in new[] { Trend, Bars })
        {
            var svg = XDocument.Parse(System.Text.Encoding.UTF8.GetString(SvgFile.Bytes(picture, "cy-GB"))).Root!;
            XNamespace ns = "http://www.w3.org/2000/svg";
            svg.Attribute("role")!.Value.ShouldBe("img");
            svg.Attribute("aria-labelledby")!.Value.ShouldBe("title desc");
            svg.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe("cy-GB");
            svg.Element(ns + "title")!.Value.ShouldBe(picture.Title);
            svg.Element(ns + "desc")!.Value.ShouldBe(picture.Description);
            svg.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName).ShouldNotContain(n => n == "class" || n == "style" || n == "href");
            svg.Descendants(ns + "text").Count().ShouldBe(picture.Marks.OfType<WordMark>().Count());
        }

        Trend.Description.ShouldBe("Ynys Môn, ŵ, 2010-11. Apr–Jun 10: 20% (1 of 5); Jul–Sep 10: Nobody counted; Oct–Dec 10: 60% (3 of 5); Jan–Mar 11: 80% (4 of 5)");
        Trend.Marks.OfType<DotMark>().Count().ShouldBe(3);
        Trend.Marks.OfType<LineMark>().Count(l => l.Thick > 1).ShouldBe(1, "a gap is a gap");
        Bars.Marks.OfType<WordMark>().ShouldContain(w => w.Words.EndsWith('…'));
        Bars.Description.ShouldContain(new string('W', 90));
    }

    [Fact]
    public void A_png_shows_the_same()
    {
        PngFile.IsThere.ShouldBeTrue("the drawing library comes with the program");
        foreach (var picture in new[] { Trend, Bars })
        {
            var png = PngFile.Bytes(picture);
            png[1..4].ShouldBe("PNG"u8.ToArray());
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))).ShouldBe((1600, (int)Math.Ceiling(picture.Height) * 2));
            using var read = SKBitmap.Decode(png);
            read.GetPixel(2, 2).ShouldBe(SKColors.White);
            foreach (var box in picture.Marks.OfType<BoxMark>().Where(b => b.Colour == "#24415e" && b.Width > 0))
            {
                read.GetPixel((int)(box.X * 2) + 4, (int)(box.Y * 2) + 4).ShouldBe(SKColor.Parse(box.Colour));
            }

            foreach (var dot in picture.Marks.OfType<DotMark>())
            {
                read.GetPixel((int)(dot.X * 2), (int)(dot.Y * 2)).ShouldBe(SKColor.Parse(dot.Colour));
            }

            var title = picture.Marks.OfType<WordMark>().First();
            Enumerable.Range((int)title.X * 2, 300).Any(x => read.GetPixel(x, (int)(title.Y * 2) - 12).Red < 80).ShouldBeTrue("the title is written");
        }
    }
}
