using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;
using Column = Throughgate.Web.Ui.TakingAway.Column;
using Sheet = Throughgate.Web.Ui.TakingAway.Sheet;

namespace Throughgate.Tests.Ui.TakingAway;

/// <summary>A table as CSV, XLSX and ODS: opened again by others than who wrote it, every cell of its kind, and no text ever a formula.</summary>
public sealed class BookTests
{
    private static readonly Words Welsh = new(Vocabulary.Embedded, Words.Welsh);

    private static readonly string[] Hostile =
    [
        "=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", " =HYPERLINK(\"http://x\")", "'=1", "007", "1e5", "<b>&amp;</b>", "_x0041_", "]]>", "a\u0001b\u0000c", "\ud83d\ude00", "\ud83d alone", "two\r\nlines",
        "  spaces  within  ", "ŵyŷ", new('x', 40_000), "",
    ];

    private static readonly Book Some = new(
        "figures",
        "Figures: Leeds & York <2010>",
        [
            new(
                "Figures [a/b]: of a scheme with a very long name",
                [new("Name", Kind.Text, "Who"), new("How many", Kind.Whole), new("Share", Kind.Share), new("Hours", Kind.Number), new("On", Kind.Date)],
                [
                    ["Kai", 12, 0.6, 2.5m, new DateOnly(2010, 4, 1)],
                    ["007", 1_234_567L, "Hidden: too few", null, new DateOnly(1899, 1, 1)],
                    .. Hostile.Select(h => (IReadOnlyList<object?>)[h, null, null, null, null]),
                ]
            ),
            new("People", [new("Reference", Kind.Text)], [["0042"]]),
            new("people", [new("Reference", Kind.Text)], []),
        ]
    )
    {
        Notes = ["As of today"],
        Terms = [("Met", "When it is met")],
    };

    [Fact]
    public void Excel_finds_no_fault_and_every_cell_of_its_kind()
    {
        using var file = new MemoryStream(XlsxBook.Bytes(Some, Welsh));
        using var opened = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(opened).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        opened.PackageProperties.Title.ShouldBe(Some.Title);
        opened.PackageProperties.Language.ShouldBe("cy-GB");
        var book = opened.WorkbookPart!;
        var sheets = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        sheets.Select(s => s.Name!.Value!).ShouldBe(["Figures  a b   of a scheme with", "People", "people 2", Welsh["Definitions"].ToString()]);
        var first = (WorksheetPart)book.GetPartById(sheets[0].Id!.Value!);
        first.Worksheet.Descendants<CellFormula>().ShouldBeEmpty();
        first.Worksheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        first.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Count().ShouldBe(5);
        var formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        string Format(Cell c) => formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value.ToString(CultureInfo.InvariantCulture);
        var cells = first.Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
        (cells["A2"].InnerText, cells["A2"].DataType!.Value, cells["B2"].InnerText, Format(cells["B2"])).ShouldBe(("Kai", CellValues.InlineString, "12", "1"));
        (cells["C2"].InnerText, Format(cells["C2"]), cells["D2"].InnerText).ShouldBe(("0.6", "9", "2.5"));
        (DateTime.FromOADate(double.Parse(cells["E2"].InnerText, CultureInfo.InvariantCulture)), Format(cells["E2"]), cells["E2"].DataType).ShouldBe((new DateTime(2010, 4, 1), "165", null));
        (cells["A3"].InnerText, cells["A3"].DataType!.Value, cells["B3"].InnerText, cells["C3"].InnerText, cells["E3"].InnerText).ShouldBe(("007", CellValues.InlineString, "1234567", "Hidden: too few", "1899-01-01"));
        cells.ContainsKey("D3").ShouldBeFalse("what is not known is an empty cell, never 0");
        for (var i = 0; i < Hostile.Length - 1; i++)
        {
            cells[$"A{i + 4}"].DataType!.Value.ShouldBe(CellValues.InlineString);
            cells[$"A{i + 4}"].InnerText.ShouldBe(Hostile[i] == "_x0041_" ? "_x005F_x0041_" : Cleaned(Hostile[i]));
        }

        var terms = ((WorksheetPart)book.GetPartById(sheets[3].Id!.Value!)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Last().InnerText).ToList();
        terms.ShouldContain(Some.Title);
        terms.ShouldContain("Who");
        terms.ShouldContain("When it is met");
        terms.ShouldContain(Welsh["A date"].ToString());
    }

    [Fact]
    public void OpenDocument_says_what_each_cell_is_and_can_be_told_by_its_beginning()
    {
        var bytes = OdsBook.Bytes(Some, Welsh);
        Encoding.ASCII.GetString(bytes, 30, 54).ShouldBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "the type stands first, uncompressed");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        XDocument Part(string name) => XDocument.Load(zip.GetEntry(name)!.Open(), LoadOptions.PreserveWhitespace);
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", dc = "http://purl.org/dc/elements/1.1/";
        Part("META-INF/manifest.xml").Root!.Elements().Count().ShouldBe(5);
        Part("meta.xml").Descendants(dc + "title").Single().Value.ShouldBe(Some.Title);
        Part("meta.xml").Descendants(dc + "language").Single().Value.ShouldBe("cy-GB");
        Part("styles.xml").ToString().ShouldContain("fo:language=\"cy\"");
        Part("settings.xml").ToString().ShouldContain("VerticalSplitMode");
        var sheets = Part("content.xml").Descendants(table + "table").ToList();
        sheets.Count.ShouldBe(4);
        sheets[0].Descendants(table + "table-header-rows").Single().Descendants(table + "table-cell").Count().ShouldBe(5);
        var rows = sheets[0].Elements(table + "table-row").Select(r => r.Elements(table + "table-cell").ToList()).ToList();
        string Type(XElement c) => c.Attribute(office + "value-type")?.Value ?? "";
        string Value(XElement c) => (c.Attribute(office + "value") ?? c.Attribute(office + "date-value"))?.Value ?? c.Value;
        rows[0].Select(Type).ShouldBe(["string", "float", "percentage", "float", "date"]);
        rows[0].Select(Value).ShouldBe(["Kai", "12", "0.6", "2.5", "2010-04-01"]);
        rows[1].Select(Type).ShouldBe(["string", "float", "string", "", "date"]);
        rows[1].Select(Value).ShouldBe(["007", "1234567", "Hidden: too few", "", "1899-01-01"]);
        for (var i = 0; i < Hostile.Length - 1; i++)
        {
            Type(rows[i + 2][0]).ShouldBe("string", Hostile[i]);
        }

        Part("content.xml").ToString().ShouldNotContain("formula");
        rows[2][0].Value.ShouldBe("=1+1");
    }

    [Fact]
    public void Csv_guards_what_could_run_and_keeps_what_leads()
    {
        var bytes = CsvBook.Bytes(Some);
        bytes[..3].ShouldBe([0xef, 0xbb, 0xbf]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split('\n');
        lines[0].ShouldBe("Name,How many,Share,Hours,On");
        lines[1].ShouldBe("Kai,12,0.6,2.5,2010-04-01");
        lines[2].ShouldBe("007,1234567,Hidden: too few,,1899-01-01");
        lines[3].ShouldBe("'=1+1,,,,");
        lines[4].ShouldBe("'+44 20,,,,");
    }

    [Fact]
    public void An_office_that_is_named_opens_both()
    {
        if (Environment.GetEnvironmentVariable("THROUGHGATE_SOFFICE") is not { Length: > 0 } program)
        {
            return; // 300 MB that few machines have; named, it is asked
        }

        var folder = Directory.CreateTempSubdirectory("throughgate-office-");
        try
        {
            foreach (var (kind, bytes) in new[] { ("xlsx", XlsxBook.Bytes(Some, Welsh)), ("ods", OdsBook.Bytes(Some, Welsh)) })
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"book.{kind}"), bytes);
                var start = new ProcessStartInfo(program) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
                foreach (var option in new[] { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", $"book.{kind}" })
                {
                    start.ArgumentList.Add(option);
                }

                using var office = Process.Start(start)!;
                office.WaitForExit(TimeSpan.FromSeconds(120)).ShouldBeTrue();
                var lines = File.ReadAllLines(Path.Combine(folder.FullName, "book.csv")).Select(l => l.Replace("\"", "", StringComparison.Ordinal)).ToList();
                lines[1].ShouldBe("Kai,12,60%,2.5,2010-04-01", kind);
                lines[2].ShouldStartWith("007,1234567,Hidden: too few,", customMessage: kind);
                lines[3].ShouldStartWith("=1+1,", customMessage: kind);
                File.Delete(Path.Combine(folder.FullName, "book.csv"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Cleaned(string text) => CellText.Of(text);

    [Fact]
    public void What_a_cell_cannot_hold_is_left_out()
    {
        CellText.Of("a\u0001b\u0000c").ShouldBe("abc");
        CellText.Of("\ud83d alone").ShouldBe(" alone");
        CellText.Of("two\r\nlines\r").ShouldBe("two\nlines\n");
        CellText.Of("\ud83d\ude00").ShouldBe("\ud83d\ude00");
        CellText.Of(new string('x', 40_000)).Length.ShouldBe(CellText.Most);
    }
}
