using System.Globalization;
using System.Text;

namespace Throughgate.Web.Ui.Printing.Papers;

/// <summary>An element of the structure that a screen reader follows: a heading, a paragraph, a table, a cell; what it holds is elements, and pieces of pages.</summary>
public sealed class Tag(string kind)
{
    private readonly List<(Tag? Element, int Page, int Piece)> _kids = [];

    public string Kind { get; } = kind;

    /// <summary>For a header cell: Column or Row.</summary>
    public string? Scope { get; init; }

    public IReadOnlyList<(Tag? Element, int Page, int Piece)> Kids => _kids;

    public Tag Add(string kind, string? scope = null)
    {
        var tag = new Tag(kind) { Scope = scope };
        _kids.Add((tag, 0, 0));
        return tag;
    }

    public void Add(int page, int piece) => _kids.Add((null, page, piece));
}

/// <summary>One page while it is being filled: the drawing, and whose each piece of it is.</summary>
public sealed class PaperPage(int number)
{
    private readonly StringBuilder _drawing = new();
    private readonly List<Tag> _pieces = [];

    public IReadOnlyList<Tag> Pieces => _pieces;

    public string Drawing => _drawing.ToString();

    /// <summary>Lines of text as one piece of an element; points from the lower left corner.</summary>
    public void Text(Tag of, Pen pen, double size, IEnumerable<(double X, double Y, string Words)> lines)
    {
        var piece = _pieces.Count;
        _pieces.Add(of);
        of.Add(number, piece);
        _drawing.Append(CultureInfo.InvariantCulture, $"/{of.Kind} <</MCID {piece}>> BDC\n");
        Draw(pen, size, lines);
        _drawing.Append("EMC\n");
    }

    /// <summary>Text that is passed over when the page is read out: what stands at its foot, headers that are repeated.</summary>
    public void Aside(Pen pen, double size, IEnumerable<(double X, double Y, string Words)> lines)
    {
        _drawing.Append("/Artifact BMC\n");
        Draw(pen, size, lines);
        _drawing.Append("EMC\n");
    }

    public void Line(double x1, double x2, double y, double width) =>
        _drawing.Append(CultureInfo.InvariantCulture, $"/Artifact BMC\n0.69 0.71 0.72 RG {width:0.##} w {x1:0.##} {y:0.##} m {x2:0.##} {y:0.##} l S\nEMC\n");

    private void Draw(Pen pen, double size, IEnumerable<(double X, double Y, string Words)> lines)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"BT /{pen.Code} {size:0.##} Tf 0.04 0.05 0.05 rg\n");
        foreach (var (x, y, words) in lines)
        {
            _drawing.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {x:0.##} {y:0.##} Tm <{pen.Write(words)}> Tj\n");
        }

        _drawing.Append("ET\n");
    }
}

/// <summary>A face as one document uses it: it remembers which glyphs are wanted, and what they stand for.</summary>
public sealed class Pen(string code, Typeface face)
{
    private const int Stand = '?';
    private readonly SortedDictionary<ushort, int> _used = [];

    public string Code { get; } = code;

    public Typeface Face { get; } = face;

    /// <summary>Each glyph used, and the character that it stands for.</summary>
    public IReadOnlyDictionary<ushort, int> Used => _used;

    /// <summary>Glyphs in hexadecimal; a character that the face has not is a question mark.</summary>
    public string Write(string words)
    {
        var hex = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            var character = Face.Has(rune.Value) ? rune.Value : Stand;
            var glyph = Face.Glyph(character);
            _used.TryAdd(glyph, character);
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return hex.ToString();
    }

    public double Width(string words, double size) => words.EnumerateRunes().Sum(r => Face.Advance(Face.Glyph(Face.Has(r.Value) ? r.Value : Stand))) * size / Face.UnitsPerEm;

    /// <summary>The text as lines no wider than that; a word that is wider is broken.</summary>
    public IReadOnlyList<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(w => Broken(w, size, width)))
            {
                if (line.Length > 0 && Width($"{line} {word}", size) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = line.Length > 0 ? $"{line} {word}" : word;
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    private IEnumerable<string> Broken(string word, double size, double width)
    {
        var part = "";
        foreach (var rune in word.EnumerateRunes())
        {
            if (part.Length > 0 && Width(part + rune, size) > width)
            {
                yield return part;
                part = "";
            }

            part += rune.ToString();
        }

        yield return part;
    }
}
