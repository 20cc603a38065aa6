using System.Buffers.Binary;
using System.IO.Compression;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>
/// A bundle as it was given: a folder, a .zip (of the files, or of one folder with them), or one CSV file. A zip is read where it lies; the
/// paths in it are never written to, and one that unpacks to more than a hundred times its size is refused.
/// </summary>
public sealed class BundleSource : IDisposable
{
    private const int MostEntries = 100;
    private const string Known = "people.csv, residences.csv, sentences.csv, cases.csv, allocations.csv, offers.csv, contacts.csv, assessments.csv, ete.csv, accommodation.csv, reviews.csv";

    private readonly SortedDictionary<int, (Func<Stream> Open, long Bytes)> _files = [];
    private readonly Problems _problems;
    private ZipArchive? _zip;

    private BundleSource(string name, Problems problems) => (Name, _problems) = (name, problems);

    /// <summary>The last part of the path, for history.</summary>
    public string Name { get; }

    /// <summary>The files that are there, in the order of <see cref="BundleFiles.All"/>.</summary>
    public IEnumerable<(BundleFile File, Func<Stream> Open)> Files => _files.Select(f => (BundleFiles.All[f.Key], f.Value.Open));

    public long Bytes => _files.Values.Sum(f => f.Bytes);

    public static BundleSource Open(string path, Problems problems)
    {
        var source = new BundleSource(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), problems);
        if (Directory.Exists(path))
        {
            source.OpenFolder(path);
        }
        else if (!File.Exists(path))
        {
            problems.Add(source.Name, 0, "", "is not there", "a folder of CSV files, or a .zip of it");
        }
        else if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            source.Add(source.Name, source.Name, () => File.OpenRead(path), new FileInfo(path).Length);
        }
        else
        {
            source.OpenZip(path);
        }

        if (source._files.Count == 0 && !problems.Any)
        {
            problems.Add(source.Name, 0, "", "holds no file of a caseload bundle", Known);
        }

        return source;
    }

    public void Dispose() => _zip?.Dispose();

    private void OpenFolder(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path, "*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Order(StringComparer.Ordinal))
        {
            Add(Path.GetFileName(file), Path.GetFileName(file), () => File.OpenRead(file), new FileInfo(file).Length);
        }
    }

    private void OpenZip(string path)
    {
        var size = new FileInfo(path).Length;
        if (size == 0)
        {
            _problems.Add(Name, 0, "", "is empty", "a .zip of CSV files");
            return;
        }

        try
        {
            if (EntriesSaid(path) > MostEntries)
            {
                _problems.Add(Name, 0, "", $"holds more than {MostEntries} entries", "only the files of a caseload bundle");
                return;
            }

            _zip = ZipFile.OpenRead(path);
            if (_zip.Entries.Count > MostEntries)
            {
                _problems.Add(Name, 0, "", $"holds more than {MostEntries} entries", "only the files of a caseload bundle");
                return;
            }

            AddEntries(_zip, new Allowance(size * UnpackingStream.Most, Name));
        }
        catch (InvalidDataException)
        {
            _problems.Add(Name, 0, "", "cannot be read as a .zip", "a folder of CSV files, or a whole .zip of it");
        }
    }

    private void AddEntries(ZipArchive zip, Allowance whole)
    {
        string? top = null;
        long declared = 0;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (IsOutside(name))
            {
                _problems.Add(Name, 0, "", $"holds a path outside itself: {Shown(name)}", "file names without folders, or in one folder");
                continue;
            }

            var parts = name.Split('/');
            if (name.EndsWith('/') || parts[0] == "__MACOSX" || parts[^1] == ".DS_Store")
            {
                continue;
            }

            top ??= parts.Length > 1 ? parts[0] : "";
            if (parts.Length > 2 || top != (parts.Length > 1 ? parts[0] : ""))
            {
                _problems.Add(Name, 0, "", $"holds a file where none is looked for: {Shown(name)}", "all files side by side, or all in one folder");
                continue;
            }

            declared += entry.Length;
            if (entry.Length > UnpackingStream.Most * Math.Max(1, entry.CompressedLength) || declared > whole.Left)
            {
                UnpackingStream.Refuse(_problems, Name);
                continue;
            }

            Add(parts[^1], Shown(name), () => new UnpackingStream(entry.Open(), Math.Max(1, entry.CompressedLength) * UnpackingStream.Most, entry.Crc32, whole), entry.Length);
        }
    }

    private void Add(string file, string shown, Func<Stream> open, long bytes)
    {
        for (var i = 0; i < BundleFiles.All.Count; i++)
        {
            if (!string.Equals(BundleFiles.All[i].FileName, file, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!_files.TryAdd(i, (open, bytes)))
            {
                _problems.Add(file, 0, "", "is there twice", "each file once");
            }

            return;
        }

        _problems.Add(shown, 0, "", "is not a file of a caseload bundle", Known);
    }

    private static bool IsOutside(string name) =>
        name.Contains('\\', StringComparison.Ordinal)
        || name.StartsWith('/')
        || name.Contains('\0', StringComparison.Ordinal)
        || name is [_, ':', ..]
        || name.Split('/').Any(p => p is ".." or ".");

    private static string Shown(string name) => CellParser.Shown(System.Text.Encoding.UTF8.GetBytes(name));

    // The count of entries in the end record, read before the list itself is: a list of millions would fill memory.
    private static int EntriesSaid(string path)
    {
        using var file = File.OpenRead(path);
        var tail = new byte[Math.Min(file.Length, 22 + 65535)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + 12 <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) : 0;
    }
}
