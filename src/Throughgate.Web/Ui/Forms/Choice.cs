using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Web.Ui.Forms;

/// <summary>One answer of a list: what is sent, and what it says in the reader's language.</summary>
public sealed record Choice(string? Value, string Text)
{
    public string? Hint { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Chosen or not whatever the value of the field; null: by the field's value.</summary>
    public bool? Chosen { get; init; }

    public string? Id { get; init; }

    /// <summary>Asked only of those who choose this (shown always without scripts).</summary>
    public IHtmlContent? Conditional { get; init; }

    /// <summary>Of a checkbox: choosing it takes the others back ("None of these").</summary>
    public bool Exclusive { get; init; }

    /// <summary>A word between two answers ("or") instead of an answer.</summary>
    public bool IsDivider { get; init; }

    public static Choice Divider(string word) => new(null, word) { IsDivider = true };

    /// <summary>Whether this is among what the field holds; an empty field has nothing chosen.</summary>
    public bool IsChosen(IEnumerable<string> values) => Chosen ?? values.Contains(Value ?? Text, StringComparer.Ordinal);
}

/// <summary>
/// <c>&lt;tg-choice value="yes" text="@T["Yes"]"&gt;asked only then&lt;/tg-choice&gt;</c> inside tg-radios, tg-checkboxes or tg-select; the same as an item of its <c>items</c>.
/// </summary>
[HtmlTargetElement("tg-choice")]
public sealed class ChoiceTag : TagHelper
{
    public string? Value { get; set; }

    public required string Text { get; set; }

    public string? Hint { get; set; }

    public bool Disabled { get; set; }

    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var conditional = await output.GetChildContentAsync();
        output.SuppressOutput();
        if (context.Items.TryGetValue(typeof(Choice), out var list) && list is List<Choice> choices)
        {
            choices.Add(new Choice(Value, Text)
            {
                Hint = Hint,
                Disabled = Disabled,
                Exclusive = Exclusive,
                Conditional = conditional.IsEmptyOrWhiteSpace ? null : new HtmlString(conditional.GetContent()),
            });
        }
    }
}

/// <summary>A field with a list of answers.</summary>
public abstract class ChoiceField(Language.Words words) : Field(words)
{
    private readonly List<Choice> _nested = [];

    public IEnumerable<Choice> Items { get; set; } = [];

    protected IReadOnlyList<Choice> AllItems => [.. Items, .. _nested];

    public override void Init(TagHelperContext context) => context.Items[typeof(Choice)] = _nested;

    /// <summary>The values that the field holds: what was sent, else the model's.</summary>
    protected IReadOnlyList<string> Held(string? own)
    {
        if (own is not null)
        {
            return [own];
        }

        if (For is null)
        {
            return [];
        }

        return View?.ViewData.ModelState.GetValueOrDefault(FullName)?.RawValue switch
        {
            string one => [one],
            string[] several => several,
            _ when For.Model is System.Collections.IEnumerable many and not string => [.. many.Cast<object?>().Select(v => $"{v}")],
            _ => Typed is { } typed ? [typed] : [],
        };
    }
}
