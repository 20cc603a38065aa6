using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Features.Trial;

/// <summary>A page that somebody wrote without Visible: the law must see it.</summary>
[Needs(Permission.SeePerson)]
public sealed class UnscopedPage(Db db) : PageModel
{
    public int People { get; private set; }

    public void OnGet() => People = db.People.Count();
}
