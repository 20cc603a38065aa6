namespace Throughgate.Tests.Build;

/// <summary>Filling in and sending a page's own form, as somebody in a browser does.</summary>
public static class Forms
{
    /// <summary>Opens a page, fills the fields named into its form (the first of its main part), and sends it to the same address.</summary>
    public static async Task<TestAnswer> FillAsync(this TestBrowser browser, string path, params (string Field, string? Value)[] fields)
    {
        var page = await browser.GetAsync(path);
        page.Status.ShouldBe(200, $"{path}: {page.Body}");
        return await browser.SendAgainAsync(page, path, fields);
    }

    /// <summary>Fills the form of a page already open and sends it. A null value leaves the field out.</summary>
    public static Task<TestAnswer> SendAgainAsync(this TestBrowser browser, TestAnswer page, string path, params (string Field, string? Value)[] fields)
    {
        var form = page.MainForm();
        foreach (var (field, value) in fields)
        {
            if (value is null)
            {
                form.Remove(field);
            }
            else
            {
                form[field] = value;
            }
        }

        return browser.PostAsync(path, form);
    }

    /// <summary>A day in the three fields of a date input.</summary>
    public static (string, string?)[] Day(string field, string day) =>
        day.Split('-') is [var year, var month, var date] ? [($"{field}-day", date), ($"{field}-month", month), ($"{field}-year", year)] : throw new FormatException(day);
}
