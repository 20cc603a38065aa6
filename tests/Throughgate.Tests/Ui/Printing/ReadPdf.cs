using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Throughgate.Tests.Ui.Printing;

/// <summary>One element of a tagged PDF: its kind, how deep it stands, and its own text.</summary>
public sealed record ReadTag(string Kind, int Depth, string Text, string? Scope);

/// <summary>A PDF as a screen reader goes through it: from the structure to the pieces of the pages, and by the font's own map to characters.</summary>
public sealed partial class ReadPdf
{
    private readonly string _file;
    private readonly Dictionary<int, string> _objects;

    public ReadPdf(byte[] bytes)
    {
        _file = Encoding.Latin1.GetString(bytes);
        _objects = ObjectsIn().Matches(_file).ToDictionary(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m => m.Groups[2].Value);
        Catalog = _objects.Values.Single(o => o.Contains("/Type /Catalog", StringComparison.Ordinal));
        foreach (Match entry in Regex.Matches(_file, @"(\d{10}) 00000 n "))
        {
            var at = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture);
            Regex.IsMatch(_file.AsSpan(at, 12), @"^\d+ 0 obj").ShouldBeTrue("the table of places is right");
        }

        var pages = Regex.Matches(_objects[Ref(Catalog, "Pages")], @"(\d+) 0 R(?= |\])").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Pages = pages.ToDictionary(p => p, p => Encoding.Latin1.GetString(Unpacked(Ref(_objects[p], "Contents"))));
        Tags = [.. Walk(Ref(_objects[Ref(Catalog, "StructTreeRoot")], "K"), 0)];
    }

    public string Catalog { get; }

    public string Whole => _file;

    /// <summary>By number of the page's object: what is drawn.</summary>
    public Dictionary<int, string> Pages { get; }

    public IReadOnlyList<ReadTag> Tags { get; }

    public string TitleInInfo => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(Regex.Match(_file, "/Title <FEFF([0-9A-F]*)>").Groups[1].Value));

    private IEnumerable<ReadTag> Walk(int number, int depth)
    {
        var element = _objects[number];
        var text = new StringBuilder();
        var kids = Regex.Match(element, @"/K \[(.*)\]", RegexOptions.Singleline).Groups[1].Value;
        var below = new List<ReadTag>();
        foreach (Match kid in Regex.Matches(kids, @"<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|(\d+) 0 R"))
        {
            if (kid.Groups[3].Success)
            {
                below.AddRange(Walk(int.Parse(kid.Groups[3].Value, CultureInfo.InvariantCulture), depth + 1));
            }
            else
            {
                text.Append(Piece(int.Parse(kid.Groups[1].Value, CultureInfo.InvariantCulture), kid.Groups[2].Value));
            }
        }

        return below.Prepend(new(Regex.Match(element, "/S /(\\w+)").Groups[1].Value, depth, text.ToString(), Regex.Match(element, "/Scope /(\\w+)") is { Success: true } m ? m.Groups[1].Value : null));
    }

    private string Piece(int page, string piece)
    {
        var drawn = Regex.Match(Pages[page], $@"/\w+ <</MCID {piece}>> BDC\n(.*?)EMC", RegexOptions.Singleline).Groups[1].Value;
        var font = Regex.Match(drawn, @"/(F\d)").Groups[1].Value;
        var map = Map(Ref(_objects[Ref(_objects[page], font)], "ToUnicode"));
        return string.Concat(Regex.Matches(drawn, "<([0-9A-F]+)> Tj").SelectMany(t => t.Groups[1].Value.Chunk(4)).Select(g => map[new(g)]));
    }

    private Dictionary<string, string> Map(int number) =>
        Regex.Matches(Encoding.Latin1.GetString(Unpacked(number)), "<([0-9A-F]{4})> <([0-9A-F]{4,8})>\n").ToDictionary(m => m.Groups[1].Value, m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));

    private byte[] Unpacked(int number)
    {
        var held = _objects[number];
        var start = held.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        var length = int.Parse(Regex.Match(held, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        using var unpacked = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(held.Substring(start, length))), CompressionMode.Decompress);
        zlib.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static int Ref(string held, string entry) => int.Parse(Regex.Match(held, $@"/{entry} (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) 0 obj\n(.*?)\nendobj\n", RegexOptions.Singleline)]
    private static partial Regex ObjectsIn();
}
