using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary>One problem, and the address of what to mend (<c>#Input_Email</c>); null: nothing on this page.</summary>
public sealed record Problem(string Text, string? Href = null);

/// <summary>
/// <c>&lt;tg-error-summary /&gt;</c> at the top of a page: every error of the model state, each a link to its field. Nothing where there is none.
/// </summary>
[HtmlTargetElement("tg-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag(Words words) : Pattern
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Other problems than those of the model state, which then are not listed.</summary>
    public IReadOnlyList<Problem>? Problems { get; set; }

    public bool? DisableAutoFocus { get; set; }

    protected override IHtmlContent? Draw(IHtmlContent? content, Bearer bearer)
    {
        var problems = Problems ?? [.. OfModelState()];
        if (problems.Count == 0 && Problems is null)
        {
            return null;
        }

        var list = problems.Count == 0 ? null : Markup.Of("ul", "govuk-list govuk-error-summary__list",
            problems.Select(p => Markup.Of("li", null, p.Href is null ? p.Text : Markup.Of("a", null, p.Text).With("href", p.Href))));
        var alert = Markup.Of("div", null,
            Markup.Of("h2", "govuk-error-summary__title", Title ?? words["There is a problem"]),
            Markup.Of("div", "govuk-error-summary__body", Description is null ? null : Markup.Of("p", null, Description), list)).With("role", "alert");
        return bearer.Give(Markup.Of("div", "govuk-error-summary", alert).With("data-module", "govuk-error-summary")
            .With("data-disable-auto-focus", DisableAutoFocus is { } disable ? disable ? "true" : "false" : null));
    }

    private IEnumerable<Problem> OfModelState()
    {
        var state = View!.ViewData.ModelState;
        foreach (var (key, entry) in state.OrderBy(s => Place(s.Key), StringComparer.Ordinal))
        {
            foreach (var error in entry!.Errors)
            {
                yield return new Problem(words[error.ErrorMessage], key.Length == 0 ? null : $"#{FieldOf(state, key)}");
            }
        }
    }

    // In the order in which the page model declares its fields, which is that of the form; the model state keeps its keys by the alphabet.
    private string Place(string key)
    {
        var metadata = View!.ViewData.ModelMetadata;
        var place = string.Empty;
        foreach (var step in key.Split('.'))
        {
            var index = metadata.Properties.ToList().FindIndex(p => p.PropertyName is { } name && (step.Equals(name, StringComparison.OrdinalIgnoreCase) || step.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)));
            place += (char)(index < 0 ? char.MaxValue : index + 1);
            if (index < 0)
            {
                break;
            }

            metadata = metadata.Properties[index];
        }

        return place;
    }

    // The error of a whole date leads to its first field: the group itself cannot hold the cursor.
    private static string FieldOf(ModelStateDictionary state, string key) =>
        TagBuilder.CreateSanitizedId(state.ContainsKey($"{key}-{DateInputBinder.Parts[0]}") ? $"{key}-{DateInputBinder.Parts[0]}" : key, "_");
}
