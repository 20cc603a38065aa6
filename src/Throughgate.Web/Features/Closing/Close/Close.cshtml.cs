using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Close;

/// <summary>Closing a programme: what is there, what is missing, each mended from here; then the day and the reason. A closed one opens again.</summary>
[Needs(Permission.RecordCasework)]
public sealed class ClosePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words, FiguresInForce figures) : PageModel
{
    private const int Longest = 5000;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? YotView { get; set; }

    [BindProperty]
    public string? OwnView { get; set; }

    [BindProperty]
    public string? NotToBeHad { get; set; }

    [BindProperty]
    public string? Attempts { get; set; }

    [BindProperty]
    public string? ServicesThatGoOn { get; set; }

    [BindProperty]
    public bool TookPart { get; set; }

    [BindProperty]
    public string? Endings { get; set; }

    [BindProperty]
    public DateOnly? PlannedOn { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int CaseVersion { get; set; }

    public OfCase Of { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    /// <summary>What is missing on the day asked for.</summary>
    public IReadOnlyList<ClosingLacks> Lacks { get; private set; } = [];

    /// <summary>Endings that should be planned by now (OPN-10); null where nothing is asked.</summary>
    public EndingsToPlan? ToPlan { get; private set; }

    /// <summary>The last day of drop-in and crisis support (OPN-8).</summary>
    public DateOnly? DropInUntil { get; private set; }

    public Conflict? Conflict { get; private set; }

    public bool IsClosed => Of.Case.ClosedOn is not null;

    public IEnumerable<Choice> NotToBeHadChoices =>
    [
        new("", words["It can be had"].ToString()),
        new("no_contact", words["No contact, after a position review"].ToString()),
        new("moved_away", words["Moved away"].ToString()),
        new("died", words["Died"].ToString()),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await FillAsync(cancel);
        (On, CaseVersion) = (london.Today, Of.Case.Version);
        return Page();
    }

    /// <summary>Saves what was gathered so far.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || IsClosed)
        {
            return NotFound();
        }

        foreach (var (field, text) in new[] { (nameof(YotView), YotView), (nameof(OwnView), OwnView), (nameof(Attempts), Attempts), (nameof(ServicesThatGoOn), ServicesThatGoOn), (nameof(Endings), Endings) })
        {
            ModelState.Must((text?.Length ?? 0) <= Longest, field, Words.Key("Write at most 5,000 characters"));
        }

        ModelState.Must(!(PlannedOn < Facts.Start), "PlannedOn-day", Words.Key("The programme had not started on that day"));
        ModelState.Must(NotToBeHadChoices.Any(c => c.Value == (NotToBeHad ?? "")), nameof(NotToBeHad), Words.Key("Choose one of these"));
        if (ModelState.ErrorCount > 0)
        {
            return Again(StatusCodes.Status400BadRequest);
        }

        var use = new CloseProgramme(visible, db, actor, time);
        var held = await use.GatheredAsync(Of, cancel);
        if ((held?.Version ?? 0) != Version)
        {
            Conflict = Conflict.Between(
                await db.ByAsync(Of.Case.Id, cancel),
                new(words["The YOT’s view"], YotView, held?.YotView),
                new(words["The young person’s own view"], OwnView, held?.OwnView),
                new(words["What was tried"], Attempts, held?.Attempts),
                new(words["Services that go on"], ServicesThatGoOn, held?.ServicesThatGoOn),
                new(words["How each ending is made"], Endings, held?.Endings),
                new(words["When is it expected to close? (optional)"], PlannedOn is { } mine ? new Days(words).Short(mine) : null, held?.PlannedOn is { } theirs ? new Days(words).Short(theirs) : null)
            );
            ModelState.Remove(nameof(Version));
            Version = held?.Version ?? 0;
            return Again(StatusCodes.Status409Conflict);
        }

        await use.PrepareAsync(Of, held, Version, row =>
        {
            (row.YotView, row.OwnView, row.Attempts, row.ServicesThatGoOn, row.Endings) = (YotView.OrNothing(), OwnView.OrNothing(), Attempts.OrNothing(), ServicesThatGoOn.OrNothing(), Endings.OrNothing());
            (row.NotToBeHad, row.TookPart, row.PlannedOn) = (NotToBeHad.OrNothing(), TookPart, PlannedOn);
        });
        return LocalRedirect(Of.To("close") + "#close");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || IsClosed)
        {
            return NotFound();
        }

        ModelState.Must(Lists.Has("closing", Reason), nameof(Reason), Words.Key("Choose why it closes"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("A programme closes today or on a day gone by"));
        ModelState.Must(!(On < Facts.Start), "On-day", Words.Key("The programme had not started on that day"));
        if (ModelState.ErrorCount == 0)
        {
            if (Of.Case.Version != CaseVersion)
            {
                return await ShownAgainAsync(StatusCodes.Status409Conflict, cancel);
            }

            Lacks = await new CloseProgramme(visible, db, actor, time).CloseAsync(Of, Reason!, On!.Value, CaseVersion, cancel);
            if (Lacks.Count == 0)
            {
                return LocalRedirect(Of.Path);
            }

            ModelState.AddModelError(nameof(Reason), Words.Key("It cannot close yet: see what is missing above"));
        }

        return await ShownAgainAsync(StatusCodes.Status400BadRequest, cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !IsClosed)
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 2000, nameof(Why), Words.Key("Say why, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0 || Of.Case.Version != CaseVersion)
        {
            return await ShownAgainAsync(ModelState.ErrorCount > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict, cancel);
        }

        await new CloseProgramme(visible, db, actor, time).ReopenAsync(Of, CaseVersion, Why!.Trim());
        return LocalRedirect(Of.Path);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var use = new CloseProgramme(visible, db, actor, time);
        Facts = await use.FactsAsync(of, cancel);
        Lacks = ReadyToClose.Lacks(Facts, CloseProgramme.Evidence(await use.GatheredAsync(of, cancel)), Reason, On ?? london.Today);
        var (today, inForce) = (london.Today, await figures.ReadAsync(cancel));
        ToPlan = EndingsPlanned.Of(Facts, await use.WorkersAsync(of, today, cancel), today, inForce);
        DropInUntil = DropIn.OpenUntil(Facts, today, inForce);
        return true;
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        if (await new CloseProgramme(visible, db, actor, time).GatheredAsync(Of, cancel) is { } held)
        {
            (YotView, OwnView, NotToBeHad, Attempts, ServicesThatGoOn, TookPart, Endings, PlannedOn, Version) =
                (held.YotView, held.OwnView, held.NotToBeHad, held.Attempts, held.ServicesThatGoOn, held.TookPart, held.Endings, held.PlannedOn, held.Version);
        }
    }

    private async Task<IActionResult> ShownAgainAsync(int status, CancellationToken cancel)
    {
        await FillAsync(cancel);
        if (status == StatusCodes.Status409Conflict)
        {
            Conflict = new(await db.ByAsync(Of.Case.Id, cancel), []);
        }

        ModelState.Remove(nameof(CaseVersion));
        CaseVersion = Of.Case.Version;
        return Again(status);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
