using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>A book as ODS (ISO/IEC 26300, OpenDocument 1.3): typed like <see cref="XlsxBook"/>, the header row in view and repeated, title and language in the document.</summary>
public static class OdsBook
{
    private const string Type = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Ns = "urn:oasis:names:tc:opendocument:xmlns:";
    private const string Office = Ns + "office:1.0";
    private const string Table = Ns + "table:1.0";
    private const string Text = Ns + "text:1.0";
    private const string Style = Ns + "style:1.0";
    private const string Number = Ns + "datastyle:1.0";
    private const string Fo = Ns + "xsl-fo-compatible:1.0";
    private const string Config = Ns + "config:1.0";
    private const string Manifest = Ns + "manifest:1.0";
    private const string Meta = Ns + "meta:1.0";
    private const string Dc = "http://purl.org/dc/elements/1.1/";

    public static byte[] Bytes(Book book, Words words)
    {
        var sheets = book.Sheets(words);
        var names = CellText.Names(sheets);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and as it is, so that the file can be told by its beginning.
            using (var type = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
            {
                type.Write(Encoding.ASCII.GetBytes(Type));
            }

            Part(zip, "META-INF/manifest.xml", WriteManifest);
            Part(zip, "meta.xml", x => WriteMeta(x, book, words));
            Part(zip, "settings.xml", x => WriteSettings(x, names));
            Part(zip, "styles.xml", x => WriteStyles(x, words));
            Part(zip, "content.xml", x => WriteContent(x, sheets, names));
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument();
        write(xml);
        xml.WriteEndDocument();
    }

    private static void Begin(XmlWriter xml, string name)
    {
        xml.WriteStartElement("office", name, Office);
        foreach (var (prefix, ns) in new[] { ("table", Table), ("text", Text), ("style", Style), ("number", Number), ("fo", Fo), ("config", Config), ("meta", Meta), ("dc", Dc) })
        {
            xml.WriteAttributeString("xmlns", prefix, null, ns);
        }

        xml.WriteAttributeString("version", Office, "1.3");
    }

    private static void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("version", Manifest, "1.3");
        foreach (var (path, type) in new[] { ("/", Type), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml"), ("settings.xml", "text/xml") })
        {
            xml.WriteStartElement("file-entry", Manifest);
            xml.WriteAttributeString("full-path", Manifest, path);
            xml.WriteAttributeString("media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteMeta(XmlWriter xml, Book book, Words words)
    {
        Begin(xml, "document-meta");
        xml.WriteStartElement("meta", Office);
        xml.WriteElementString("generator", Meta, "Throughgate");
        xml.WriteElementString("title", Dc, CellText.Of(book.Title));
        xml.WriteElementString("language", Dc, words.Culture.Name);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSettings(XmlWriter xml, IReadOnlyList<string> names)
    {
        Begin(xml, "document-settings");
        xml.WriteStartElement("settings", Office);
        xml.WriteStartElement("config-item-set", Config);
        xml.WriteAttributeString("name", Config, "ooo:view-settings");
        xml.WriteStartElement("config-item-map-indexed", Config);
        xml.WriteAttributeString("name", Config, "Views");
        xml.WriteStartElement("config-item-map-entry", Config);
        Item("ViewId", "string", "view1");
        xml.WriteStartElement("config-item-map-named", Config);
        xml.WriteAttributeString("name", Config, "Tables");
        foreach (var name in names)
        {
            xml.WriteStartElement("config-item-map-entry", Config);
            xml.WriteAttributeString("name", Config, name);
            Item("VerticalSplitMode", "short", "2");
            Item("VerticalSplitPosition", "int", "1");
            Item("ActiveSplitRange", "short", "2");
            Item("PositionBottom", "int", "1");
            xml.WriteEndElement();
        }

        for (var i = 0; i < 5; i++)
        {
            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        void Item(string name, string type, string value)
        {
            xml.WriteStartElement("config-item", Config);
            xml.WriteAttributeString("name", Config, name);
            xml.WriteAttributeString("type", Config, type);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    private static void WriteStyles(XmlWriter xml, Words words)
    {
        Begin(xml, "document-styles");
        xml.WriteStartElement("styles", Office);
        xml.WriteRaw(
            $"""
            <style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="10pt" fo:language="{words.Culture.TwoLetterISOLanguageName}" fo:country="GB"/></style:default-style>
            """
        );
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, IReadOnlyList<Sheet> sheets, IReadOnlyList<string> names)
    {
        Begin(xml, "document-content");
        xml.WriteStartElement("automatic-styles", Office);
        foreach (var width in sheets.SelectMany(s => s.Columns.Select((_, i) => CellText.Width(s, i))).Distinct().Order())
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<style:style style:name=\"w{width}\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"{width * 0.2:0.0}cm\"/></style:style>"));
        }

        xml.WriteRaw(
            """
            <number:number-style style:name="n-whole"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style><number:number-style style:name="n-number"><number:number number:decimal-places="2" number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style><number:percentage-style style:name="n-share"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><number:date-style style:name="n-date"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><number:text-style style:name="n-text"><number:text-content/></number:text-style>
            """
        );
        foreach (var look in new[] { "whole", "number", "share", "date", "text" })
        {
            xml.WriteRaw($"<style:style style:name=\"{look}\" style:family=\"table-cell\" style:data-style-name=\"n-{look}\"><style:table-cell-properties style:vertical-align=\"top\"{(look == "text" ? " fo:wrap-option=\"wrap\"" : "")}/></style:style>");
        }

        xml.WriteRaw("<style:style style:name=\"head\" style:family=\"table-cell\" style:data-style-name=\"n-text\"><style:table-cell-properties fo:wrap-option=\"wrap\" fo:border-bottom=\"1pt solid #000000\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>");
        xml.WriteEndElement();
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        for (var i = 0; i < sheets.Count; i++)
        {
            WriteSheet(xml, sheets[i], names[i]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, Sheet sheet, string name)
    {
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, name);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            xml.WriteStartElement("table-column", Table);
            xml.WriteAttributeString("style-name", Table, string.Create(CultureInfo.InvariantCulture, $"w{CellText.Width(sheet, i)}"));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("table-header-rows", Table);
        WriteRow(xml, sheet.Columns.Select(c => (object?)c.Name), _ => "head");
        xml.WriteEndElement();
        foreach (var row in sheet.Rows)
        {
            WriteRow(xml, row, i => sheet.Columns[i].Kind.ToString().ToLowerInvariant());
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IEnumerable<object?> cells, Func<int, string> looks)
    {
        xml.WriteStartElement("table-row", Table);
        var at = 0;
        foreach (var value in cells)
        {
            xml.WriteStartElement("table-cell", Table);
            WriteCell(xml, value, looks(at++));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, object? value, string look)
    {
        if (value is DateOnly day)
        {
            Typed("date", "date", "date-value", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else if (CellText.Number(value) is { } number)
        {
            Typed(look == "text" ? "number" : look, look == "share" ? "percentage" : "float", "value", number);
        }
        else if (value is string { Length: > 0 } text)
        {
            Typed(look == "head" ? "head" : "text", "string", null, null);
            foreach (var line in CellText.Of(text).Split('\n'))
            {
                WriteLine(xml, line);
            }
        }

        void Typed(string style, string type, string? attribute, string? held)
        {
            xml.WriteAttributeString("style-name", Table, style);
            xml.WriteAttributeString("value-type", Office, type);
            if (attribute is not null)
            {
                xml.WriteAttributeString(attribute, Office, held);
            }
        }
    }

    /// <summary>A line of a text: OpenDocument folds spaces that follow each other unless they are said.</summary>
    private static void WriteLine(XmlWriter xml, string line)
    {
        xml.WriteStartElement("p", Text);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\t')
            {
                xml.WriteStartElement("tab", Text);
                xml.WriteEndElement();
            }
            else if (line[i] == ' ' && (i == 0 || i == line.Length - 1 || line[i - 1] == ' '))
            {
                xml.WriteStartElement("s", Text);
                xml.WriteEndElement();
            }
            else if (char.IsHighSurrogate(line[i]))
            {
                xml.WriteSurrogateCharEntity(line[i + 1], line[i]);
                i++;
            }
            else
            {
                xml.WriteString(line[i].ToString());
            }
        }

        xml.WriteEndElement();
    }
}
