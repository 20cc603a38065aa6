using System.Diagnostics;
using System.Text.RegularExpressions;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Printing.Papers;

namespace Throughgate.Tests.Ui.Printing;

/// <summary>A document as PDF that can be read out: language, title, headings, lists and tables in order, every word tagged or passed over (PDF/UA-1).</summary>
public sealed class PaperTests
{
    private static readonly DateTimeOffset Made = new(2010, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private static Paper Some(int rows, Words words) =>
        new Paper("Return: Caerdydd & Leeds, ŵ ŷ “quoted”", words)
            .Heading("How young people fare")
            .Text("Ten were released. " + string.Concat(Enumerable.Repeat("A sentence that goes on over the end of its line. ", 6)).TrimEnd())
            .Bullets(["Who was met at the gate", "Who was not"])
            .Heading("By establishment", 3)
            .Table("Releases, by establishment", ["Establishment", "Releases", "With an address"], Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)[$"Establishment {i}", $"{i * 3}", i == 2 ? "" : "60% (6 of 10)"]), new HashSet<int> { 1 });

    [Fact]
    public void Who_listens_hears_it_in_order_with_the_headers_of_each_cell()
    {
        var read = new ReadPdf(Some(3, new Words(Vocabulary.Embedded, Words.Welsh)).ToPdf(Made));
        read.Catalog.ShouldContain("/Lang (cy-GB)");
        read.Catalog.ShouldContain("/MarkInfo <</Marked true>>");
        read.Catalog.ShouldContain("/DisplayDocTitle true");
        read.TitleInInfo.ShouldBe("Return: Caerdydd & Leeds, ŵ ŷ “quoted”");
        read.Whole.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        var tags = read.Tags;
        tags.Where(t => t.Kind is "H1" or "H2" or "H3").Select(t => (t.Kind, t.Text)).ShouldBe([("H1", read.TitleInInfo), ("H2", "How young people fare"), ("H3", "By establishment")]);
        tags.Single(t => t.Kind == "P").Text.ShouldBe("Ten were released. " + string.Concat(Enumerable.Repeat("A sentence that goes on over the end of its line. ", 6)).TrimEnd());
        tags.Where(t => t.Kind == "LBody").Select(t => t.Text).ShouldBe(["Who was met at the gate", "Who was not"]);
        tags.Single(t => t.Kind == "Caption").Text.ShouldBe("Releases, by establishment");
        tags.Where(t => t.Scope == "Column").Select(t => t.Text).ShouldBe(["Establishment", "Releases", "With an address"]);
        tags.Where(t => t.Scope == "Row").Select(t => t.Text).ShouldBe(["Establishment 1", "Establishment 2", "Establishment 3"]);
        tags.Where(t => t.Kind == "TD").Select(t => t.Text).ShouldBe(["3", "60% (6 of 10)", "6", "", "9", "60% (6 of 10)"]);
        tags.Where(t => t.Kind == "TR").Select(t => t.Depth).Distinct().ShouldBe([3], "rows stand in the head and the body of the table");
    }

    [Fact]
    public void A_long_table_repeats_its_headers_for_the_eye_alone_and_nothing_is_drawn_outside_a_tag()
    {
        var read = new ReadPdf(Some(200, new Words(Vocabulary.Embedded, Words.English)).ToPdf(Made));
        read.Pages.Count.ShouldBeGreaterThan(3);
        read.Tags.Count(t => t.Scope == "Column").ShouldBe(3);
        read.Tags.Count(t => t.Scope == "Row").ShouldBe(200);
        foreach (var page in read.Pages.Values)
        {
            var outside = Regex.Replace(page, @"/(\w+ <</MCID \d+>> BDC|Artifact BMC)\n.*?EMC\n", "", RegexOptions.Singleline);
            outside.ShouldBeEmpty("every word and line is tagged, or passed over");
            Regex.Matches(page, @"1 0 0 1 ([\d.-]+) ([\d.-]+) Tm").Select(m => double.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)).ShouldAllBe(y => y > 20 && y < 800);
        }
    }

    [Fact]
    public void A_cell_longer_than_a_page_goes_on_overleaf_and_strange_characters_stop_nothing()
    {
        var words = new Words(Vocabulary.Embedded, Words.English);
        var text = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"word{i}"));
        var read = new ReadPdf(new Paper("T", words).Table("C", ["A", "B"], [["r", text], ["x\u0001y\ud83d\ude00)(\\<>", new string('W', 400)]]).ToPdf(Made));
        read.Tags.Where(t => t.Kind == "TD").Select(t => t.Text.Replace(" ", "", StringComparison.Ordinal)).ShouldBe([text.Replace(" ", "", StringComparison.Ordinal), new string('W', 400)]);
        read.Tags.Last(t => t.Scope == "Row").Text.ShouldBe("xy?)(\\<>");
    }

    [Fact]
    public void Levels_are_not_skipped()
    {
        var paper = new Paper("T", new Words(Vocabulary.Embedded, Words.English));
        Should.Throw<ArgumentException>(() => paper.Heading("Too deep", 3));
        paper.Heading("Two").Heading("Three", 3).Heading("Two again").Bullets([]).Blocks.Count.ShouldBe(3);
    }

    [Fact]
    public void Other_readers_that_are_installed_find_no_fault()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Some(60, new Words(Vocabulary.Embedded, Words.English)).ToPdf(Made));
        try
        {
            if (File.Exists("/usr/bin/qpdf"))
            {
                Run("/usr/bin/qpdf", "--check", file).ShouldContain("No syntax or stream encoding errors");
            }

            if (File.Exists("/usr/bin/pdfinfo"))
            {
                Run("/usr/bin/pdfinfo", file).ShouldContain("Tagged:          yes");
                Run("/usr/bin/pdfinfo", "-struct-text", file).ShouldContain("Establishment 60");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
