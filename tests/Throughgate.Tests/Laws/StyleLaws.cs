using System.Security.Cryptography;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

public sealed class StyleLaws
{
    [Fact]
    public void The_style_sheet_was_made_from_the_styles_as_they_are()
    {
        var styles = Repository.PathOf("src", "Throughgate.Web", "Ui", "Styles");
        var files = Directory.EnumerateFiles(styles, "*.scss").Order(StringComparer.Ordinal).Prepend(Path.Combine(styles, "package.json"));
        var made = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(File.ReadAllBytes)]))[..16];
        File.ReadAllText(Repository.PathOf("src", "Throughgate.Web", "wwwroot", "throughgate.css")).ShouldContain($"/*! made from {made} */", customMessage: "Run src/Throughgate.Web/Ui/Styles/build.sh and commit what it makes.");
    }
}
