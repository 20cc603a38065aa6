using System.Buffers.Binary;
using System.Text;

namespace Throughgate.Web.Ui.Printing.Papers;

/// <summary>
/// A TrueType face that comes with the program (Liberation Sans, SIL Open Font License): how wide its letters are, and as much of it as a document needs, to be put
/// into the document. Sizes in units of the face unless said otherwise.
/// </summary>
public sealed class Typeface
{
    public static Typeface Regular { get; } = Embedded("regular");

    public static Typeface Bold { get; } = Embedded("bold");

    // Tables that a face inside a PDF needs; how characters become glyphs is said by the PDF itself.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] _file;
    private readonly Dictionary<string, (int At, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly ushort[] _advances;
    private readonly int[] _loca;

    private Typeface(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        for (var i = 0; i < U16(4); i++)
        {
            var at = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(file, at, 4)] = (I32(at + 8), I32(at + 12));
        }

        var (head, hhea, maxp) = (At("head"), At("hhea"), At("maxp"));
        (UnitsPerEm, Ascent, Descent) = (U16(head + 18), I16(hhea + 4), I16(hhea + 6));
        Box = [I16(head + 36), I16(head + 38), I16(head + 40), I16(head + 42)];
        var (glyphs, metrics) = (U16(maxp + 4), U16(hhea + 34));
        _advances = [.. Enumerable.Range(0, glyphs).Select(g => (ushort)U16(At("hmtx") + (4 * Math.Min(g, metrics - 1))))];
        var isLong = I16(head + 50) == 1;
        _loca = [.. Enumerable.Range(0, glyphs + 1).Select(g => isLong ? I32(At("loca") + (4 * g)) : 2 * U16(At("loca") + (2 * g)))];
        ReadCharacters(At("cmap"));
    }

    /// <summary>As PDF names it.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>Left, bottom, right, top of all glyphs.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>The whole face, for whoever draws with it.</summary>
    public ReadOnlyMemory<byte> File => _file;

    /// <summary>The glyph of a character; 0 where the face has none.</summary>
    public ushort Glyph(int character) => _glyphs.GetValueOrDefault(character);

    public bool Has(int character) => _glyphs.ContainsKey(character);

    public int Advance(ushort glyph) => _advances[glyph];

    /// <summary>In points, at that size.</summary>
    public double Width(string text, double size) => text.EnumerateRunes().Sum(r => Advance(Glyph(r.Value))) * size / UnitsPerEm;

    /// <summary>The face with these glyphs alone, each under its own number.</summary>
    public byte[] With(IEnumerable<ushort> glyphs)
    {
        var kept = new SortedSet<ushort>(glyphs) { 0 };
        var toLook = new Stack<ushort>(kept);
        while (toLook.TryPop(out var glyph))
        {
            foreach (var part in PartsOf(glyph))
            {
                if (kept.Add(part))
                {
                    toLook.Push(part);
                }
            }
        }

        var (outlines, places, glyf) = (new MemoryStream(), new byte[4 * _loca.Length], At("glyf"));
        for (var g = 0; g < _loca.Length; g++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * g), (int)outlines.Length);
            if (g + 1 < _loca.Length && kept.Contains((ushort)g))
            {
                outlines.Write(_file, glyf + _loca[g], _loca[g + 1] - _loca[g]);
                outlines.Write(new byte[(4 - (outlines.Length % 4)) % 4]);
            }
        }

        var tables = Kept.Where(_tables.ContainsKey).Select(t => (Name: t, Bytes: _file.AsSpan(_tables[t].At, _tables[t].Length).ToArray())).ToDictionary(t => t.Name, t => t.Bytes);
        (tables["glyf"], tables["loca"]) = (outlines.ToArray(), places);
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        return Together(tables);
    }

    private static byte[] Together(Dictionary<string, byte[]> tables)
    {
        var (power, head) = ((int)Math.Log2(tables.Count), new byte[12 + (16 * tables.Count)]);
        BinaryPrimitives.WriteUInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        var (body, entry) = (new MemoryStream(), 12);
        foreach (var (name, bytes) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            Encoding.ASCII.GetBytes(name, head.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(entry + 4), Sum(bytes));
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 8), head.Length + (int)body.Length);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 12), bytes.Length);
            entry += 16;
            body.Write(bytes);
            body.Write(new byte[(4 - (bytes.Length % 4)) % 4]);
        }

        return [.. head, .. body.ToArray()];
    }

    private static uint Sum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            unchecked
            {
                sum += (uint)bytes[i] << (8 * (3 - (i % 4)));
            }
        }

        return sum;
    }

    /// <summary>The glyphs of which a glyph is put together (ŵ of w and ^).</summary>
    private List<ushort> PartsOf(ushort glyph)
    {
        var parts = new List<ushort>();
        var at = At("glyf") + _loca[glyph];
        if (_loca[glyph + 1] == _loca[glyph] || I16(at) >= 0)
        {
            return parts;
        }

        int flags;
        at += 10;
        do
        {
            flags = U16(at);
            parts.Add((ushort)U16(at + 2));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        } while ((flags & 0x20) != 0);

        return parts;
    }

    /// <summary>The map of Unicode characters to glyphs (format 4).</summary>
    private void ReadCharacters(int cmap)
    {
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + I32(cmap + 4 + (8 * i) + 4);
            if (U16(cmap + 4 + (8 * i)) != 3 || U16(at) != 4)
            {
                continue;
            }

            var segments = U16(at + 6) / 2;
            var (ends, starts) = (at + 14, at + 16 + (2 * segments));
            var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
            for (var s = 0; s < segments; s++)
            {
                for (var c = U16(starts + (2 * s)); c <= U16(ends + (2 * s)) && c != 0xffff; c++)
                {
                    var offset = U16(offsets + (2 * s));
                    var glyph = offset == 0 ? c : U16(offsets + (2 * s) + offset + (2 * (c - U16(starts + (2 * s)))));
                    if (glyph != 0 && (ushort)(glyph + I16(deltas + (2 * s))) is var mapped and not 0)
                    {
                        _glyphs[c] = mapped;
                    }
                }
            }
        }
    }

    private int At(string table) => _tables[table].At;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));

    private static Typeface Embedded(string which)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream($"type/{which}") ?? throw new InvalidOperationException($"The face {which} is not in the program.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new(which == "bold" ? "LiberationSans-Bold" : "LiberationSans", file);
    }
}
