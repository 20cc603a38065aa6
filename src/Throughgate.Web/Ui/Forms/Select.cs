using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary><c>&lt;tg-select asp-for="Worker" label="@T["Worker"]" items="Model.Workers" /&gt;</c></summary>
[HtmlTargetElement("tg-select")]
public sealed class SelectTag(Words words) : ChoiceField(words)
{
    public string? Value { get; set; }

    public bool Disabled { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;
        var held = Held(Value);
        var options = AllItems.Select(i => Markup.Of("option", null, i.Text).With("value", i.Value).With("selected", i.IsChosen(held)).With("disabled", i.Disabled));
        var select = bearer.Give(Markup.Of("select", "govuk-select", options).AndClass(error is null ? null : "govuk-select--error")
            .With("id", FullId).With("name", FullName).With("disabled", Disabled).With("aria-describedby", Described(error)));
        return Group(error, LabelAbove(), HintAbove(), ErrorAbove(error), select);
    }
}
