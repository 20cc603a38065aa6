using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary>
/// What all fields have: a name, words above it, a hint, an error. With <c>asp-for</c> the name, the id, what was typed and the first error come from
/// the model; each can be set apart from it.
/// </summary>
public abstract class Field(Words words) : Pattern
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Label { get; set; }

    /// <summary>Such as govuk-label--m; of a group of choices the legend's, such as govuk-fieldset__legend--m.</summary>
    public string? LabelClass { get; set; }

    /// <summary>The label is the page's only heading.</summary>
    public bool LabelIsHeading { get; set; }

    public string? Hint { get; set; }

    public string? Error { get; set; }

    public string? DescribedBy { get; set; }

    /// <summary>Classes of the whole group.</summary>
    public string? GroupClass { get; set; }

    protected Words Words { get; } = words;

    protected string FullName => Name ?? (For is null ? string.Empty : View!.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));

    protected string FullId => Id ?? TagBuilder.CreateSanitizedId(FullName, "_");

    protected virtual string? FirstError => Error ?? ErrorOf(FullName);

    /// <summary>What was typed, where the page is shown again; else the model's value.</summary>
    protected string? Typed => For is null ? null : AttemptOf(FullName) ?? For.ModelExplorer.GetSimpleDisplayTextOrNull();

    protected string? AttemptOf(string name) => View?.ViewData.ModelState.GetValueOrDefault(name)?.AttemptedValue;

    /// <summary>The first error under a name, in the reader's language where the message is a phrase.</summary>
    protected string? ErrorOf(string name) =>
        View?.ViewData.ModelState.GetValueOrDefault(name)?.Errors.FirstOrDefault() is { } error ? Words[error.ErrorMessage].ToString() : null;

    protected string? Described(string? error) => Join(DescribedBy, Hint is null ? null : $"{FullId}-hint", error is null ? null : $"{FullId}-error");

    protected TagBuilder Group(string? error, params IEnumerable<IHtmlContent?> content) => Markup
        .Of("div", "govuk-form-group", content.OfType<IHtmlContent>()).AndClass(error is null ? null : "govuk-form-group--error").AndClass(GroupClass);

    protected IHtmlContent? LabelAbove() => Label is null ? null
        : LabelIsHeading ? Markup.Of("h1", "govuk-label-wrapper", OwnLabel()) : OwnLabel();

    protected TagBuilder? HintAbove() => Hint is null ? null : Markup.Of("div", "govuk-hint", Hint).With("id", $"{FullId}-hint");

    protected TagBuilder? ErrorAbove(string? error) => error is null ? null
        : Markup.Of("p", "govuk-error-message", Markup.Hidden(Words["Error"], ":"), " ", error).With("id", $"{FullId}-error");

    /// <summary>A fieldset around several fields, with the label as its legend; without a label the content alone.</summary>
    protected IHtmlContent Fieldset(string? describedBy, string? role, IHtmlContent content)
    {
        if (Label is null)
        {
            return content;
        }

        var legend = Markup.Of("legend", "govuk-fieldset__legend", LabelIsHeading ? Markup.Of("h1", "govuk-fieldset__heading", Label) : Label).AndClass(LabelClass);
        return Markup.Of("fieldset", "govuk-fieldset", legend, content).With("role", role).With("aria-describedby", describedBy);
    }

    protected static string? Join(params IEnumerable<string?> ids)
    {
        var joined = string.Join(' ', ids.Where(i => !string.IsNullOrEmpty(i)));
        return joined.Length == 0 ? null : joined;
    }

    private TagBuilder OwnLabel() => Markup.Of("label", "govuk-label", Label).AndClass(LabelClass).With("for", FullId);
}

internal static class Shown
{
    /// <summary>The value as a form writes it; null where there is none.</summary>
    public static string? GetSimpleDisplayTextOrNull(this ModelExplorer explorer) => explorer.Model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
