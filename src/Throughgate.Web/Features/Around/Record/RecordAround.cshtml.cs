using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Around.Record;

/// <summary>Somebody around a young person: who, how they are reached, and whether they may be. With a key: correct, end or take out.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordAroundPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Relation { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? HowToReach { get; set; }

    [BindProperty]
    public bool Parental { get; set; }

    [BindProperty]
    public bool NotToBeContacted { get; set; }

    [BindProperty]
    public string? WhyNot { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>"out" takes the row out as a mistake.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public Person Person { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    public Conflict? Conflict { get; private set; }

    public string Back => $"/young-people/{Person.Id}/people";

    public IEnumerable<Choice> KindChoices => Kinds.All.Select(k => new Choice(k.Code, words[k.Called].ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, string? kind, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        Kind = kind;
        if (held is not null)
        {
            (Kind, Name, Relation, Phone, Email, HowToReach) = (held.Kind, held.Name, held.Relation, held.Phone, held.Email, held.HowToReach);
            (Parental, NotToBeContacted, WhyNot, To, Version) = (held.HasParentalResponsibility, held.NotToBeContacted, held.WhyNot, held.ToOn, held.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (held is not null && held.Version != Version)
        {
            return Both(held);
        }

        if (held is not null && Do == "out")
        {
            held.Void(Version);
            await db.SaveAsync(actor, time, new PersonAroundVoided(held.Id, held.Kind, held.Name) { PersonId = id });
            return LocalRedirect(Back);
        }

        if (!IsWhole())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var was = held is null ? null : Cells.Of(held);
        if (held is null)
        {
            held = new PersonAround { PersonId = id, Kind = Kind!, Name = Name!, FromOn = london.Today };
            db.Add(held);
        }
        else
        {
            held.Correct(Version);
        }

        (held.Kind, held.Name, held.Relation, held.Phone, held.Email, held.HowToReach) = (Kind!, Name!.Trim(), Relation.OrNothing(), Phone.OrNothing(), Email.OrNothing(), HowToReach.OrNothing());
        (held.HasParentalResponsibility, held.NotToBeContacted, held.WhyNot, held.ToOn) = (Parental, NotToBeContacted, NotToBeContacted ? WhyNot.OrNothing() : null, To);
        HistoryEvent happened = was is null
            ? new PersonAroundRecorded(held.Id, held.Kind, held.Name, held.NotToBeContacted) { PersonId = id }
            : new PersonAroundCorrected(held.Id, held.Kind, held.Name, was, Cells.Of(held)) { PersonId = id };
        await db.SaveAsync(actor, time, happened);
        return LocalRedirect(Back);
    }

    private async Task<(bool Found, PersonAround? Held)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return (false, null);
        }

        var held = row is null ? null : await visible.OfPerson<PersonAround>(id).FirstOrDefaultAsync(a => a.Id == row, cancel);
        (Person, IsCorrection) = (person, held is not null);
        return (row is null || held is not null, held);
    }

    private bool IsWhole()
    {
        ModelState.Must(Kinds.All.Any(k => k.Code == Kind), nameof(Kind), Words.Key("Choose who they are to the young person"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter a name of at most 200 characters"));
        ModelState.Must(string.IsNullOrWhiteSpace(Email) || Email.Contains('@', StringComparison.Ordinal), nameof(Email), Words.Key("An e-mail address has an @ in it, like name@example.org"));
        ModelState.Must(!NotToBeContacted || !string.IsNullOrWhiteSpace(WhyNot), nameof(WhyNot), Words.Key("Say why they may not be contacted, so that nobody does it by mistake"));
        foreach (var (field, text) in new[] { (nameof(Relation), Relation), (nameof(Phone), Phone), (nameof(Email), Email), (nameof(HowToReach), HowToReach), (nameof(WhyNot), WhyNot) })
        {
            ModelState.Must((text?.Length ?? 0) <= 1000, field, Words.Key("Write at most 1,000 characters"));
        }

        return ModelState.ErrorCount == 0;
    }

    private PageResult Both(PersonAround theirs)
    {
        Conflict = Conflict.Between(
            null,
            new(words["Name"], Name.OrNothing(), theirs.Name),
            new(words["Relation (optional)"], Relation.OrNothing(), theirs.Relation),
            new(words["Telephone (optional)"], Phone.OrNothing(), theirs.Phone),
            new(words["E-mail (optional)"], Email.OrNothing(), theirs.Email),
            new(words["When and how to reach them (optional)"], HowToReach.OrNothing(), theirs.HowToReach),
            new(words["May not be contacted, or told anything"], YesNo(NotToBeContacted), YesNo(theirs.NotToBeContacted))
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string YesNo(bool yes) => yes ? words["Yes"] : words["No"];
}
