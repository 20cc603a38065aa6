using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Parts;

namespace Throughgate.Tests.Ui;

/// <summary>
/// Our tag helpers make the markup of GOV.UK Frontend. For each the options that we draw are listed; every example that asks for nothing else must come
/// out the same, and there must be at least as many of them as are noted, so that a list cannot shrink to nothing unseen.
/// </summary>
public sealed class FixtureTests
{
    private static readonly Words T = new(Vocabulary.Embedded, Words.English);

    private static readonly string[] FieldOptions =
        ["name", "id", "label.text", "label.classes", "label.isPageHeading", "hint.text", "errorMessage.text", "describedBy", "formGroup.classes", "classes", "attributes.*", "value", "disabled"];

    private static readonly string[] ChoiceOptions =
    [
        "name", "idPrefix", "hint.text", "errorMessage.text", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "fieldset.describedBy", "formGroup.classes", "classes",
        "attributes.*", "items[].value", "items[].text", "items[].id", "items[].hint.text", "items[].divider", "items[].conditional.html", "items[].checked", "items[].disabled",
    ];

    private static readonly (string Component, int AtLeast, string[] Options, Func<Fixture, string?> Draw)[] Patterns =
    [
        ("button", 35, ["text", "html", "href", "name", "value", "type", "disabled", "preventDoubleClick", "classes", "id", "attributes.*"], f =>
            Drawn.By(new ButtonTag { Href = f["href"], Type = f["type"] ?? "submit", Name = f["name"], Value = f["value"], Disabled = Yes(f["disabled"]), OncePressed = Maybe(f["preventDoubleClick"]) },
                f.Own("id"), f["html"], f["text"])),
        ("input", 38, [.. FieldOptions, "type", "inputmode", "autocomplete", "pattern", "spellcheck", "autocapitalize", "prefix.text", "suffix.text"], f =>
            Drawn.By(Field(new InputTag(T) { Type = f["type"] ?? "text", Value = f["value"], Prefix = f["prefix.text"], Suffix = f["suffix.text"], Disabled = Yes(f["disabled"]) }, f),
                f.Own("inputmode", "autocomplete", "pattern", "spellcheck", "autocapitalize"))),
        ("textarea", 18, [.. FieldOptions, "rows", "autocomplete", "spellcheck"], f =>
            Drawn.By(Field(new TextareaTag(T) { Value = f["value"], Disabled = Yes(f["disabled"]), Rows = Whole(f["rows"]) ?? 5 }, f), f.Own("autocomplete", "spellcheck"))),
        ("select", 18, [.. FieldOptions, "items[]", "items[].value", "items[].text", "items[].selected", "items[].disabled"], f =>
            Drawn.By(Field(new SelectTag(T) { Items = f.Each("items").Select(ChoiceOf), Value = f["value"], Disabled = Yes(f["disabled"]) }, f), f.Own())),
        ("file-upload", 15, [.. FieldOptions.Except(["value"]), "multiple"], f =>
            Drawn.By(Field(new FileUploadTag(T) { Multiple = Yes(f["multiple"]), Disabled = Yes(f["disabled"]) }, f), f.Own())),
        ("radios", 36, [.. ChoiceOptions, "value"], f => Drawn.By(Group(new RadiosTag(T) { Items = f.Each("items").Select(ChoiceOf), Value = f["value"] }, f), f.Own())),
        ("checkboxes", 31, [.. ChoiceOptions, "values[]", "items[].behaviour"], f => Drawn.By(
            Group(new CheckboxesTag(T) { Items = f.Each("items").Select(ChoiceOf), Chosen = f.Options["values"] is JsonArray held ? [.. held.Select(v => v!.ToString())] : null }, f), f.Own())),
        ("date-input", 9,
            ["id", "namePrefix", "hint.text", "errorMessage.text", "fieldset.legend.text", "fieldset.describedBy", "formGroup.classes", "classes", "attributes.*", "values.day", "values.month", "values.year"], f =>
            Drawn.By(new DateInputTag(T)
            {
                Id = f["id"], Name = f["namePrefix"] ?? "", Label = f["fieldset.legend.text"], Hint = f["hint.text"], Error = f["errorMessage.text"], DescribedBy = f["fieldset.describedBy"],
                GroupClass = f["formGroup.classes"], Day = f["values.day"], Month = f["values.month"], Year = f["values.year"],
            }, f.Own())),
        ("error-summary", 14, ["titleText", "descriptionText", "errorList[].text", "errorList[].href", "disableAutoFocus", "classes", "attributes.*"], f => Drawn.By(
            new ErrorSummaryTag(T)
            {
                Title = f["titleText"] ?? "", Description = f["descriptionText"], DisableAutoFocus = Maybe(f["disableAutoFocus"]),
                Problems = [.. f.Each("errorList").Select(e => new Problem(Fixture.Value(e, "text") ?? "", Fixture.Value(e, "href")))],
            }, f.Own())),
        ("details", 9, ["summaryText", "text", "html", "id", "open", "classes", "attributes.*"], f =>
            Drawn.By(new DetailsTag { Summary = f["summaryText"]!, Open = Yes(f["open"]) }, f.Own("id"), f["html"], f["text"])),
        ("tag", 12, ["text", "html", "classes", "attributes.*"], f => Drawn.By(new TagTag(), f.Own(), f["html"], f["text"])),
        ("inset-text", 6, ["text", "html", "id", "classes", "attributes.*"], f => Drawn.By(new InsetTag(), f.Own("id"), f["html"], f["text"])),
        ("warning-text", 8, ["text", "html", "iconFallbackText", "classes", "attributes.*"], f => Drawn.By(new WarningTag(T) { Spoken = f["iconFallbackText"] }, f.Own(), f["html"], f["text"])),
        ("back-link", 7, ["text", "html", "href", "classes", "attributes.*"], f => Drawn.By(new BackLinkTag(T) { Href = f["href"] ?? "#" }, f.Own(), f["html"], f["text"])),
        ("notification-banner", 20, ["text", "html", "type", "titleText", "titleId", "titleHeadingLevel", "role", "disableAutoFocus", "classes", "attributes.*"], f => Drawn.By(
            new NotificationTag(T)
            {
                Success = f["type"] == "success", Text = f["text"], Title = f["titleText"], TitleId = f["titleId"] ?? "govuk-notification-banner-title",
                TitleLevel = Whole(f["titleHeadingLevel"]) ?? 2, Role = f["role"], DisableAutoFocus = Maybe(f["disableAutoFocus"]),
            }, f.Own(), f["html"])),
        ("breadcrumbs", 10, ["items[].text", "items[].href", "labelText", "collapseOnMobile", "classes", "attributes.*"], f => Drawn.By(
            new BreadcrumbsTag(T)
            {
                Label = f["labelText"], Collapse = Yes(f["collapseOnMobile"]), Items = [.. f.Each("items").Select(i => new Crumb(Fixture.Value(i, "text")!, Fixture.Value(i, "href")))],
            }, f.Own())),
        ("tabs", 10, ["items[].label", "items[].id", "items[].panel.html", "items[].panel.text", "title", "id", "classes", "attributes.*"], f => f.Each("items").Any(i => i["id"] is null) ? null
            : Drawn.By(new TabsTag(T) { Title = f["title"] }, f.Own("id"), null, null, f.Each("items").Select(i => ((Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper)
                new TabTag { Id = Fixture.Value(i, "id")!, Label = Fixture.Value(i, "label")! }, (string?)(Fixture.Value(i, "panel.html") ?? $"<p class=\"govuk-body\">{Encoded(Fixture.Value(i, "panel.text"))}</p>"), (string?)null)))),
        ("summary-list", 12,
            [
                "rows[]", "rows[].key.text", "rows[].value.text", "rows[].value.html", "rows[].classes", "rows[].actions.items[].href", "rows[].actions.items[].text",
                "rows[].actions.items[].visuallyHiddenText", "classes", "attributes.*",
            ], f => f.Each("rows").Any(r => r["actions"]?["items"] is JsonArray { Count: 0 }) ? null
            : Drawn.By(new SummaryListTag(), f.Own(), null, null, f.Each("rows").Select(r => ((Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper)
                new FactTag { Key = Fixture.Value(r, "key.text")!, Actions = [.. ActionsOf(r)] }, (string?)(Fixture.Value(r, "value.html") ?? Encoded(Fixture.Value(r, "value.text"))), Fixture.Value(r, "classes"))))),
        ("pagination", 5, ["previous.href", "next.href", "items[].number", "items[].href", "items[].current", "items[].ellipsis", "classes", "attributes.*"], Pages),
    ];

    public static IEnumerable<TheoryDataRow<string>> Components() => Patterns.Select(p => new TheoryDataRow<string>(p.Component));

    [Theory]
    [MemberData(nameof(Components))]
    public void Draws_what_GOV_UK_Frontend_draws(string component)
    {
        var (_, atLeast, options, draw) = Patterns.Single(p => p.Component == component);
        var same = 0;
        foreach (var fixture in Fixture.Of(component).Where(f => f.AsksOnlyFor(options)))
        {
            if (draw(fixture) is { } drawn)
            {
                Dom.Normal(drawn).ShouldBe(Dom.Normal(fixture.Html), $"{component}: {fixture.Name}");
                same++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{component}: {same} examples drawn the same");
        same.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    private static string? Pages(Fixture f)
    {
        // Ours are made from a number and a count: only examples that show what ours would are compared.
        var items = f.Each("items").ToList();
        var numbers = items.Select(i => Whole(Fixture.Value(i, "number")) ?? 0).ToList();
        var current = items.Find(i => Yes(Fixture.Value(i, "current")));
        if (current is null || !numbers.SequenceEqual(PaginationTag.Shown(Whole(Fixture.Value(current, "number"))!.Value, numbers[^1])))
        {
            return null;
        }

        // There, the steps back and on have addresses of their own; ours are those of the pages that they lead to.
        var page = Whole(Fixture.Value(current, "number"))!.Value;
        if (f.Has("previous.href") != page > 1 || f.Has("next.href") != page < numbers[^1])
        {
            return null;
        }

        var drawn = Drawn.By(new PaginationTag(T) { Page = page, Of = numbers[^1], Href = n => numbers.Contains(n) ? Fixture.Value(items[numbers.IndexOf(n)], "href")! : "#" }, f.Own());
        return Step("next").Replace(Step("prev").Replace(drawn, $"href=\"{f["previous.href"]}\" rel=\"prev\""), $"href=\"{f["next.href"]}\" rel=\"next\"");
    }

    private static Regex Step(string which) => new($"href=\"[^\"]*\" rel=\"{which}\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static Field Field(Field field, Fixture f)
    {
        (field.Name, field.Id, field.Label, field.LabelClass, field.LabelIsHeading) = (f["name"], f["id"], f["label.text"], f["label.classes"], Yes(f["label.isPageHeading"]));
        (field.Hint, field.Error, field.DescribedBy, field.GroupClass) = (f["hint.text"], f["errorMessage.text"], f["describedBy"], f["formGroup.classes"]);
        return field;
    }

    private static Choices Group(Choices field, Fixture f)
    {
        (field.Name, field.Id, field.Label, field.LabelClass) = (f["name"], f["idPrefix"], f["fieldset.legend.text"], f["fieldset.legend.classes"]);
        (field.LabelIsHeading, field.Hint, field.Error) = (Yes(f["fieldset.legend.isPageHeading"]), f["hint.text"], f["errorMessage.text"]);
        (field.DescribedBy, field.GroupClass) = (f["fieldset.describedBy"], f["formGroup.classes"]);
        return field;
    }

    private static Choice ChoiceOf(JsonObject item) => Fixture.Value(item, "divider") is { } word ? Choice.Divider(word)
        : new Choice(Fixture.Value(item, "value"), Fixture.Value(item, "text") ?? "")
        {
            Id = Fixture.Value(item, "id"),
            Hint = Fixture.Value(item, "hint.text"),
            Disabled = Yes(Fixture.Value(item, "disabled")),
            Chosen = Maybe(Fixture.Value(item, "checked") ?? Fixture.Value(item, "selected")),
            Exclusive = Fixture.Value(item, "behaviour") == "exclusive",
            Conditional = Fixture.Value(item, "conditional.html") is { Length: > 0 } html and not "false" ? new HtmlString(html) : null,
        };

    private static IEnumerable<FactAction> ActionsOf(JsonObject row) => row["actions"]?["items"]?.AsArray().OfType<JsonObject>()
        .Select(a => new FactAction(Fixture.Value(a, "text") ?? "", Fixture.Value(a, "href")!, Fixture.Value(a, "visuallyHiddenText"))) ?? [];

    private static string? Encoded(string? text) => text is null ? null : System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text);

    private static bool Yes(string? value) => value == "true";

    private static bool? Maybe(string? value) => value is null ? null : Yes(value);

    private static int? Whole(string? value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
