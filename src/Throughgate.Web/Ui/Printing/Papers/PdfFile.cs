using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Throughgate.Web.Ui.Printing.Papers;

/// <summary>A laid-out paper as a file (PDF 1.7, ISO 32000-1), with what PDF/UA-1 asks for: everything tagged or passed over, faces inside, title and language said.</summary>
public sealed class PdfFile(Paper paper, PaperLayout layout, DateTimeOffset made)
{
    private readonly List<byte[]> _objects = [];
    private readonly Dictionary<Tag, int> _numbers = [];

    public byte[] Bytes()
    {
        var (catalog, info, pages, structure, parents, metadata) = (New(), New(), New(), New(), New(), New());
        var fonts = new[] { layout.Regular, layout.Bold }.Where(p => p.Used.Count > 0).Select(p => (p.Code, Number: Font(p))).ToList();
        var pageNumbers = layout.Pages.Select(_ => New()).ToList();
        Number(layout.Root);
        for (var i = 0; i < pageNumbers.Count; i++)
        {
            var drawing = Stream("", Encoding.ASCII.GetBytes(layout.Pages[i].Drawing));
            Set(
                pageNumbers[i],
                $"<</Type /Page /Parent {pages} 0 R /MediaBox [0 0 {N(PaperLayout.PageWidth)} {N(PaperLayout.PageHeight)}] /Resources <</Font <<{string.Concat(fonts.Select(f => $"/{f.Code} {f.Number} 0 R "))}>>>> /Contents {drawing} 0 R /StructParents {i} /Tabs /S>>"
            );
        }

        Set(pages, $"<</Type /Pages /Count {pageNumbers.Count} /Kids [{string.Join(' ', pageNumbers.Select(p => $"{p} 0 R"))}]>>");
        Elements(layout.Root, structure, pageNumbers);
        Set(structure, $"<</Type /StructTreeRoot /K {_numbers[layout.Root]} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {pageNumbers.Count}>>");
        Set(parents, $"<</Nums [{string.Join('\n', layout.Pages.Select((p, i) => $"{i} [{string.Join(' ', p.Pieces.Select(t => $"{_numbers[t]} 0 R"))}]"))}]>>");
        Set(metadata, Packed("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp()), compressed: false));
        Set(info, $"<</Title {Said(paper.Title)} /Creator {Said("Throughgate")} /Producer {Said("Throughgate")} /CreationDate (D:{made.UtcDateTime:yyyyMMddHHmmss}Z)>>");
        Set(
            catalog,
            $"<</Type /Catalog /Pages {pages} 0 R /StructTreeRoot {structure} 0 R /MarkInfo <</Marked true>> /Lang ({paper.Language}) /ViewerPreferences <</DisplayDocTitle true>> /Metadata {metadata} 0 R>>"
        );
        return Whole(catalog, info);
    }

    private void Number(Tag tag)
    {
        _numbers[tag] = New();
        foreach (var kid in tag.Kids.Select(k => k.Element).OfType<Tag>())
        {
            Number(kid);
        }
    }

    private void Elements(Tag tag, int parent, IReadOnlyList<int> pages)
    {
        var number = _numbers[tag];
        var kids = tag.Kids.Select(k => k.Element is { } element ? $"{_numbers[element]} 0 R" : $"<</Type /MCR /Pg {pages[k.Page]} 0 R /MCID {k.Piece}>>");
        var scope = tag.Scope is { } of ? $" /A <</O /Table /Scope /{of}>>" : "";
        Set(number, $"<</Type /StructElem /S /{tag.Kind} /P {parent} 0 R{scope} /K [{string.Join(' ', kids)}]>>");
        foreach (var kid in tag.Kids.Select(k => k.Element).OfType<Tag>())
        {
            Elements(kid, number, pages);
        }
    }

    private int Font(Pen pen)
    {
        var (face, used) = (pen.Face, pen.Used);
        int Per1000(int units) => (int)Math.Round(units * 1000.0 / face.UnitsPerEm);
        var program = face.With(used.Keys);
        var file = Stream($"/Length1 {program.Length}", program);
        var name = $"{(pen.Code == "F2" ? "THRGTB" : "THRGTR")}+{face.Name}";
        var descriptor = New();
        Set(
            descriptor,
            $"<</Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{string.Join(' ', face.Box.Select(Per1000))}] /ItalicAngle 0 /Ascent {Per1000(face.Ascent)} /Descent {Per1000(face.Descent)} /CapHeight 729 /StemV {(pen.Code == "F2" ? 140 : 80)} /FontFile2 {file} 0 R>>"
        );
        var descendant = New();
        Set(
            descendant,
            $"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} 0 R /DW 1000 /CIDToGIDMap /Identity /W [{string.Join(' ', used.Keys.Select(g => $"{g} [{Per1000(face.Advance(g))}]"))}]>>"
        );
        var characters = Stream("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        var font = New();
        Set(font, $"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R>>");
        return font;
    }

    private static string ToUnicode(IReadOnlyDictionary<ushort, int> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, character) in some)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private string Xmp() =>
        $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(paper.Title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{paper.Language}</rdf:li></rdf:Bag></dc:language><pdf:Producer>Throughgate</pdf:Producer><xmp:CreatorTool>Throughgate</xmp:CreatorTool><xmp:CreateDate>{made.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z</xmp:CreateDate><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """;

    private int New()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    private void Set(int number, string text) => Set(number, Encoding.Latin1.GetBytes(text));

    private void Set(int number, byte[] bytes) => _objects[number - 1] = bytes;

    private int Stream(string entries, byte[] bytes)
    {
        var number = New();
        Set(number, Packed(entries, bytes, compressed: true));
        return number;
    }

    private static byte[] Packed(string entries, byte[] bytes, bool compressed)
    {
        if (compressed)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zlib.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        return [.. Encoding.ASCII.GetBytes($"<<{entries} /Length {bytes.Length}{(compressed ? " /Filter /FlateDecode" : "")}>>\nstream\n"), .. bytes, .. "\nendstream"u8];
    }

    private byte[] Whole(int catalog, int info)
    {
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n")))}");
        Write($"trailer\n<</Size {places.Count + 1} /Root {catalog} 0 R /Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Said(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
