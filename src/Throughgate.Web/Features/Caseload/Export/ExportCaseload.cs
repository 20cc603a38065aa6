using System.IO.Compression;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Export;

namespace Throughgate.Web.Features.Caseload.Export;

/// <summary>Writes the caseload, or one scheme's, as a bundle: a folder, or a .zip where the name ends in it. Files are readable by their owner only.</summary>
public sealed class ExportCaseload(Connection database, IReadOnlySet<Guid>? hidden = null)
{
    // Entries carry no time of their own: the same caseload gives the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The people of the scheme in the bundle; for every scheme together an empty list.</summary>
    public async Task<IReadOnlyList<Guid>> RunAsync(string bundle, string? scheme, CancellationToken cancel = default)
    {
        if (!bundle.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            Directory.CreateDirectory(bundle);
            return await new BundleExport(database, hidden ?? new HashSet<Guid>()).RunAsync(scheme, file => OwnerOnly(Path.Combine(bundle, file.FileName)), cancel);
        }

        var half = bundle + ".part";
        IReadOnlyList<Guid> people;
        await using (var stream = OwnerOnly(half))
        {
            people = await RunAsync(stream, scheme, cancel: cancel);
        }

        File.Move(half, bundle, overwrite: true);
        return people;
    }

    /// <param name="mark">Who took it, when, why and for whom, written into the file; nothing from the command line.</param>
    public async Task<IReadOnlyList<Guid>> RunAsync(Stream zip, string? scheme, string mark = "", CancellationToken cancel = default)
    {
        await using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        archive.Comment = mark;
        return await new BundleExport(database, hidden ?? new HashSet<Guid>()).RunAsync(
            scheme,
            file =>
            {
                var entry = archive.CreateEntry(file.FileName, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                return entry.Open();
            },
            cancel
        );
    }

    private static FileStream OwnerOnly(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
