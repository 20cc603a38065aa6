using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals.Details;

/// <summary>Who the young person is: names, birth date, gender, ethnicity, care, learning, parent, language.</summary>
[Needs(Permission.MendRecord)]
public sealed class CorrectDetailsPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PersonPage(london, words)
{
    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? LastName { get; set; }

    [BindProperty]
    public DateOnly? BornOn { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Ethnicity { get; set; }

    /// <summary>yes, no, or empty where it is not known; so the next two.</summary>
    [BindProperty]
    public string? LookedAfter { get; set; }

    [BindProperty]
    public string? Send { get; set; }

    [BindProperty]
    public string? IsParent { get; set; }

    [BindProperty]
    public string? FirstLanguage { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public IEnumerable<Choice> YesNo => [new("yes", Words["Yes"].ToString()), new("no", Words["No"].ToString()), new("", Words["Not known"].ToString())];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (FirstName, LastName, BornOn, Gender, Ethnicity) = (Person.FirstName, Person.LastName, Person.DateOfBirth, Person.Gender, Person.Ethnicity);
        (LookedAfter, Send, IsParent, FirstLanguage, Version) = (Said(Person.LookedAfter), Said(Person.Send), Said(Person.IsParent), Person.FirstLanguage, Person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        MustBeSomebody(FirstName, LastName, BornOn, Gender, Ethnicity);
        Must((FirstLanguage?.Length ?? 0) <= 100, nameof(FirstLanguage), Words.Key("This is longer than 100 characters: shorten it"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        var was = Cells(Person);
        if (Person.Version != Version)
        {
            var theirs = was;
            var mine = Filled(new Person { Reference = "", FirstName = "", LastName = "", SearchName = "", Gender = "", Ethnicity = "" });
            Conflict = Conflict.Between(null, Cells(mine).Select(c => new Differs(c.Key.Replace('_', ' '), c.Value, theirs[c.Key])));
            ModelState.Remove(nameof(Version));
            Version = Person.Version;
            return Refused(StatusCodes.Status409Conflict);
        }

        Person.Correct(Version);
        var now = Cells(Filled(Person));
        var differ = now.Where(c => c.Value != was[c.Key]).Select(c => c.Key).ToList();
        await db.SaveAsync(actor, time, new DetailsCorrected(differ.ToDictionary(k => k, k => was[k]), differ.ToDictionary(k => k, k => now[k])) { PersonId = id });
        return LocalRedirect($"/young-people/{id}");
    }

    private Person Filled(Person person)
    {
        (person.FirstName, person.LastName, person.DateOfBirth, person.Gender, person.Ethnicity) = (FirstName!.Trim(), LastName!.Trim(), BornOn!.Value, Gender!, Ethnicity!);
        (person.LookedAfter, person.Send, person.IsParent) = (Read(LookedAfter), Read(Send), Read(IsParent));
        person.FirstLanguage = FirstLanguage.OrNothing();
        person.SearchName = Names.Search(person.FirstName, person.LastName);
        return person;
    }

    private static Dictionary<string, string?> Cells(Person person) =>
        new(StringComparer.Ordinal)
        {
            ["first_name"] = person.FirstName,
            ["last_name"] = person.LastName,
            ["date_of_birth"] = person.DateOfBirth.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["gender"] = Reference.Instance.Label("gender", person.Gender),
            ["ethnicity"] = Reference.Instance.Label("ethnicity", person.Ethnicity),
            ["looked_after"] = Said(person.LookedAfter),
            ["send"] = Said(person.Send),
            ["is_parent"] = Said(person.IsParent),
            ["first_language"] = person.FirstLanguage ?? "",
        };

    private static string Said(bool? known) => known switch { true => "yes", false => "no", _ => "" };

    private static bool? Read(string? said) => said switch { "yes" => true, "no" => false, _ => null };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is null || await visible.People.FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        return true;
    }
}
