using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History.Aside;

/// <summary>
/// The recorded way round a log that cannot be written, for a day on which a record must be read all the same: whoever runs the server starts it with
/// THROUGHGATE_LOG_ASIDE (a file) and THROUGHGATE_LOG_ASIDE_WHY. Rows that the database refuses then go to that file, chained and on the disk before the
/// answer; `cli audit take-in FILE` brings them into the log afterwards. Nothing can be changed meanwhile: a change and its row are one commit.
/// </summary>
public sealed class LogAside(string? file, string? why, TimeProvider time)
{
    private readonly Lock _one = new();
    private string? _before;

    public bool IsOn => file is not null;

    public static LogAside Off { get; } = new(null, null, TimeProvider.System);

    /// <exception cref="FormatException">A file without a reason.</exception>
    public static LogAside Of(IConfiguration settings, TimeProvider time)
    {
        var (file, why) = (settings["THROUGHGATE_LOG_ASIDE"], settings["THROUGHGATE_LOG_ASIDE_WHY"]);
        if (string.IsNullOrWhiteSpace(file))
        {
            return Off;
        }

        return string.IsNullOrWhiteSpace(why)
            ? throw new FormatException("THROUGHGATE_LOG_ASIDE is set, so THROUGHGATE_LOG_ASIDE_WHY must say why records are read although the log cannot be written, and who decided it.")
            : new(file, why, time);
    }

    /// <summary>Returns when the row is on the disk.</summary>
    /// <exception cref="IOException">This file cannot be written either: then there is no answer.</exception>
    public void Write(AccessRow row)
    {
        lock (_one)
        {
            _before ??= Open();
            _before = Append(new AsideLine(_before, null, time.GetUtcNow(), row));
        }
    }

    private string Open()
    {
        var before = File.Exists(file) ? AsideFile.Read(file!).Hash : AsideFile.First;
        return Append(new AsideLine(before, why, time.GetUtcNow(), null));
    }

    private string Append(AsideLine line)
    {
        var text = JsonSerializer.Serialize(line, AsideFile.Shape);
        using var stream = new FileStream(file!, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
        stream.Flush(flushToDisk: true);
        return AsideFile.HashOf(text);
    }
}

/// <summary>One line: why it was started, or one row of the log.</summary>
/// <param name="Before">SHA-256 of the line before.</param>
public sealed record AsideLine(string Before, string? Why, DateTimeOffset At, AccessRow? Row);

/// <summary>Reading what was written aside.</summary>
public static class AsideFile
{
    internal static readonly JsonSerializerOptions Shape = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string First { get; } = new('0', 64);

    public static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Every line, and the hash that the next one would hold.</summary>
    /// <exception cref="FormatException">A line was changed, taken out or cut.</exception>
    public static (IReadOnlyList<AsideLine> Lines, string Hash) Read(string path)
    {
        var (before, number, lines) = (First, 0, new List<AsideLine>());
        foreach (var text in File.ReadLines(path))
        {
            number++;
            AsideLine? line;
            try
            {
                line = JsonSerializer.Deserialize<AsideLine>(text, Shape);
            }
            catch (JsonException)
            {
                line = null;
            }

            if (line is null || line.Before != before)
            {
                throw new FormatException($"{path}, line {number}: {(line is null ? "it is cut or is not a line of the log" : "the line before it was changed or taken out")}.");
            }

            lines.Add(line);
            before = HashOf(text);
        }

        return (lines, before);
    }
}
