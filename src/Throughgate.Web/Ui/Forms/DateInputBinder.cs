using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary>
/// Reads a day from the three fields of a date input (<c>Name-day</c>, <c>Name-month</c>, <c>Name-year</c>), or from one value as an address has it
/// (<c>?on=2010-09-15</c>). Errors stand under the field that is wrong, so that the error summary leads there. Nothing entered leaves a DateOnly? null.
/// </summary>
public sealed class DateInputBinder(Words words) : IModelBinder
{
    public static readonly IReadOnlyList<string> Parts = ["day", "month", "year"];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        // Three fields On-day, On-month, On-year are no prefix "On" to the framework, which then leaves the model's name empty.
        var name = bindingContext.ModelName.Length == 0 ? bindingContext.FieldName : bindingContext.ModelName;
        var whole = bindingContext.ValueProvider.GetValue(name);
        if (whole != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(name, whole);
            Whole(bindingContext, name, whole.FirstValue);
            return Task.CompletedTask;
        }

        var given = Parts.Select(part => bindingContext.ValueProvider.GetValue($"{name}-{part}")).ToArray();
        if (Array.TrueForAll(given, g => g == ValueProviderResult.None))
        {
            return Task.CompletedTask;
        }

        for (var i = 0; i < Parts.Count; i++)
        {
            bindingContext.ModelState.SetModelValue($"{name}-{Parts[i]}", given[i]);

            // Nothing else validates the parts, and what is not validated counts as invalid.
            bindingContext.ModelState.MarkFieldValid($"{name}-{Parts[i]}");
        }

        Three(bindingContext, name, [.. given.Select(g => (g.FirstValue ?? string.Empty).Trim())]);
        return Task.CompletedTask;
    }

    private void Whole(ModelBindingContext context, string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Nothing(context, name);
        }
        else if (DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            context.Result = ModelBindingResult.Success(day);
        }
        else
        {
            Wrong(context, name, words["A day is written like 2010-09-15: the year, the month, the day"]);
        }
    }

    private void Three(ModelBindingContext context, string name, string[] given)
    {
        if (Array.TrueForAll(given, g => g.Length == 0))
        {
            Nothing(context, $"{name}-{Parts[0]}");
            return;
        }

        string[] missing = [words["The date must include a day"], words["The date must include a month"], words["The date must include a year"]];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].Length == 0)
            {
                Wrong(context, $"{name}-{Parts[i]}", missing[i]);
            }
        }

        if (Array.Exists(given, g => g.Length == 0))
        {
            return;
        }

        var (day, month, year) = (Number(given[0]), MonthOf(given[1]), Number(given[2]));
        if (year is null or < 1900 or > 2199)
        {
            Wrong(context, $"{name}-year", words["The year must have 4 figures, like 2010"]);
        }
        else if (month is null or < 1 or > 12)
        {
            Wrong(context, $"{name}-month", words["The month must be a number from 1 to 12, or its name"]);
        }
        else if (day is null or < 1 || day > DateTime.DaysInMonth(year.Value, month.Value))
        {
            Wrong(context, $"{name}-day", words["There is no such day in {0}", new Days(words).Month(new DateOnly(year.Value, month.Value, 1))]);
        }
        else
        {
            context.Result = ModelBindingResult.Success(new DateOnly(year.Value, month.Value, day.Value));
        }
    }

    private void Nothing(ModelBindingContext context, string name)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
        }
        else
        {
            Wrong(context, name, words["Enter a date"]);
        }
    }

    private static void Wrong(ModelBindingContext context, string name, string message) => context.ModelState.TryAddModelError(name, message);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number, or a name in either language, whole or its first three letters or more.</summary>
    private static int? MonthOf(string text) => Number(text) ?? (text.Length < 3 ? null : MonthNamed(text));

    private static int? MonthNamed(string text)
    {
        for (var month = 1; month <= 12; month++)
        {
            if (Days.MonthNames(month).Any(n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase)))
            {
                return month;
            }
        }

        return null;
    }
}

/// <summary>Every DateOnly of a page is read by <see cref="DateInputBinder"/>.</summary>
public sealed class DateInputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateInputBinder(context.Services.GetRequiredService<Words>()) : null;
}
