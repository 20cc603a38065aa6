using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Returns.Explain;

/// <summary>One young person and one quarter: each of the three events, counted or not, and why.</summary>
[Needs(Permission.SeeReturn)]
public sealed class ExplainPersonPage(Actor actor, Visible visible, Connection connection) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    public NamedPerson Person { get; private set; } = null!;

    public WhyNot InPeriod { get; private set; } = null!;

    public WhyNot ByPeriodEnd { get; private set; } = null!;

    /// <summary>What is missing on this person's record for the quarter.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, Guid person, CancellationToken cancel)
    {
        if (
            scheme != actor.Scheme
            || ReturnAddress.Read(scheme, year, quarter) is not { } address
            || await visible.PersonAsync(person, cancel) is not { } found
        )
        {
            return NotFound();
        }

        await using var reader = await connection.OpenAsync(cancel: cancel);
        var facts = (await reader.FactsOfAsync([found.Id], Gather.ForReturn, cancel))[0];
        var question = Questions.Of(scheme, address.Quarter, Reading.InPeriod);
        (Address, Person) = (address, new(found.Id, found.Reference, $"{found.FirstName} {found.LastName}"));
        InPeriod = WhyNot.Of(facts, question);
        ByPeriodEnd = WhyNot.Of(facts, question with { Reading = Reading.ByPeriodEnd });
        Problems = QuarterlyReturn.Reckon([facts], question).Problems;
        return Page();
    }
}
