using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Consortia.List;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Consortia.Show;

/// <summary>One consortium: which schemes are in it, with their YOTs, from when and until when. What changes here changes at once whose counts its members see.</summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may see whose counts")]
public sealed class ConsortiumPage(Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    /// <summary>join, leave or rename.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Scheme { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary>Which stay of a scheme gets the last day.</summary>
    [BindProperty]
    public Guid? End { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Consortium Consortium { get; private set; } = null!;

    /// <summary>Those that are in it or were, by name and day.</summary>
    public IReadOnlyList<ConsortiumScheme> Rows { get; private set; } = [];

    public IEnumerable<Choice> Open =>
        Rows.Where(r => r.ToOn is null || r.ToOn >= london.Today).Select(r => new Choice(r.Id.ToString(), words["{0}, from {1}", NameOf(r.Scheme), new Days(words).Plain(r.FromOn)]));

    public IEnumerable<Choice> Choices =>
        Reference.Instance.Schemes.Values.OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => new Choice(s.Value, s.Name)).Prepend(new Choice("", words["Choose one"]));

    public static string NameOf(string scheme) => Reference.Instance.Schemes.TryGetValue(scheme, out var known) ? known.Name : scheme;

    public static string YotsOf(string scheme) =>
        string.Join(", ", Reference.Instance.Yots.Values.Where(y => y.Scheme == scheme).Select(y => y.Name).Order(StringComparer.CurrentCulture));

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        (From, Name) = (london.Today, Consortium.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        HistoryEvent? happened = Do switch
        {
            "join" => Join(),
            "leave" => Leave(),
            _ => await RenameAsync(cancel),
        };
        if (happened is null || ModelState.ErrorCount > 0)
        {
            Name ??= Consortium.Name;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await db.SaveAsync(actor, time, happened);
        return LocalRedirect($"/consortia/{row}");
    }

    private SchemeJoined? Join()
    {
        ModelState.Must(Scheme is not null && Reference.Instance.Schemes.ContainsKey(Scheme), nameof(Scheme), Words.Key("Choose the scheme"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        ModelState.Must(To is null || From is null || To >= From, "To-day", Words.Key("It ends before it begins"));
        var twice = Rows.Any(r => r.Scheme == Scheme && (To is null || r.FromOn <= To) && (r.ToOn is null || r.ToOn >= From));
        ModelState.Must(!twice, nameof(Scheme), Words.Key("The scheme is in it on those days already"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        db.Add(new ConsortiumScheme { ConsortiumId = Consortium.Id, Scheme = Scheme!, FromOn = From!.Value, ToOn = To });
        return new(Consortium.Id, Consortium.Name, Scheme!, From.Value, To);
    }

    private SchemeLeft? Leave()
    {
        var stay = Rows.FirstOrDefault(r => r.Id == End && (r.ToOn is null || r.ToOn >= london.Today));
        ModelState.Must(stay is not null, nameof(End), Words.Key("Choose which scheme leaves"));
        ModelState.Must(Last is null || stay is null || Last >= stay.FromOn, "Last-day", Words.Key("It ends before it begins"));
        if (stay is null || ModelState.ErrorCount > 0)
        {
            return null;
        }

        var left = new SchemeLeft(Consortium.Id, Consortium.Name, stay.Scheme, Last, stay.ToOn);
        stay.ToOn = Last;
        return left;
    }

    private async Task<ConsortiumRenamed?> RenameAsync(CancellationToken cancel)
    {
        var name = Name?.Trim() ?? "";
        ModelState.Must(name.Length is > 0 and <= ConsortiaPage.LongestName, nameof(Name), Words.Key("Give it a name of at most 120 characters"));
        ModelState.Must(!await db.Set<Consortium>().AnyAsync(c => c.Id != Consortium.Id && c.Name == name, cancel), nameof(Name), Words.Key("There is a consortium of that name: open it in the list"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        var renamed = new ConsortiumRenamed(Consortium.Id, name, Consortium.Name);
        Consortium.Name = name;
        return renamed;
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await db.Set<Consortium>().FirstOrDefaultAsync(c => c.Id == row, cancel) is not { } found)
        {
            return false;
        }

        Consortium = found;
        var rows = await db.Set<ConsortiumScheme>().Where(s => s.ConsortiumId == row).ToListAsync(cancel);
        Rows = [.. rows.OrderBy(r => NameOf(r.Scheme), StringComparer.CurrentCulture).ThenBy(r => r.FromOn)];
        return true;
    }
}
