using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Show;

/// <summary>The plan of one programme: what it says, what is missing before it is agreed, what changed from version to version, and what is due.</summary>
[Needs(Permission.SeePerson)]
public sealed class ShowPlanPage(ReadPlans read, Actor actor, London london, WorkingCalendar calendar) : PageModel
{
    private static readonly DutyRule[] Asked = [LeadProfessionalNamed.Rule, PlanDrawnUp.Rule, PlanAgreedInTime.Rule, PlanChecked.Rule];

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>Number of the version to show; the newest where none is asked for.</summary>
    [FromQuery(Name = "version")]
    public int? Asking { get; set; }

    public PlansOfCase Plans { get; private set; } = null!;

    public OfCase Of => Plans.Of;

    public DateOnly Today => london.Today;

    /// <summary>The version shown; null where no plan was begun here.</summary>
    public Plan? Plan { get; private set; }

    public bool IsNewest => Plan == Plans.Newest;

    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    public IReadOnlyList<Duty> Due { get; private set; } = [];

    public IReadOnlyList<PlanCheckRow> Checks => [.. Plans.Checks.Where(c => c.PlanId == Plan?.Id)];

    /// <summary>Actions whose parents or carers have not agreed yet (PLN-6).</summary>
    public IReadOnlyList<PlanAction> Awaited => Plan is null ? [] : ParentsAgree.Awaited(Plan);

    /// <summary>Pathways whose goal names nothing that lasts, near the end of the order (PLN-10).</summary>
    public IReadOnlyList<string> NothingLasting => Plan is null ? [] : LastingGoals.Without(Plan, Plans.Facts.Sentence.Ends.KnownOn(Today), Today, Plans.Figures);

    public bool MayRecord => actor.May(Permission.RecordCasework) && IsNewest;

    /// <summary>Somebody other than the author may check its quality.</summary>
    public bool MayCheck => MayRecord && Plan is { DrawnUpOn: not null } && Plan.AuthorId != actor.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        Plan = Asking is { } number ? plans.Versions.FirstOrDefault(v => v.Number == number) : plans.Newest;
        if (Plan is null && Asking is not null)
        {
            return NotFound();
        }

        if (Plan is not null && plans.Versions.LastOrDefault(v => v.Number < Plan.Number) is { } before)
        {
            Changes = PlanChanges.Between(before, Plan);
        }

        var seen = new CaseOnDay(plans.Person, plans.Facts, Today, calendar, plans.Figures);
        Due = plans.Facts.InViewOn(Today) ? [.. DutyRules.Of(seen).Where(d => d.IsOpen && Asked.Contains(d.Rule)).OrderBy(d => d.Due)] : [];
        return Page();
    }

    /// <summary>What is missing, in words, and the page under the young person's where it is mended.</summary>
    public static (string Words, string Page) Said(PlanLacks lacks) => lacks switch
    {
        PlanLacks.OwnWords => (Words.Key("The young person's own words or wishes"), "plan/draw#OwnWords"),
        PlanLacks.Approach => (Words.Key("How they are motivated and engaged"), "plan/draw#Approach"),
        PlanLacks.ContactHours => (Words.Key("Contact hours a week"), "plan/draw#Hours"),
        PlanLacks.Level => (Words.Key("A level of support: there is no whole Asset to work it out from, so choose it with a reason"), "plan/draw#ChosenLevel"),
        PlanLacks.LevelReason => (Words.Key("Why another level than the one worked out was chosen"), "plan/draw#LevelReason"),
        _ => (Words.Key("A place on the programme: community cases and remands are given one first"), "place"),
    };

    /// <summary>A page under the young person's for this programme; keeps what stands after #.</summary>
    public string To(string page)
    {
        var parts = page.Split('#');
        return Of.To(parts[0]) + (parts.Length > 1 ? "#" + parts[1] : "");
    }
}
