using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary><c>&lt;tg-radios asp-for="Answer" label="@T["What did they say?"]" items="Model.Answers" /&gt;</c>; class="govuk-radios--inline" puts them on a line.</summary>
[HtmlTargetElement("tg-radios")]
public sealed class RadiosTag(Words words) : Choices(words, "radio", "govuk-radios")
{
    public string? Value { get; set; }

    protected override IReadOnlyList<string> Values => Held(Value);
}

/// <summary><c>&lt;tg-checkboxes asp-for="Pathways" label="@T["Which pathways?"]" items="Model.AllPathways" /&gt;</c></summary>
[HtmlTargetElement("tg-checkboxes")]
public sealed class CheckboxesTag(Words words) : Choices(words, "checkbox", "govuk-checkboxes")
{
    [HtmlAttributeName("values")]
    public IReadOnlyList<string>? Chosen { get; set; }

    protected override IReadOnlyList<string> Values => Chosen ?? Held(null);
}

/// <summary>Radios and checkboxes differ in their type and classes only.</summary>
public abstract class Choices(Words words, string type, string css) : ChoiceField(words)
{
    protected abstract IReadOnlyList<string> Values { get; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;
        var values = Values;

        // Without a fieldset that is described, each checkbox is described itself.
        var described = Label is null && string.Equals(type, "checkbox", StringComparison.Ordinal) ? Described(error) : null;
        var items = AllItems.SelectMany((item, index) => Item(item, index, values, described));
        var list = bearer.Give(Markup.Of("div", css, items)).With("data-module", css);
        return Group(error, Fieldset(Described(error), null, Markup.Several(HintAbove(), ErrorAbove(error), list)));
    }

    private IEnumerable<IHtmlContent> Item(Choice item, int index, IReadOnlyList<string> values, string? described)
    {
        if (item.IsDivider)
        {
            yield return Markup.Of("div", $"{css}__divider", item.Text);
            yield break;
        }

        // The first has the field's own id, so that the error summary can lead to it.
        var id = item.Id ?? (index == 0 ? FullId : string.Create(CultureInfo.InvariantCulture, $"{FullId}-{index + 1}"));
        var chosen = item.IsChosen(values);
        var hint = item.Hint is null ? null : Markup.Of("div", $"govuk-hint {css}__hint", item.Hint).With("id", $"{id}-item-hint");
        var input = Markup.Of("input", $"{css}__input").With("id", id).With("name", FullName).With("type", type).With("value", item.Value ?? string.Empty)
            .With("checked", chosen).With("disabled", item.Disabled)
            .With("data-aria-controls", item.Conditional is null ? null : $"conditional-{id}")
            .With("data-behaviour", item.Exclusive ? "exclusive" : null)
            .With("aria-describedby", Join(described, hint is null ? null : $"{id}-item-hint"));
        yield return Markup.Of("div", $"{css}__item", input, Markup.Of("label", $"govuk-label {css}__label", item.Text).With("for", id), hint);
        if (item.Conditional is { } conditional)
        {
            yield return Markup.Of("div", $"{css}__conditional", conditional).AndClass(chosen ? null : $"{css}__conditional--hidden").With("id", $"conditional-{id}");
        }
    }
}
