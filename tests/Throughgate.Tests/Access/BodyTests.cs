using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R17, R38: a request that cannot be read whole, or that comes from elsewhere, does nothing. Over a real socket, where bodies can be cut.</summary>
public sealed class BodyTests
{
    [Fact]
    [Trait("requirement", "R17")]
    public async Task A_body_that_cannot_be_read_whole_does_nothing()
    {
        await using var trial = await TrialAsync();
        var whole = trial.Form("Note=kept+out&");
        var cases = new Dictionary<string, (string Headers, string Body)>(StringComparer.Ordinal)
        {
            ["a bad chunk"] = ("Transfer-Encoding: chunked\r\n", $"{whole.Length:x}\r\n{whole}\r\nZZZ\r\n"),
            ["a bad chunk extension"] = ("Transfer-Encoding: chunked\r\n", $"{whole.Length:x};\n\r\n{whole}\r\n0\r\n\r\n"),
            ["two lengths"] = ($"Content-Length: {whole.Length}\r\nContent-Length: 3\r\n", whole),
            ["a length and chunks"] = ($"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", $"{whole.Length:x}\r\n{whole}\r\nQ\r\n"),
            ["40 MB"] = ("Content-Length: 41943040\r\n", whole + new string('a', 2_000_000)),
            ["a field of 300 kB"] = Sized(trial.Form($"Note={new string('a', 300_000)}&")),
            ["1,200 fields"] = Sized(trial.Form(string.Concat(Enumerable.Range(0, 1200).Select(i => $"f{i}=1&")))),
            ["a name of 2 kB"] = Sized(trial.Form($"{new string('n', 2000)}=1&")),
            ["no body"] = ("Content-Length: 0\r\n", ""),
        };
        foreach (var (name, (headers, body)) in cases)
        {
            var status = await trial.SendAsync(headers, body);
            status.ShouldBeInRange(400, 499, name);
            (await trial.SavedAsync()).ShouldBe(0, name);
        }
    }

    [Fact]
    [Trait("requirement", "R17")]
    public async Task A_body_cut_short_does_nothing()
    {
        await using var trial = await TrialAsync();
        var whole = trial.Form("Note=kept+out&");
        await trial.SendAsync($"Content-Length: {whole.Length + 50}\r\n", whole, cut: true);
        await trial.SendAsync("Transfer-Encoding: chunked\r\n", $"{whole.Length + 50:x}\r\n{whole}", cut: true);
        await Task.Delay(200);
        (await trial.SavedAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("Origin: https://elsewhere.example\r\n")]
    [InlineData("Origin: null\r\nSec-Fetch-Site: cross-site\r\n")]
    [InlineData("Sec-Fetch-Site: cross-site\r\n")]
    [InlineData("Sec-Fetch-Site: same-site\r\n")]
    [Trait("requirement", "R38")]
    public async Task A_form_sent_from_another_site_does_nothing(string header)
    {
        await using var trial = await TrialAsync();
        var (length, body) = Sized(trial.Form("Note=kept+out&"));
        (await trial.SendAsync(length + header, body)).ShouldBe(400);
        (await trial.SavedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_form_sent_whole_from_this_site_is_done()
    {
        await using var trial = await TrialAsync();
        var (length, body) = Sized(trial.Form("Note=let+in&"));
        (await trial.SendAsync($"{length}Origin: {trial.Address}\r\nSec-Fetch-Site: same-origin\r\n", body)).ShouldBe(302);
        (await trial.SavedAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("requirement", "R38")]
    public async Task A_form_without_its_token_does_nothing()
    {
        await using var trial = await TrialAsync();
        var (length, body) = Sized("Note=kept+out&tg-once=" + Guid.CreateVersion7().ToString("N"));
        (await trial.SendAsync(length, body)).ShouldBe(400);
        (await trial.SavedAsync()).ShouldBe(0);
    }

    private static (string, string) Sized(string body) => ($"Content-Length: {body.Length}\r\n", body);

    private static async Task<Trial> TrialAsync()
    {
        var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var address = new Uri(app.Serve());
        var person = await AYoungPerson().SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/trial/record/{person}";
        return new Trial(app, address, path, worker, (await worker.GetAsync(path)).Form());
    }

    private sealed record Trial(TestApp App, Uri Uri, string Path, TestBrowser Worker, Dictionary<string, string> Fields) : IAsyncDisposable
    {
        public string Address => Uri.GetLeftPart(UriPartial.Authority);

        /// <summary>The form as a browser would send it, after some fields of the test's own.</summary>
        public string Form(string before) =>
            before + string.Join('&', Fields.Where(f => f.Key != "Note").Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));

        public async Task<int> SendAsync(string headers, string body, bool cut = false)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(Uri.Host, Uri.Port);
            await using var stream = socket.GetStream();
            var cookies = string.Join("; ", Worker.Cookies.Select(c => $"{c.Key}={c.Value}"));
            var head = $"POST {Path} HTTP/1.1\r\nHost: {Uri.Authority}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n{headers}\r\n";
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head + body));
                if (cut)
                {
                    return 0;
                }
            }
            catch (IOException)
            {
                // The server answered before it had read everything: what it said is still to be read.
            }

            using var reader = new StreamReader(stream, Encoding.ASCII);
            var line = await reader.ReadLineAsync() ?? "";
            return line.Length > 12 ? int.Parse(line.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 400;
        }

        public async Task<int> SavedAsync()
        {
            await using var db = App.Context();
            return await db.Workers.CountAsync();
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
