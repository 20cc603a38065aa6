using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>Word, Excel and OpenDocument files: zip files of a known kind, without macros, without other files in them, without templates from elsewhere, and not larger inside than they may be.</summary>
public static partial class OfficeContent
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 200L * 1024 * 1024;

    private static readonly string[] Running = ["vbaproject", "vbadata", "activex", "embeddings/", "macrosheets", "dialogsheets", "basic/", "scripts/", "object ", "objectreplacements/"];

    public static Checked Check(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return IsOneZip(content) && zip.Entries.Count is > 0 and <= MostParts ? Check(content, zip) : Broken;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or NotSupportedException or ArgumentException)
        {
            return Broken;
        }
    }

    private static Checked Check(byte[] content, ZipArchive zip)
    {
        var left = MostUnpacked;
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in zip.Entries)
        {
            var name = part.FullName;
            if (name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || texts.ContainsKey(name))
            {
                return Broken;
            }

            if (Running.Any(r => name.Contains(r, StringComparison.OrdinalIgnoreCase)))
            {
                return Carries;
            }

            var wanted = name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name is "[Content_Types].xml" or "mimetype" or "META-INF/manifest.xml";
            if (Unpack(part, wanted, ref left) is not { } text)
            {
                return Broken;
            }

            texts[name] = text;
        }

        if (texts.Any(t => t.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && FromElsewhere().IsMatch(t.Value)))
        {
            return Carries;
        }

        return Kind(texts) is { } kind ? kind.Length == 0 ? Carries : Checked.Fine(kind, content) : Broken;
    }

    /// <summary>docx, xlsx, odt, ods; empty where it is one with macros; null where it is none.</summary>
    private static string? Kind(Dictionary<string, string> texts)
    {
        if (texts.TryGetValue("[Content_Types].xml", out var types))
        {
            return types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? ""
                : types.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? "docx"
                : types.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) ? "xlsx"
                : null;
        }

        return texts.GetValueOrDefault("mimetype") switch
        {
            "application/vnd.oasis.opendocument.text" => "odt",
            "application/vnd.oasis.opendocument.spreadsheet" => "ods",
            _ => null,
        };
    }

    private static string? Unpack(ZipArchiveEntry part, bool wanted, ref long left)
    {
        using var from = part.Open();
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = from.Read(buffer)) > 0; )
        {
            left -= read;
            if (left < 0 || (wanted && text.Length > 4 * 1024 * 1024))
            {
                return null;
            }

            if (wanted)
            {
                text.Write(buffer, 0, read);
            }
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The directory at the end is the file's end: nothing was hung on, and nothing else begins in it.</summary>
    private static bool IsOneZip(byte[] content)
    {
        var at = content.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at >= 0 && at + 22 <= content.Length && at + 22 + BitConverter.ToUInt16(content, at + 20) == content.Length && BitConverter.ToUInt16(content, at + 20) == 0;
    }

    private static Checked Broken => Checked.Refused(Words.Key("The file is damaged, or not a Word, Excel or OpenDocument file: save it again from the program that made it"));

    private static Checked Carries => Checked.Refused(Words.Key("The file carries macros or other files, or fetches something from elsewhere: save it without them, or as a PDF"));

    [GeneratedRegex("""(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|/image)"[^>]*TargetMode\s*=\s*"External"|TargetMode\s*=\s*"External"[^>]*(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|/image)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FromElsewhere();
}
