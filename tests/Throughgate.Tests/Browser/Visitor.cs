using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Throughgate.Tests.Build;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Browser;

/// <summary>Somebody at a real browser, whose every page is checked as it is opened: axe at WCAG 2.2 AA, no sideways scrolling, no error on the console, markup without a parse error.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string Violations = """
        async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
            .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' ; ')}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, Address) = (context, page, address);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add($"{page.Url}: console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: script: {error}");
    }

    public IPage Page { get; }

    public string Address { get; }

    public static async Task<Visitor> ComeAsync(Chromium chromium, string address, int width = 1280, bool script = true)
    {
        var browser = await chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        if (script)
        {
            // axe is in each page as it loads: to send it over and its whole answer back at every check took most of the time of these tests.
            await context.AddInitScriptAsync(Axe);
        }

        return new(context, await context.NewPageAsync(), address);
    }

    public async Task SignInAsync(Account account)
    {
        await OpenAsync("/sign-in");
        await Page.GetByLabel("Email address").FillAsync(account.UserName!);
        await Page.GetByLabel("Password").FillAsync(TestApp.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.ArriveAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task OpenAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(Address + path);
        answer!.Status.ShouldBe(status, path);
        if (status >= 400)
        {
            _complaints.Clear(); // Chromium itself notes on the console that such a page was asked for.
        }

        await CheckAsync();
    }

    /// <summary>Follows a link by its words, as a person does.</summary>
    public async Task FollowAsync(string words, bool exact = true)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = exact }).First.ClickAsync();
        await Page.ReadyAsync();
        await CheckAsync();
    }

    /// <summary>The checks that every page has to pass.</summary>
    public async Task CheckAsync()
    {
        var where = Page.Url[Address.Length..];
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{where} scrolls sideways");
        var found = await Page.EvaluateAsync<string[]>(Violations, new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" });
        found.Select(v => $"{where}: {v}").ShouldBeEmpty();
        _complaints.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>The parse errors of a page's markup as it was sent; the parser is the standard's own.</summary>
    public static IReadOnlyList<string> ParseErrors(string html)
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsNotConsumingCharacterReferences = false });
        parser.Error += (_, e) => errors.Add(e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error ? $"{error.Position}: {error.Message}" : "unread");
        parser.ParseDocument(html);
        return errors;
    }
}
