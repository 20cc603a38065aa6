using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>
/// A book as XLSX (ECMA-376): numbers are numbers, dates are dates, shares percentages, and a text is text whatever it begins with (inline strings; no formula is
/// ever written). The header row stays in view and is printed on each page; title and language stand in the properties.
/// </summary>
public static partial class XlsxBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Parts = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // Excel counts days from here; what lies before 1 March 1900 it counts wrongly, and is written as text.
    private static readonly DateOnly DayNought = new(1899, 12, 30);
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private enum Look
    {
        Plain,
        Text,
        Whole,
        Number,
        Share,
        Date,
        Head,
    }

    public static byte[] Bytes(Book book, Words words)
    {
        var sheets = book.Sheets(words);
        var names = CellText.Names(sheets);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", x => WriteTypes(x, sheets.Count));
            Part(zip, "_rels/.rels", x => WriteRelations(x, [("officeDocument", "xl/workbook.xml", Office), ("metadata/core-properties", "docProps/core.xml", Parts)]));
            Part(zip, "docProps/core.xml", x => WriteCore(x, book, words));
            Part(zip, "xl/workbook.xml", x => WriteWorkbook(x, names));
            Part(zip, "xl/_rels/workbook.xml.rels", x => WriteRelations(x, [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml", Office)), ("styles", "styles.xml", Office)]));
            Part(zip, "xl/styles.xml", WriteStyles);
            for (var i = 0; i < sheets.Count; i++)
            {
                var at = i;
                Part(zip, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"), x => WriteSheet(x, sheets[at], first: at == 0));
            }
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument(true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Empty(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Empty(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Empty(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Types}.sheet.main+xml"));
        Empty(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Types}.styles+xml"));
        Empty(xml, "Override", ("PartName", "/docProps/core.xml"), ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml"));
        for (var i = 1; i <= sheets; i++)
        {
            Empty(xml, "Override", ("PartName", string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{i}.xml")), ("ContentType", $"{Types}.worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target, string Of)> relations)
    {
        xml.WriteStartElement("Relationships", Parts);
        for (var i = 0; i < relations.Count; i++)
        {
            Empty(xml, "Relationship", ("Id", $"rId{i + 1}"), ("Type", $"{relations[i].Of}/{relations[i].Type}"), ("Target", relations[i].Target));
        }

        xml.WriteEndElement();
    }

    private static void WriteCore(XmlWriter xml, Book book, Words words)
    {
        const string dc = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", dc, CellText.Of(book.Title));
        xml.WriteElementString("dc", "creator", dc, "Throughgate");
        xml.WriteElementString("dc", "language", dc, words.Culture.Name);
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<string> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Office, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteString($"'{names[i].Replace("'", "''", StringComparison.Ordinal)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            $"""
            <numFmts count="2"><numFmt numFmtId="164" formatCode="0.0#"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">{Xf(0)}{Xf(49, wrap: true)}{Xf(1)}{Xf(164)}{Xf(9)}{Xf(165)}{Xf(49, wrap: true, head: true)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            """
        );
        xml.WriteEndElement();
    }

    private static string Xf(int format, bool wrap = false, bool head = false) =>
        string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"{(head ? 1 : 0)}\" fillId=\"0\" borderId=\"{(head ? 1 : 0)}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{(wrap ? " wrapText=\"1\"" : "")}/></xf>");

    private static void WriteSheet(XmlWriter xml, Sheet sheet, bool first)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (first)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        Empty(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var n = (i + 1).ToString(CultureInfo.InvariantCulture);
            Empty(xml, "col", ("min", n), ("max", n), ("width", CellText.Width(sheet, i).ToString(CultureInfo.InvariantCulture)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, sheet.Columns.Select(c => (object?)c.Name), _ => Look.Head);
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            WriteRow(xml, i + 2, sheet.Rows[i], c => LookOf(sheet.Columns[c].Kind));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Look LookOf(Kind kind) =>
        kind switch
        {
            Kind.Whole => Look.Whole,
            Kind.Number => Look.Number,
            Kind.Share => Look.Share,
            Kind.Date => Look.Date,
            _ => Look.Plain,
        };

    private static void WriteRow(XmlWriter xml, int number, IEnumerable<object?> cells, Func<int, Look> looks)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row);
        var at = 0;
        foreach (var value in cells)
        {
            WriteCell(xml, Letters(at) + row, value, looks(at));
            at++;
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string address, object? value, Look look)
    {
        var number = value is DateOnly day ? (day >= FirstDay ? (day.DayNumber - DayNought.DayNumber).ToString(CultureInfo.InvariantCulture) : null) : CellText.Number(value);
        var text = number is not null ? null : value is DateOnly early ? early.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value as string;
        if (number is null && string.IsNullOrEmpty(text))
        {
            return;
        }

        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address);
        if (number is null)
        {
            xml.WriteAttributeString("s", ((int)(look == Look.Head ? look : Look.Text)).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Escaped().Replace(CellText.Of(text!), "_x005F_"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteAttributeString("s", ((int)(value is DateOnly ? Look.Date : look)).ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("v", Main, number);
        }

        xml.WriteEndElement();
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    // What Excel would read as an escaped character (_x0041_) keeps its underscore.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex Escaped();
}
