namespace Throughgate.Tests.Laws;

/// <summary>Small files: a file that grows past its size holds two things, and the second wants a name of its own.</summary>
public class SizeLaws
{
    [Fact]
    public void No_source_file_has_more_than_300_lines() => Over(300, path => path.EndsWith(".cs", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_page_has_more_than_150_lines() => Over(150, path => path.EndsWith(".cshtml", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_rule_has_more_than_80_lines() =>
        Over(80, path => path.StartsWith("src/Throughgate.Domain/Rules/", StringComparison.Ordinal) && path.Split('/').Length == 5
            && !path.Contains("/Registered/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_entry_point_has_at_most_80_lines() => Over(80, path => path == "src/Throughgate.Web/Program.cs").ShouldBeEmpty();

    [Fact]
    public void Names_are_the_field_s_words()
    {
        string[] empty = ["Helper", "Manager", "Service", "Util", "Common", "Base"];
        SourceTree.Files
            .Select(f => Path.GetFileNameWithoutExtension(f.Path))
            .Where(name => !name.EndsWith("TagHelper", StringComparison.Ordinal)) // the framework's word
            .Where(name => empty.Any(word => name.EndsWith(word, StringComparison.Ordinal) || name.EndsWith(word + "s", StringComparison.Ordinal)))
            .ShouldBeEmpty("call it by what it does for whom");
    }

    private static IEnumerable<string> Over(int most, Func<string, bool> which) =>
        SourceTree.Files.Where(f => which(f.Path) && f.Lines() > most).Select(f => $"{f.Path}: {f.Lines()} lines, at most {most}");
}
