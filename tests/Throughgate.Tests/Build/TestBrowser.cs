using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build;

/// <summary>What came back: status, headers, text, and the page as a document.</summary>
public sealed record TestAnswer(int Status, HttpResponseMessage Response, string Body)
{
    private IHtmlDocument? _page;

    public IHtmlDocument Page => _page ??= new HtmlParser().ParseDocument(Body);

    public string? Location => Response.Headers.Location?.ToString();

    public string Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values)
        : "";

    /// <summary>The fields of the page's first form whose action begins so (any form where it is not given), as the browser would send them.</summary>
    public Dictionary<string, string> Form(string? action = null)
    {
        var form =
            Page.QuerySelectorAll("form")
                .FirstOrDefault(f => action is null || (f.GetAttribute("action") ?? "").StartsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form for {action} on:\n{Body}");
        return Fields(form);
    }

    /// <summary>The fields of the first form in the page's main part.</summary>
    public Dictionary<string, string> MainForm() =>
        Fields(Page.QuerySelector("main form[method=post]") ?? throw new InvalidOperationException($"No form in the main part of:\n{Body}"));

    private static Dictionary<string, string> Fields(IElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input, select, textarea"))
        {
            if (field.GetAttribute("name") is not { Length: > 0 } name)
            {
                continue;
            }

            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    fields[name] = input.Value;
                    break;
                case IHtmlSelectElement select:
                    fields[name] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement area:
                    fields[name] = area.Value;
                    break;
            }
        }

        return fields;
    }

    public IReadOnlyList<string> Texts(string selector) => [.. Page.QuerySelectorAll(selector).Select(e => e.Text().Trim())];
}

/// <summary>A browser with its cookies, without following redirects unless asked to.</summary>
public sealed class TestBrowser(HttpClient http)
{
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Account Account { get; set; } = null!;

    public async Task<TestAnswer> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Follows redirects to the page they lead to.</summary>
    public async Task<TestAnswer> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        for (var i = 0; i < 5 && answer.Status is 301 or 302 or 303; i++)
        {
            answer = await GetAsync(answer.Location!);
        }

        return answer;
    }

    public async Task<TestAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Gets a page, fills the form that leads to the address in, and sends it.</summary>
    public async Task<TestAnswer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await OpenAsync(page)).Form(action);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await PostAsync(action, form);
    }

    public Task<TestAnswer> SignInAsync(string email, string password, string? next = null) =>
        SubmitAsync(next is null ? "/sign-in" : $"/sign-in?next={Uri.EscapeDataString(next)}", "/sign-in", ("email", email), ("password", password));

    /// <summary>Signs out by the form in the header of whatever page is first.</summary>
    public async Task<TestAnswer> SignOutAsync(string page = "/") => await SubmitAsync(page, "/sign-out");

    public async Task<TestAnswer> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var line in set)
            {
                var pair = line.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                {
                    Cookies.Remove(pair[0]);
                }
                else
                {
                    Cookies[pair[0]] = pair[1];
                }
            }
        }

        return new TestAnswer((int)response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Another browser with a copy of this one's cookies, as a thief would have it.</summary>
    public TestBrowser Copy()
    {
        var copy = new TestBrowser(http) { Account = Account };
        foreach (var (name, value) in Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }
}
