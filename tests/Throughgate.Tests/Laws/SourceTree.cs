using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

/// <summary>The source files of the repository, read once, without what builds leave behind.</summary>
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<SourceText>> Read = new(() =>
        [
            .. new[] { "src", "tests", "bench" }
                .Select(folder => Repository.PathOf(folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(path => Path.GetExtension(path) is ".cs" or ".cshtml" or ".csproj" or ".tsv" or ".sql")
                .Select(path => (Full: path, Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')))
                .Where(f => !f.Path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => new SourceText(f.Path, File.ReadAllText(f.Full))),
        ]
    );

    public static IReadOnlyList<SourceText> Files => Read.Value;

    public static int Lines(this SourceText file) => file.Text.AsSpan().TrimEnd().Count('\n') + 1;
}
