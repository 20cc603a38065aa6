using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Export;

/// <summary>One's scheme's caseload as a .zip. Who took it, and everybody in it, is on record before it goes out.</summary>
[Needs(Permission.Export)]
[Fresh("What leaves the program is out of its hands")]
[Repeatable("Taking a copy changes nothing; each is on record")]
public sealed class TakeCaseloadPage(Connection database, Visible visible, Actor actor, London london, TimeProvider time, Seen seen) : PageModel
{
    /// <summary>Most young people in one file; more are taken out on the command line, by whoever runs the site.</summary>
    public const int Most = Ui.TakingAway.TakingAwayAnswer.Most;

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    public string SchemeName => Reference.Instance.Schemes[actor.Scheme!].Name;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Must(Why.OrNothing() is { Length: <= 500 }, nameof(Why), Words.Key("Say what it is needed for, in at most 500 characters"));
        ModelState.Must(Recipient.OrNothing() is { Length: <= 200 }, nameof(Recipient), Words.Key("Say who will hold the file, in at most 200 characters"));
        var (scheme, now) = (actor.Scheme!, London.Civil(time.GetUtcNow()));
        var many = await visible.People.CountAsync(cancel);
        ModelState.Must(many <= Most, nameof(Why), Words.Key("There are more than 2,000 young people: whoever runs this site takes so many out on the command line"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"Taken by {actor.Name} on {now:d MMMM yyyy, HH:mm} for {Recipient!.Trim()}: {Why!.Trim()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var zip = new FileStream(Path.Combine(Path.GetTempPath(), $"throughgate-{Guid.CreateVersion7():N}.zip"), options);
        Response.RegisterForDispose(zip);
        seen.People(await new ExportCaseload(database, (await visible.HiddenAsync(cancel)).Union(await visible.UndisclosedAsync(cancel)).ToHashSet()).RunAsync(zip, scheme, mark, cancel));
        seen.Exported($"caseload of {scheme}");
        seen.Note("why", Why.Trim());
        seen.Note("recipient", Recipient.Trim());
        zip.Position = 0;
        return File(zip, "application/zip", $"caseload-{scheme}-{london.Today:yyyy-MM-dd}.zip");
    }
}
