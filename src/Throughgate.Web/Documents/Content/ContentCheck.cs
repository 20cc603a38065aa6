using System.Text;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>What a file is, by its content, and the content as it is kept; or why it is refused (English, the key of its Welsh).</summary>
public sealed record Checked(string? FileType, byte[] Content, string? Problem)
{
    public static Checked Fine(string type, byte[] content) => new(type, content, null);

    public static Checked Refused(string problem) => new(null, [], problem);
}

/// <summary>
/// Which files are taken (R37): a short list, told by content and not by name. What can carry a program is refused; pictures are written anew without where and
/// with what they were taken. What is kept is only ever given out as a download.
/// </summary>
public static class ContentCheck
{
    /// <summary>Bytes of one file.</summary>
    public const int Most = 10 * 1024 * 1024;

    // The harmless text that virus scanners are tried with, in two halves, so that no scanner takes this program for it.
    private static readonly byte[] Trial = Encoding.ASCII.GetBytes("EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE");

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["pdf"] = [".pdf"],
        ["docx"] = [".docx"],
        ["xlsx"] = [".xlsx"],
        ["odt"] = [".odt"],
        ["ods"] = [".ods"],
        ["png"] = [".png"],
        ["jpg"] = [".jpg", ".jpeg"],
        ["txt"] = [".txt"],
    };

    public static Checked Of(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return Checked.Refused(Words.Key("The file is empty: choose another"));
        }

        if (content.Length > Most)
        {
            return Checked.Refused(Words.Key("The file is larger than 10 MB: make it smaller, or divide it"));
        }

        if (content.AsSpan().IndexOf(Trial) >= 0 || name.Contains("eicar", StringComparison.OrdinalIgnoreCase))
        {
            return Checked.Refused(Words.Key("The file looks like a virus and was not kept. Tell whoever looks after your computers"));
        }

        var read = Read(content);
        if (read.Problem is not null)
        {
            return read;
        }

        return Names[read.FileType!].Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            ? read
            : Checked.Refused(Words.Key("The file’s name does not fit what is in it: save it again from the program that made it, and choose that"));
    }

    private static Checked Read(byte[] content)
    {
        var start = content.AsSpan();
        if (start.StartsWith("%PDF-"u8))
        {
            return PdfContent.Check(content);
        }

        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return OfficeContent.Check(content);
        }

        if (start.StartsWith(PngContent.Mark))
        {
            return PngContent.Check(content);
        }

        return start.StartsWith(JpegContent.Mark) ? JpegContent.Check(content) : TextContent.Check(content);
    }
}
