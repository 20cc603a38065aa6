using System.Buffers.Binary;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>A PNG picture, written anew from the chunks that draw it: no text, no place, no time, nothing after its end.</summary>
public static class PngContent
{
    private const long MostPixels = 100_000_000;

    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal) { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "bKGD", "pHYs", "sBIT" };

    public static ReadOnlySpan<byte> Mark => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public static Checked Check(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(Mark);
        var (at, first, data) = (Mark.Length, true, false);
        while (at + 12 <= content.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            if (length > int.MaxValue || at + 12 + (long)length > content.Length)
            {
                return Broken;
            }

            var whole = content.AsSpan(at, 12 + (int)length);
            var kind = System.Text.Encoding.ASCII.GetString(whole.Slice(4, 4));
            if (Crc(whole[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]) || first != (kind == "IHDR") || (first && !IsDrawable(whole[8..^4])))
            {
                return Broken;
            }

            if (Drawing.Contains(kind))
            {
                clean.Write(whole);
            }
            else if (char.IsAsciiLetterUpper(kind[0]))
            {
                return Broken;
            }

            (at, first, data) = (at + whole.Length, false, data || kind == "IDAT");
            if (kind == "IEND")
            {
                return data ? Checked.Fine("png", clean.ToArray()) : Broken;
            }
        }

        return Broken;
    }

    private static bool IsDrawable(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13)
        {
            return false;
        }

        var (wide, high) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        return wide is > 0 and < 30_000 && high is > 0 and < 30_000 && (long)wide * high <= MostPixels;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }

    private static Checked Broken => Checked.Refused(Words.Key("The picture is damaged or far too large: open it, save it again, and choose that"));
}
