using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Browser;

/// <summary>
/// A worker who walks from page to page of the record, day after day: each kind of page is checked as a <see cref="Visitor"/> checks it when it is first
/// opened, and every form is filled in and sent in the browser.
/// </summary>
public sealed partial class Walker(Visitor visitor)
{
    private readonly HashSet<string> _checked = [];

    public IPage Page => visitor.Page;

    /// <summary>Where the browser is, without the server.</summary>
    public string Path => Page.Url[visitor.Address.Length..];

    /// <summary>A new day: the session of the day before has ended, and the same person has signed in again.</summary>
    public async Task SignedInAsync(TestBrowser reader)
    {
        await Page.Context.ClearCookiesAsync();
        await Page.Context.AddCookiesAsync(reader.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = visitor.Address }));
    }

    public async Task OpenAsync(string path, bool always = false)
    {
        if (_checked.Add(Key().Replace(path.Split('?', '#')[0], "…")) || always)
        {
            await visitor.OpenAsync(path);
        }
        else
        {
            (await Page.GotoAsync(visitor.Address + path))!.Status.ShouldBe(200, path);
        }
    }

    /// <summary>Opens a page, fills its form in and sends it.</summary>
    public async Task RecordAsync(string path, params (string Field, string? Value)[] fields)
    {
        await OpenAsync(path);
        await SendAsync("main form[method=post]", fields);
    }

    /// <summary>Fills in a form of the page that is open, and sends it; what comes back must not be that page with errors.</summary>
    public async Task SendAsync(string form, params (string Field, string? Value)[] fields)
    {
        var asked = Page.Locator(form).First;
        foreach (var (name, value) in fields)
        {
            var field = asked.Locator($"[name='{name}']");
            switch (await field.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type"))
            {
                case "select":
                    await field.SelectOptionAsync(value!);
                    break;
                case "radio" or "checkbox":
                    await asked.Locator($"[name='{name}'][value='{value}']").CheckAsync();
                    break;
                default:
                    await field.FillAsync(value!);
                    break;
            }
        }

        // The page that was sent is marked, so that the next one is known by having no mark.
        await Page.EvaluateAsync("document.documentElement.dataset.sent = 'yes'");
        var answer = Page.WaitForResponseAsync(r => r.Request.IsNavigationRequest && r.Status is not (301 or 302 or 303));
        await asked.Locator("button[type=submit]").First.ClickAsync();
        var came = await answer;
        await Page.Locator("html:not([data-sent])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        came.Status.ShouldBe(200, $"{Path}: {(came.Status == 400 ? await Page.Locator("main").InnerTextAsync() : "")}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Key();
}
