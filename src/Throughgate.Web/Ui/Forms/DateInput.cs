using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary>
/// <c>&lt;tg-date-input asp-for="HeldOn" label="@T["When was it?"]" hint="…" /&gt;</c>: day, month and year, bound to a DateOnly or DateOnly? by
/// <see cref="DateInputBinder"/>, which says what is wrong with which of the three.
/// </summary>
[HtmlTargetElement("tg-date-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateInputTag(Words words) : Field(words)
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    protected override string? FirstError => base.FirstError ?? DateInputBinder.Parts.Select(p => ErrorOf($"{FullName}-{p}")).FirstOrDefault(e => e is not null);

    private DateOnly? Model => For?.Model as DateOnly?;

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;
        var wrong = DateInputBinder.Parts.Where(p => ErrorOf($"{FullName}-{p}") is not null).ToHashSet(StringComparer.Ordinal);
        var parts = bearer.Give(Markup.Of("div", "govuk-date-input",
            Part("day", Words["Day"], Day ?? Number(Model?.Day), 2, error is not null && (wrong.Count == 0 || wrong.Contains("day"))),
            Part("month", Words["Month"], Month ?? Number(Model?.Month), 2, error is not null && (wrong.Count == 0 || wrong.Contains("month"))),
            Part("year", Words["Year"], Year ?? Number(Model?.Year), 4, error is not null && (wrong.Count == 0 || wrong.Contains("year"))))).With("id", FullId);
        return Group(error, Fieldset(Described(error), "group", Markup.Several(HintAbove(), ErrorAbove(error), parts)));
    }

    private TagBuilder Part(string part, string label, string? value, int width, bool wrong)
    {
        var name = FullName.Length == 0 ? part : $"{FullName}-{part}";
        var input = Markup.Of("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}").AndClass(wrong ? "govuk-input--error" : null)
            .With("id", $"{FullId}-{part}").With("name", name).With("type", "text").With("inputmode", "numeric").With("value", AttemptOf(name) ?? value);
        var group = Markup.Of("div", "govuk-form-group", Markup.Of("label", "govuk-label govuk-date-input__label", label).With("for", $"{FullId}-{part}"), input);
        return Markup.Of("div", "govuk-date-input__item", group);
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
