using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges.Join;

/// <summary>Both records side by side; which one stays, which values hold, and why they are one person.</summary>
[Needs(Permission.MendRecord)]
public sealed class JoinRecordsPage(Visible visible, Db db, Actor actor, TimeProvider time, Words words) : PageModel
{
    public const string This = "this";
    public const string Other = "other";
    public const string Residence = "residence";

    /// <summary>this or other.</summary>
    [BindProperty]
    public string? Stays { get; set; }

    /// <summary>For each field that differs: this or other.</summary>
    [BindProperty]
    public Dictionary<string, string?> Holds { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of both records, as the page was opened on them.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int OtherVersion { get; set; }

    public Side One { get; private set; } = null!;

    public Side Two { get; private set; } = null!;

    public IReadOnlyList<PersonField> Differing => [.. PersonField.All.Where(f => f.Read(One.Person) != f.Read(Two.Person))];

    /// <summary>Both have lived somewhere on the same days: one record's residences must give way.</summary>
    public bool ResidencesFallTogether => One.Residences.Any(o => Two.Residences.Any(t => o.Days().Overlaps(t.Days())));

    /// <summary>Sentences of the same type and day on both records.</summary>
    public IEnumerable<Sentence> Doubled => One.Sentences.Where(o => Two.Sentences.Any(t => t.Type == o.Type && t.SentencedOn == o.SentencedOn));

    public bool BothOpen => One.Cases.Any(IsOpenHere) && Two.Cases.Any(IsOpenHere);

    /// <summary>Other schemes with a programme of one of the records: they see the whole of what stays.</summary>
    public IEnumerable<string> Elsewhere => One.Cases.Concat(Two.Cases).Where(c => c.Scheme != actor.Scheme).Select(Side.SchemeOf).Distinct(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        (Version, OtherVersion) = (One.Person.Version, Two.Person.Version);
        foreach (var field in Differing.Where(f => f.IsKnown(One.Person) != f.IsKnown(Two.Person)))
        {
            Holds[field.Name] = field.IsKnown(One.Person) ? This : Other;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        if ((Version, OtherVersion) != (One.Person.Version, Two.Person.Version))
        {
            ModelState.Remove(nameof(Version));
            ModelState.Remove(nameof(OtherVersion));
            (Version, OtherVersion) = (One.Person.Version, Two.Person.Version);
            ModelState.AddModelError("", Words.Key("Somebody changed one of the records while you were here. Look at both again, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        ModelState.Must(Stays is This or Other, nameof(Stays), Words.Key("Choose which record stays"));
        foreach (var field in Differing)
        {
            ModelState.Must(Chosen(field.Name) is This or Other, $"Holds[{field.Name}]", words["{0}: choose which of the two holds", words[field.Label]].ToString());
        }

        ModelState.Must(!ResidencesFallTogether || Chosen(Residence) is This or Other, $"Holds[{Residence}]", words["{0}: choose which of the two holds", words["Usual residence"]].ToString());
        ModelState.Must(Reason.OrNothing() is { Length: <= 2000 }, nameof(Reason), Words.Key("Say how you know that they are one person (at most 2,000 characters)"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var stays = Stays == This ? One.Person : Two.Person;
        var given = Stays == This ? Other : This;
        var joining = new Joining(
            stays,
            Stays == This ? Two.Person : One.Person,
            Differing.Select(f => f.Name).Where(n => Chosen(n) == given).ToHashSet(StringComparer.Ordinal),
            Chosen(Residence) == given,
            Reason.OrNothing()!
        );
        await new JoinRecords(db, actor, time).RunAsync(joining, joining.Stays.Version, joining.Other.Version, cancel);
        return LocalRedirect($"/young-people/{stays.Id}");
    }

    public string? Chosen(string field) => Holds.GetValueOrDefault(field);

    private bool IsOpenHere(Case kase) => kase.Scheme == actor.Scheme && kase.ClosedOn is null;

    private async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (id == row || await Side.ReadAsync(visible, actor.Scheme ?? "", words, id, cancel) is not { } one || await Side.ReadAsync(visible, actor.Scheme ?? "", words, row, cancel) is not { } two)
        {
            return false;
        }

        (One, Two) = (one, two);
        return true;
    }
}
