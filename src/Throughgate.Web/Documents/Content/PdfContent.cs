using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>A PDF that ends where its file ends and carries no program, no other file and no form that runs something. What is packed in it is looked into, too.</summary>
public static partial class PdfContent
{
    private const int MostUnpacked = 50 * 1024 * 1024;

    public static Checked Check(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        var end = text.LastIndexOf("%%EOF", StringComparison.Ordinal);
        if (!Version().IsMatch(text) || end < 0 || text[(end + 5)..].Trim('\r', '\n', ' ', '\0').Length > 0)
        {
            return Checked.Refused(Words.Key("The PDF is damaged, or something else is hidden in it: print it to a new PDF, and choose that"));
        }

        if (text.Contains("/Encrypt", StringComparison.Ordinal))
        {
            return Checked.Refused(Words.Key("The PDF is locked with a password, so nobody could check or read it here: save it without one"));
        }

        var left = MostUnpacked;
        return Runs(text) || Packed(content, text).Any(packed => packed is null || (left -= packed.Length) < 0 || Runs(packed))
            ? Checked.Refused(Words.Key("The PDF carries a program, another file or a form that runs something: print it to a new PDF, and choose that"))
            : Checked.Fine("pdf", content);
    }

    /// <summary>Names may be written with their letters in hexadecimal: /J#53 is /JS.</summary>
    private static bool Runs(string text)
    {
        var plain = text.Contains('#', StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)Convert.ToByte(m.Groups["hex"].Value, 16)).ToString()) : text;
        return Running().IsMatch(plain);
    }

    /// <summary>The objects that are packed together, unpacked; null where one cannot be unpacked within bounds.</summary>
    private static IEnumerable<string?> Packed(byte[] content, string text)
    {
        foreach (Match packed in ObjectStream().Matches(text))
        {
            yield return Unpack(content, packed.Index + packed.Length);
        }
    }

    private static string? Unpack(byte[] content, int at)
    {
        try
        {
            using var flat = new ZLibStream(new MemoryStream(content, at, content.Length - at), CompressionMode.Decompress);
            var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = flat.Read(buffer)) > 0; )
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > MostUnpacked)
                {
                    return null;
                }
            }

            return Encoding.Latin1.GetString(unpacked.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^%PDF-[12]\.\d", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|AA|SubmitForm|ImportData|GoToE|GoToR)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Running();

    [GeneratedRegex("#(?<hex>[0-9A-Fa-f]{2})", RegexOptions.None, 5000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"/ObjStm\b[^>]{0,400}>>\s{0,4}stream\r?\n", RegexOptions.None, 5000)]
    private static partial Regex ObjectStream();
}
