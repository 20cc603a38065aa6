using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.YoungPeople.NotOnTheBooks;

/// <summary>Sentenced to custody, living here, and nobody has opened a case (ELG-5).</summary>
[Needs(Permission.SeeCaseload)]
public sealed class NotOnTheBooksPage(SchemeLists lists, Seen seen, Actor actor, DayAsked day) : PageModel
{
    public bool MayOpen => actor.May(Permission.MendRecord) && !day.IsAnother;

    public DayAsked Day => day;

    public IReadOnlyList<Unopened> Rows { get; private set; } = [];

    public static Citation Rule => Domain.Rules.Eligibility.NotOnTheBooks.Citation;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = (await lists.NotOnTheBooksAsync(day.On, cancel)).Rows;
        seen.People(Rows.Select(r => r.Held.PersonId));
        WayBack.Remember(HttpContext);
    }
}
