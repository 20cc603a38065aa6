using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals;

/// <summary>What the pages about who somebody is share: how a problem is told in its field, and the lists to choose from.</summary>
public abstract class PersonPage(London london, Words words) : PageModel
{
    /// <summary>Nobody on a caseload was born before; the bundle says the same.</summary>
    private static readonly DateOnly EarliestBirth = new(1980, 1, 1);

    public DateOnly Today => london.Today;

    protected Words Words => words;

    public IReadOnlyList<Choice> YotsAsked =>
        [
            new("", words["Choose one"].ToString()),
            .. Reference.Instance.Yots.Values.OrderBy(y => y.Name, StringComparer.Ordinal).Select(y => new Choice(y.Value, y.Name)),
            new(Yots.Elsewhere, words["Elsewhere"].ToString()),
        ];

    protected void Must(bool holds, string field, string problem)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, problem);
        }
    }

    /// <summary>A day that must be given and has come, not before the earliest; told in the field of its day.</summary>
    protected void MustBe(DateOnly? day, string field, string missing, DateOnly? notBefore = null, string? tooEarly = null)
    {
        var told = ModelState.Where(m => m.Key.StartsWith(field + "-", StringComparison.Ordinal)).Any(m => m.Value!.Errors.Count > 0);
        Must(day is not null || told, $"{field}-day", missing);
        Must(!(day > Today), $"{field}-day", Words.Key("This day is still to come. Enter today or a day before"));
        Must(tooEarly is null || !(day < notBefore), $"{field}-day", tooEarly ?? "");
    }

    protected void MustBeSomebody(string? first, string? last, DateOnly? born, string? gender, string? ethnicity)
    {
        Must(!string.IsNullOrWhiteSpace(first) && first.Length <= 100, "FirstName", Words.Key("Enter the first name (at most 100 characters)"));
        Must(!string.IsNullOrWhiteSpace(last) && last.Length <= 100, "LastName", Words.Key("Enter the last name (at most 100 characters)"));
        MustBe(born, "BornOn", Words.Key("Enter the date of birth"), EarliestBirth, Words.Key("A date of birth is on or after 1 January 1980"));
        Must(Lists.Has("gender", gender), "Gender", Words.Key("Choose the gender, or “Not known”"));
        Must(Lists.Has("ethnicity", ethnicity), "Ethnicity", Words.Key("Choose the ethnicity, or that it is not stated"));
    }

    protected static bool IsYot(string? yot) => yot is not null && (yot == Yots.Elsewhere || Reference.Instance.Yots.ContainsKey(yot));

    protected PageResult Refused(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }
}
