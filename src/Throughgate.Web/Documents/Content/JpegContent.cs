using System.Buffers.Binary;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>
/// A JPEG picture, written anew from the segments that draw it: no Exif (place, time, camera, small copy), no XMP, no comments, nothing after its end. Which
/// side is up is kept, in an Exif segment of its own that says nothing else.
/// </summary>
public static class JpegContent
{
    private const byte StartOfScan = 0xda;
    private const byte End = 0xd9;
    private const long MostPixels = 100_000_000;

    public static ReadOnlySpan<byte> Mark => [0xff, 0xd8, 0xff];

    public static Checked Check(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        using var drawing = new MemoryStream(content.Length);
        var (at, frame, upright) = (2, false, (ushort)1);
        while (at + 4 <= content.Length && content[at] == 0xff)
        {
            var kind = content[at + 1];
            if (kind == 0xff)
            {
                at++;
                continue;
            }

            if (kind == End)
            {
                return Broken;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > content.Length)
            {
                return Broken;
            }

            var segment = content.AsSpan(at, 2 + length);
            at += segment.Length;
            if (kind == 0xe1)
            {
                upright = Upright(segment[4..]) ?? upright;
            }
            else if (kind is 0xdb or 0xc4 or 0xdd or 0xee || IsFrame(kind))
            {
                frame |= IsFrame(kind);
                if (IsFrame(kind) && !IsDrawable(segment))
                {
                    return Broken;
                }

                drawing.Write(segment);
            }
            else if (kind == StartOfScan)
            {
                drawing.Write(segment);
                var scan = Scan(content, at);
                drawing.Write(content.AsSpan(at, scan));
                at += scan;
                if (at + 2 <= content.Length && content[at + 1] == End)
                {
                    clean.Write([0xff, 0xd8, .. Orientation(upright)]);
                    clean.Write(drawing.ToArray());
                    clean.Write([0xff, End]);
                    return frame ? Checked.Fine("jpg", clean.ToArray()) : Broken;
                }
            }
            else if (kind is not (>= 0xe0 and <= 0xef or 0xfe))
            {
                return Broken;
            }
        }

        return Broken;
    }

    /// <summary>How many bytes of drawing follow, up to the next marker that is not part of it.</summary>
    private static int Scan(byte[] content, int from)
    {
        var at = from;
        while (at + 1 < content.Length && (content[at] != 0xff || content[at + 1] is 0x00 or 0xff or (>= 0xd0 and <= 0xd7)))
        {
            at++;
        }

        return Math.Min(at, content.Length) - from;
    }

    private static bool IsFrame(byte kind) => kind is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    private static bool IsDrawable(ReadOnlySpan<byte> frame) =>
        frame.Length >= 10 && BinaryPrimitives.ReadUInt16BigEndian(frame[5..]) is > 0 and var high && BinaryPrimitives.ReadUInt16BigEndian(frame[7..]) is > 0 and var wide && (long)high * wide <= MostPixels;

    /// <summary>Which side is up, 1 to 8; null where the segment does not say.</summary>
    private static ushort? Upright(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14)
        {
            return null;
        }

        var tiff = exif[6..];
        var little = tiff[0] == (byte)'I';
        var start = (long)Long(tiff[4..], little);
        if (start + 2 > tiff.Length)
        {
            return null;
        }

        var count = Short(tiff[(int)start..], little);
        for (var i = 0; i < count; i++)
        {
            var entry = start + 2 + i * 12L;
            if (entry + 12 > tiff.Length)
            {
                return null;
            }

            if (Short(tiff[(int)entry..], little) == 0x0112)
            {
                return Short(tiff[((int)entry + 8)..], little) is >= 1 and <= 8 and var up ? up : null;
            }
        }

        return null;
    }

    private static byte[] Orientation(ushort upright) =>
        upright == 1
            ? []
            : [0xff, 0xe1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)upright, 0, 0, 0, 0, 0, 0];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static Checked Broken => Checked.Refused(Words.Key("The picture is damaged or far too large: open it, save it again, and choose that"));
}
