using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Throughgate.Tests.Build;

/// <summary>The forms of a page, filled in: for tests that send every form there is.</summary>
public static class PageForms
{
    /// <summary>Each form about young people in a page's main part: where it leads, and its fields as they stand, texts with the word. None where the page did not open.</summary>
    public static IReadOnlyList<(string Action, Dictionary<string, string> Fields)> Of(TestAnswer page, string address, string word = "word")
    {
        if (page.Status != 200 || !page.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal))
        {
            return [];
        }

        return
        [
            .. page.Page.QuerySelectorAll("main form[method=post]")
                .Select(form => (form.GetAttribute("action") is { Length: > 0 } said ? said : address, Filled(form, word)))
                .Where(f => f.Item1.Contains("/young-people/", StringComparison.Ordinal)),
        ];
    }

    private static Dictionary<string, string> Filled(IElement form, string word)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]"))
        {
            var name = field.GetAttribute("name")!;
            fields[name] = field switch
            {
                IHtmlInputElement { Type: "hidden" or "radio" or "checkbox" } input => input.Value,
                IHtmlInputElement { Type: "file" } => "",
                IHtmlInputElement { Value.Length: > 0 } input => input.Value,
                IHtmlSelectElement select => select.Options.Length > 0 ? select.Options[^1].Value : "",
                IHtmlButtonElement button => button.Value,
                _ when name.EndsWith("-year", StringComparison.Ordinal) => "2010",
                _ when name.EndsWith("-month", StringComparison.Ordinal) || name.EndsWith("-day", StringComparison.Ordinal) => "9",
                _ => word,
            };
        }

        return fields;
    }
}
