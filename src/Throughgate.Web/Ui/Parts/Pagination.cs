using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Parts;

/// <summary>
/// <c>&lt;tg-pagination page="Model.PageNumber" of="Model.Pages" href="@(n => Model.AddressOf(n))" /&gt;</c>: the first, the last and those beside the page shown.
/// Nothing where all is on one page.
/// </summary>
[HtmlTargetElement("tg-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTag(Words words) : Pattern
{
    private const string ArrowBack = "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
    private const string ArrowOn = "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

    /// <summary>The page shown, from 1.</summary>
    public required int Page { get; set; }

    /// <summary>How many pages there are.</summary>
    public required int Of { get; set; }

    /// <summary>The address of a page by its number, with the filters in it.</summary>
    public required Func<int, string> Href { get; set; }

    /// <summary>The numbers shown, with 0 for those left out: 1 0 5 6 7 0 40.</summary>
    public static IReadOnlyList<int> Shown(int page, int of)
    {
        var near = Enumerable.Range(1, of).Where(n => n == 1 || n == of || Math.Abs(n - page) <= 1).ToList();
        var shown = new List<int>();
        foreach (var number in near)
        {
            var before = shown.Count == 0 ? 0 : shown[^1];
            if (before != 0 && number == before + 2)
            {
                shown.Add(before + 1);
            }
            else if (before != 0 && number > before + 2)
            {
                shown.Add(0);
            }

            shown.Add(number);
        }

        return shown;
    }

    protected override IHtmlContent? Draw(IHtmlContent? content, Bearer bearer) => Of < 2 ? null : bearer.Give(Markup.Of("nav", "govuk-pagination",
            Page > 1 ? Step("prev", Page - 1, [Arrow("prev", ArrowBack), Title(words["Previous"])]) : null,
            Markup.Of("ul", "govuk-pagination__list", Shown(Page, Of).Select(Item)),
            Page < Of ? Step("next", Page + 1, [Title(words["Next"]), Arrow("next", ArrowOn)]) : null)
        .With("aria-label", words["Pagination"]));

    private TagBuilder Item(int number) => number == 0
        ? Markup.Of("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "\u22ef")
        : Markup.Of("li", "govuk-pagination__item", Markup.Of("a", "govuk-link govuk-pagination__link", number.ToString(CultureInfo.InvariantCulture))
            .With("href", Href(number)).With("aria-label", words["Page {0}", number]).With("aria-current", number == Page ? "page" : null))
            .AndClass(number == Page ? "govuk-pagination__item--current" : null);

    private TagBuilder Step(string which, int number, IEnumerable<TagBuilder> content) =>
        Markup.Of("div", $"govuk-pagination__{which}", Markup.Of("a", "govuk-link govuk-pagination__link", content).With("href", Href(number)).With("rel", which));

    private TagBuilder Title(string title) => Markup.Of("span", "govuk-pagination__link-title", title, Markup.Hidden(" ", words["page"]));

    private static TagBuilder Arrow(string which, string path) => Markup.Of("svg", $"govuk-pagination__icon govuk-pagination__icon--{which}", Markup.Of("path", null).With("d", path))
        .With("xmlns", "http://www.w3.org/2000/svg").With("height", "13").With("width", "15").With("aria-hidden", "true").With("focusable", "false").With("viewBox", "0 0 15 13");
}
