using System.Security.Cryptography;
using System.Text;
using Throughgate.Web.Data;
using Throughgate.Web.Documents;

namespace Throughgate.Tests.Documents;

/// <summary>R30: contents are encrypted at rest, with keys kept apart; what was changed, cut or exchanged is not given out.</summary>
[Trait("requirement", "R30")]
public sealed class DocumentStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("throughgate-documents-").FullName;
    private readonly DocumentStore _store;

    public DocumentStoreTests() => _store = new(Path.Combine(_folder, "contents"), new DocumentKeys(Path.Combine(_folder, "keys")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void What_is_kept_is_read_again_and_nobody_else_reads_it(int length)
    {
        var content = Content(length);
        var id = Guid.CreateVersion7();
        var (wrapped, master) = _store.Keep(id, content);

        _store.Read(id, wrapped, master, length).ShouldBe(content);
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            Encoding.Latin1.GetString(File.ReadAllBytes(file)).ShouldNotContain("CANARY");
        }

        // The program started again reads the same key file.
        new DocumentStore(_store.Folder, new DocumentKeys(_store.Keys.Path)).Read(id, wrapped, master, length).ShouldBe(content);
    }

    [Fact]
    public void What_was_changed_cut_or_exchanged_is_not_given_out()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var content = Content(200_000);
        var (wrapped, master) = _store.Keep(one, content);
        var (wrappedOther, _) = _store.Keep(other, content);
        var path = Directory.EnumerateFiles(_store.Folder, one.ToString("N"), SearchOption.AllDirectories).Single();
        var whole = File.ReadAllBytes(path);
        const int Piece = 65_536 + 28;
        byte[][] bad =
        [
            whole[..^1],
            whole[..(4 + Piece)],
            whole[..(4 + (2 * Piece))],
            [.. whole, 0],
            [.. whole[..4], .. whole[(4 + Piece)..(4 + (2 * Piece))], .. whole[4..(4 + Piece)], .. whole[(4 + (2 * Piece))..]],
            File.ReadAllBytes(Directory.EnumerateFiles(_store.Folder, other.ToString("N"), SearchOption.AllDirectories).Single()),
            [.. whole[..3], 0, .. whole[4..]],
            .. Enumerable.Range(0, 40).Select(i => Changed(whole, i * whole.Length / 40)),
        ];
        foreach (var file in bad)
        {
            File.WriteAllBytes(path, file);
            Should.Throw<CryptographicException>(() => _store.Read(one, wrapped, master, content.Length));
        }

        File.WriteAllBytes(path, whole);
        Should.Throw<CryptographicException>(() => _store.Read(one, wrappedOther, master, content.Length));
        Should.Throw<CryptographicException>(() => _store.Read(one, wrapped, "another", content.Length));
        Should.Throw<CryptographicException>(() => _store.Read(one, wrapped, master, content.Length - 1));
        _store.Read(one, wrapped, master, content.Length).ShouldBe(content);
    }

    [Fact]
    public void A_content_without_a_row_is_swept_once_it_cannot_be_on_its_way()
    {
        var (named, left) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _store.Keep(named, Content(10));
        _store.Keep(left, Content(10));
        File.WriteAllText(Path.Combine(_store.Folder, $"{Guid.CreateVersion7():N}.part"), "half");

        _store.Sweep(new HashSet<Guid> { named }, TimeProvider.System.GetUtcNow().AddHours(-1)).ShouldBe(0);
        _store.Sweep(new HashSet<Guid> { named }, TimeProvider.System.GetUtcNow().AddHours(1)).ShouldBe(2);
        _store.Kept().ShouldBe([named]);
    }

    [Fact]
    public void Keys_and_contents_are_kept_apart()
    {
        var sqlite = new Connection(Path.Combine(_folder, "x.db"));
        var store = DocumentSettings.Of(sqlite, null, null).Store.ShouldNotBeNull();
        store.Keys.Path.StartsWith(store.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal).ShouldBeFalse();
        Should.Throw<FormatException>(() => DocumentSettings.Of(sqlite, _folder, Path.Combine(_folder, "keys"))).Message.ShouldContain("Put it elsewhere");
        var postgres = new Connection("Host=h;Username=u");
        DocumentSettings.Of(postgres, null, null).Store.ShouldBeNull();
        Should.Throw<FormatException>(() => DocumentSettings.Of(postgres, _folder, null));
        if (!OperatingSystem.IsWindows())
        {
            _store.Keep(Guid.CreateVersion7(), [1]);
            File.GetUnixFileMode(_store.Keys.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static byte[] Content(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append("CANARY 12 Hidden Street ");
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }

    private static byte[] Changed(byte[] file, int at)
    {
        var changed = file.ToArray();
        changed[at] ^= 1;
        return changed;
    }
}
