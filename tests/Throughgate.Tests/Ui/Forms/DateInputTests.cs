using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Primitives;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Ui.Forms;

public sealed class DateInputTests
{
    private static readonly Words T = new(Vocabulary.Embedded, Words.English);

    [Theory]
    [InlineData("4", "5", "2010")]
    [InlineData(" 04 ", "05", "2010")]
    [InlineData("4", "May", "2010")]
    [InlineData("4", "mai", "2010")]
    public async Task Three_fields_make_a_day(string day, string month, string year) =>
        (await Bind<DateOnly?>(("On-day", day), ("On-month", month), ("On-year", year))).Day.ShouldBe(new DateOnly(2010, 5, 4));

    [Theory]
    [InlineData("30", "2", "2010", "On-day", "There is no such day in February 2010")]
    [InlineData("29", "2", "2100", "On-day", "There is no such day in February 2100")]
    [InlineData("0", "2", "2010", "On-day", "There is no such day in February 2010")]
    [InlineData("x", "2", "2010", "On-day", "There is no such day in February 2010")]
    [InlineData("1", "13", "2010", "On-month", "The month must be a number from 1 to 12, or its name")]
    [InlineData("1", "Ma", "2010", "On-month", "The month must be a number from 1 to 12, or its name")]
    [InlineData("1", "5", "10", "On-year", "The year must have 4 figures, like 2010")]
    [InlineData("", "5", "2010", "On-day", "The date must include a day")]
    [InlineData("1", "", "2010", "On-month", "The date must include a month")]
    [InlineData("1", "5", " ", "On-year", "The date must include a year")]
    public async Task What_is_wrong_is_said_of_the_field_that_is_wrong(string day, string month, string year, string field, string message)
    {
        var (found, state) = await Bind<DateOnly?>(("On-day", day), ("On-month", month), ("On-year", year));
        found.ShouldBeNull();
        state.Where(s => s.Value!.Errors.Count > 0).Select(s => (s.Key, s.Value!.Errors[0].ErrorMessage)).ShouldBe([(field, message)]);
    }

    [Fact]
    public async Task Nothing_entered_is_no_day_where_one_may_be_left_out_and_an_error_where_not()
    {
        var (day, state) = await Bind<DateOnly?>(("On-day", ""), ("On-month", ""), ("On-year", ""));
        (day, state.IsValid).ShouldBe((null, true));
        (await Bind<DateOnly>(("On-day", ""), ("On-month", ""), ("On-year", ""))).State["On-day"]!.Errors[0].ErrorMessage.ShouldBe("Enter a date");
    }

    [Theory]
    [InlineData("2010-09-15", true)]
    [InlineData("2010-02-29", false)]
    [InlineData("15/09/2010", false)]
    public async Task An_address_has_a_day_in_one_piece(string value, bool good)
    {
        var (day, state) = await Bind<DateOnly?>(("On", value));
        (day is not null, state.ErrorCount == 0).ShouldBe((good, good));
    }

    [Fact]
    public async Task What_was_typed_stands_there_again_with_its_error_and_the_summary_leads_to_it()
    {
        var (_, state) = await Bind<DateOnly?>(("On-day", "30"), ("On-month", "2"), ("On-year", "2010"));
        var view = new ViewContext { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), state) };
        var field = Dom.Normal(Drawn.By(new DateInputTag(T) { Name = "On", View = view, Label = "When?" }));
        field.ShouldContain("id=\"On-error\"");
        field.ShouldContain("<input class=\"govuk-date-input__input govuk-input govuk-input--error govuk-input--width-2\" id=\"On-day\"");
        field.ShouldContain("<input class=\"govuk-date-input__input govuk-input govuk-input--width-2\" id=\"On-month\"");
        field.ShouldContain("value=\"30\"");
        var summary = Dom.Normal(Drawn.By(new ErrorSummaryTag(T) { View = view }));
        summary.ShouldContain("<a href=\"#On-day\">");
        Drawn.By(new ErrorSummaryTag(T) { View = new ViewContext { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) } }).ShouldBeEmpty();
    }

    private static async Task<(DateOnly? Day, ModelStateDictionary State)> Bind<TDay>(params (string Name, string Value)[] form)
    {
        var values = new FormValueProvider(BindingSource.Form, new FormCollection(form.ToDictionary(f => f.Name, f => new StringValues(f.Value))), CultureInfo.InvariantCulture);
        var context = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = new DefaultHttpContext() },
            ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(TDay)),
            ModelName = "On",
            FieldName = "On",
            ModelState = new ModelStateDictionary(),
            ValueProvider = values,
            ValidationState = new ValidationStateDictionary(),
        };
        await new DateInputBinder(T).BindModelAsync(context);
        return (context.Result.Model as DateOnly?, context.ModelState);
    }
}
