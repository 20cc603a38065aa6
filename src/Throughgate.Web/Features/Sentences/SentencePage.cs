using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences;

/// <summary>What every page about one sentence shares: whose it is, the dates that change, and how a problem is told in its field.</summary>
public abstract class SentencePage(Visible visible, London london, Words words) : PageModel
{
    /// <summary>The longest text of a note, and of who said something.</summary>
    private const int LongestNote = 2000;
    private const int LongestName = 200;

    /// <summary>Of the sentence, as this page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Followed for changes.</summary>
    public Sentence Sentence { get; private set; } = null!;

    public Conflict? Conflict { get; protected set; }

    public string PersonName => $"{Person.FirstName} {Person.LastName}";

    public string Back => $"/young-people/{Person.Id}/sentences";

    public DateOnly Today => london.Today;

    public bool IsCustodial => Sentence.Kind == "custodial";

    protected Visible Visible => visible;

    protected Words Words => words;

    protected async Task<bool> FindPersonAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        return true;
    }

    protected async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindPersonAsync(id, cancel) || await visible.SentenceAsync(id, row, cancel) is not { } sentence)
        {
            return false;
        }

        Sentence = sentence;
        return true;
    }

    /// <summary>The newest value of a date that changes; null where none was ever recorded.</summary>
    protected Task<SentenceDate?> NewestAsync(string what, CancellationToken cancel) =>
        visible.OfSentence<SentenceDate>(Sentence.Id).Where(d => d.What == what).OrderByDescending(d => d.Position).FirstOrDefaultAsync(cancel);

    protected void Must(bool holds, string field, string problem)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, problem);
        }
    }

    /// <summary>A day that must be given and may not be before the first nor after the last day; told in the field of its day.</summary>
    protected void MustBe(DateOnly? day, string field, string missing, DateOnly? notBefore, string tooEarly, bool notAfterToday = true)
    {
        var told = ModelState.Where(m => m.Key.StartsWith(field + "-", StringComparison.Ordinal)).Any(m => m.Value!.Errors.Count > 0);
        Must(day is not null || told, $"{field}-day", missing);
        Must(!(day < notBefore), $"{field}-day", tooEarly);
        Must(!notAfterToday || !(day > Today), $"{field}-day", Words.Key("This day is still to come. Enter today or a day before"));
    }

    protected void MustBeShort(string? text, string field, bool isName = false) =>
        Must((text?.Length ?? 0) <= (isName ? LongestName : LongestNote), field, isName ? Words.Key("This is longer than 200 characters: shorten it") : Words.Key("This is longer than 2,000 characters: shorten it"));

    protected PageResult Refused(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    protected static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();

    protected string Shown(DateOnly? day) => day is { } known ? new Days(words).Short(known) : words["not known"];

    /// <summary>The establishments to choose from, after an empty first answer.</summary>
    public IReadOnlyList<Choice> Places =>
        [new("", words["Not known"].ToString()), .. Reference.Instance.Establishments.Values.OrderBy(e => e.Called, StringComparer.Ordinal).Select(e => new Choice(e.Value, e.Name))];
}
