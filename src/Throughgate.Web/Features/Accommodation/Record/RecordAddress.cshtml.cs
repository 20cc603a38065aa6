using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accommodation.Record;

/// <summary>A place to live: kind, days, whether it suits, and when it was confirmed and told. With an address's key: correct it.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordAddressPage(Visible visible, Db db, Actor actor, WorkingCalendar calendar, London london, TimeProvider time, Words words) : PageModel
{
    /// <summary>Longest street address, in characters.</summary>
    public const int LongestStreet = 500;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or <c>not_known</c>.</summary>
    [BindProperty]
    public string? Suitable { get; set; }

    [BindProperty]
    public DateOnly? ConfirmedOn { get; set; }

    [BindProperty]
    public DateOnly? ToldOn { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    /// <summary>Take the street address away.</summary>
    [BindProperty]
    public bool NoStreet { get; set; }

    /// <summary>Of the address that is corrected, as this page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    /// <summary>A street address is recorded; what it says is on a page of its own.</summary>
    public bool HasStreet { get; private set; }

    /// <summary>Addresses still to be confirmed or told: what somebody who adds one may really have come for.</summary>
    public IReadOnlyList<AccommodationRow> Unfinished { get; private set; } = [];

    public Conflict? Conflict { get; private set; }

    /// <summary>The kind of place can never be the address that somebody leaves custody for (REL-4).</summary>
    public bool NeverCounts => Type is not null && !AddressConfirmed.IsSuitable(new AccommodationSpell(default, Type, true, null, null));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, address) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (address is null)
        {
            Suitable = "not_known";
            From = await LeavesAsync(cancel) ?? london.Today;
        }
        else
        {
            (Type, From, To, ConfirmedOn, ToldOn, Version) = (address.Type, address.FromOn, address.ToOn, address.ConfirmedOn, address.ToldOn, address.Version);
            Suitable = address.Suitable switch { true => "yes", false => "no", null => "not_known" };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, address) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (Entry() is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var use = new RecordAddress(visible, db, actor, time);
        if (address is null)
        {
            await use.RunAsync(Of, entry);
        }
        else if (address.Version != Version)
        {
            return await BothAsync(address, entry.Said, cancel);
        }
        else
        {
            await use.CorrectAsync(Of, address, Version, entry);
        }

        return LocalRedirect(Of.Path + "#accommodation");
    }

    private async Task<(bool Found, AccommodationRow? Address)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var address = row is null ? null : await visible.RowAsync<AccommodationRow>(id, row.Value, cancel);
        if ((row is not null && address is null) || await visible.CaseAsync(id, address?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, IsCorrection) = (of, address is not null);
        HasStreet = address is not null && await visible.StreetAsync(of.Case.Id, address.Id, cancel) is not null;
        Unfinished = address is not null ? [] : await visible.OfCase<AccommodationRow>(of.Case.Id)
            .AsNoTracking()
            .Where(a => a.FromOn >= of.Sentence.SentencedOn && (a.ConfirmedOn == null || a.ToldOn == null) && (a.ToOn == null || a.ToOn >= london.Today))
            .OrderBy(a => a.FromOn)
            .ToListAsync(cancel);
        return (true, address);
    }

    /// <summary>The day they leave custody, while they are held: the first day of the address that most needs entering.</summary>
    private async Task<DateOnly?> LeavesAsync(CancellationToken cancel) =>
        (await db.CaseTodayAsync(Of, calendar, london.Today, Gather.None, cancel)).Leaves is { } leaves && leaves >= london.Today ? leaves : null;

    /// <summary>What was entered, or null with every problem told in its field.</summary>
    private AddressEntry? Entry()
    {
        ModelState.Must(Lists.Has("accommodation", Type), nameof(Type), Words.Key("Choose what kind of place it is"));
        ModelState.Must(Suitable is "yes" or "no" or "not_known", nameof(Suitable), Words.Key("Choose whether it is suitable; “not known” is an answer too"));
        ModelState.Must(From is not null || ModelState.Any(s => s.Key.StartsWith("From", StringComparison.Ordinal) && s.Value!.Errors.Count > 0), "From-day", Words.Key("Enter the first day"));
        ModelState.Must((Street?.Length ?? 0) <= LongestStreet, nameof(Street), Words.Key("The street address is longer than 500 characters: shorten it"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        var said = new AddressSaid(From!.Value, To, Type!, Suitable switch { "yes" => true, "no" => false, _ => null }, ConfirmedOn, ToldOn);
        foreach (var (field, problem) in RecordAddress.Problems(said, london.Today))
        {
            ModelState.AddModelError(field, problem);
        }

        return ModelState.ErrorCount > 0 ? null : new(said, string.IsNullOrWhiteSpace(Street) ? (NoStreet ? "" : null) : Street);
    }

    private async Task<IActionResult> BothAsync(AccommodationRow theirs, AddressSaid mine, CancellationToken cancel)
    {
        var held = RecordAddress.Said(theirs);
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            new(words["What kind of place is it?"], Label(mine.Type), Label(held.Type)),
            new(words["From"], Told(mine.From), Told(held.From)),
            new(words["To"], Told(mine.To), Told(held.To)),
            new(words["Suitable"], Answer(mine.Suitable), Answer(held.Suitable)),
            new(words["Confirmed"], Told(mine.ConfirmedOn), Told(held.ConfirmedOn)),
            new(words["Young person told"], Told(mine.ToldOn), Told(held.ToldOn))
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string Label(string? code) => words[Reference.Instance.Label("accommodation", code)];

    private string? Told(DateOnly? day) => day is { } d ? new Days(words).Short(d) : null;

    private string Answer(bool? answer) => answer switch { true => words["Yes"], false => words["No"], null => words["not known"] };
}
