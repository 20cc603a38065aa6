using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Caseload.Export;

/// <summary>One's scheme's caseload as a .zip. Who took it, and everybody in it, is on record before it goes out.</summary>
[Needs(Permission.Export)]
[Repeatable("Taking a copy changes nothing; each is on record")]
public sealed class TakeCaseloadPage(Connection database, Visible visible, Actor actor, London london, Seen seen) : PageModel
{
    public string SchemeName => Reference.Instance.Schemes[actor.Scheme!].Name;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var zip = new FileStream(Path.Combine(Path.GetTempPath(), $"throughgate-{Guid.CreateVersion7():N}.zip"), options);
        Response.RegisterForDispose(zip);
        seen.People(await new ExportCaseload(database, (await visible.HiddenAsync(cancel)).Union(await visible.UndisclosedAsync(cancel)).ToHashSet()).RunAsync(zip, scheme, cancel));
        seen.Exported($"caseload of {scheme}");
        zip.Position = 0;
        return File(zip, "application/zip", $"caseload-{scheme}-{london.Today:yyyy-MM-dd}.zip");
    }
}
