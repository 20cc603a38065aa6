using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Throughgate.Tests.Documents;

/// <summary>Small files of every kind, good and bad.</summary>
public static class SomeFiles
{
    public static byte[] Pdf(string more = "", string? packed = null)
    {
        var text = $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog {more} >>\nendobj\n";
        if (packed is null)
        {
            return Bytes(text + "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
        }

        using var flat = new MemoryStream();
        using (var zlib = new ZLibStream(flat, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Bytes(packed));
        }

        return [.. Bytes(text + "2 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >>\nstream\n"), .. flat.ToArray(), .. Bytes("\nendstream\nendobj\n%%EOF\n")];
    }

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip(
            [
                ("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
                ("word/document.xml", "<w:document>Hello</w:document>"),
                .. more,
            ]
        );

    public static byte[] Odt(params (string Name, string Text)[] more) => Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document/>"), .. more]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Bytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A zip whose one part unpacks to so many bytes of nothing.</summary>
    public static byte[] Bomb(long bytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var nothing = new byte[1024 * 1024];
            for (var left = bytes; left > 0; left -= nothing.Length)
            {
                part.Write(nothing);
            }
        }

        return file.ToArray();
    }

    public static byte[] Png(params (string Kind, byte[] Data)[] more)
    {
        using var picture = new MemoryStream();
        picture.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        Chunk(picture, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        foreach (var (kind, data) in more)
        {
            Chunk(picture, kind, data);
        }

        using var flat = new MemoryStream();
        using (var zlib = new ZLibStream(flat, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write([0, 200, 30, 30]);
        }

        Chunk(picture, "IDAT", flat.ToArray());
        Chunk(picture, "IEND", []);
        return picture.ToArray();
    }

    /// <summary>A JPEG in form (its drawing is made up), with an Exif of a camera that lay on its side in Leeds.</summary>
    public static byte[] Jpeg(bool exif = true)
    {
        // Two entries: Orientation 6, and the place (GPS), whose text is a canary.
        byte[] place = exif
            ? [.. Bytes("Exif\0\0MM\0*"), 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, .. Bytes("GPS-53.8008-1.5491")]
            : [];
        byte[] exifSegment = exif ? [0xff, 0xe1, .. Short(place.Length + 2), .. place] : [];
        byte[] table = new byte[65];
        return
        [
            0xff, 0xd8, 0xff, 0xe0, 0, 16, .. Bytes("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0,
            .. exifSegment,
            0xff, 0xfe, .. Short(2 + 17), .. Bytes("Taken by K. Okafo"),
            0xff, 0xdb, .. Short(2 + 65), .. table,
            0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
            0xff, 0xc4, .. Short(2 + 18), .. new byte[18],
            0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34,
            0xff, 0xd9,
            .. Bytes("hung on after the end"),
        ];
    }

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static void Chunk(MemoryStream to, string kind, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. Bytes(kind), .. data];
        var crc = uint.MaxValue;
        foreach (var b in body)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, ~crc);
        to.Write([.. length, .. body, .. check]);
    }
}
