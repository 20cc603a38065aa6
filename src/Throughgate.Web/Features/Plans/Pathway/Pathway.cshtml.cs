using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Pathway;

/// <summary>One of the seven pathways: the need, the goal in the young person's words, who does what by when, and the resource.</summary>
[Needs(Permission.RecordCasework)]
public sealed class PathwayPage(ReadPlans read, Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    /// <summary>Empty rows for new actions.</summary>
    private const int Spare = 2;
    private const int MostActions = 20;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>Code of the pathway; the first where none is asked for.</summary>
    [FromQuery(Name = "pathway")]
    public string? Asked { get; set; }

    [BindProperty]
    public bool NoNeed { get; set; }

    [BindProperty]
    public string? Need { get; set; }

    [BindProperty]
    public string? Goal { get; set; }

    [BindProperty]
    public string? ResourceKind { get; set; }

    [BindProperty]
    public string? Resource { get; set; }

    [BindProperty]
    public string? Lasting { get; set; }

    [BindProperty]
    public List<ActionFields> Actions { get; set; } = [];

    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The agencies of the directory that are open today, and those that actions name already.</summary>
    public IReadOnlyList<PartnerRow> Agencies { get; private set; } = [];

    public IEnumerable<Choice> AgencyChoices => Agencies.Select(p => new Choice(p.Id.ToString(), p.Name)).Prepend(new Choice("", words["None"]));

    public PlansOfCase Plans { get; private set; } = null!;

    public OfCase Of => Plans.Of;

    public string Pathway { get; private set; } = "";

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var said = Said;
        (NoNeed, Need, Goal, ResourceKind, Resource, Lasting) = (said.NoNeed, said.Need, said.Goal, said.ResourceKind, said.Resource, said.Lasting);
        Actions = [.. said.Actions.Select(a => ActionFields.Of(a, Agencies))];
        AddSpare();
        Shown = State;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Entry() is not { } entry)
        {
            AddSpare();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Shown != State)
        {
            return await BothAsync(cancel);
        }

        await new WritePathway(visible, db, actor, time, london).RunAsync(Of, entry, cancel);
        return LocalRedirect(Of.To("plan") + "#" + Pathway);
    }

    private PlanPathway Said => Plans.Newest?.Pathways.First(p => p.Pathway == Pathway) ?? new PlanPathway(Pathway, false, null, null, null, null, null);

    /// <summary>What this page changes, in one word: two people who write it at once are told.</summary>
    private string State
    {
        get
        {
            var said = Said;
            var text = string.Join('\n', Plans.Newest?.Number, said.NoNeed, said.Need, said.Goal, said.ResourceKind, said.Resource, said.Lasting, string.Join('\n', said.Actions.Select(a => $"{a.Line} {a.What} {a.Who} {a.Partner} {a.PartnerId} {a.ByOn?.DayNumber} {a.Parents}")));
            return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Pathway = Asked ?? Domain.Plans.Pathways.All[0];
        if (!Domain.Plans.Pathways.All.Contains(Pathway) || await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return false;
        }

        Plans = plans;
        var (scheme, today, named) = (Of.Case.Scheme, london.Today, Said.Actions.Select(a => a.PartnerId).ToList());
        Agencies = await db.Set<PartnerRow>().AsNoTracking()
            .Where(p => p.Scheme == scheme && ((p.OpenFrom <= today && (p.ClosedOn == null || p.ClosedOn >= today)) || named.Contains(p.Id)))
            .OrderBy(p => p.Name)
            .ToListAsync(cancel);
        return true;
    }

    private void AddSpare()
    {
        while (Actions.Count(a => a.IsEmpty) < Spare)
        {
            Actions.Add(new() { Who = PlanActors.YoungPerson, Parents = ParentsAnswers.NotNeeded });
        }
    }

    private PathwayEntry? Entry()
    {
        foreach (var (value, field) in new[] { (Need, nameof(Need)), (Goal, nameof(Goal)), (Resource, nameof(Resource)), (Lasting, nameof(Lasting)) })
        {
            ModelState.Must((value?.Length ?? 0) <= 2000, field, Words.Key("These words are longer than 2,000 characters: shorten them"));
        }

        var kind = string.IsNullOrEmpty(ResourceKind) ? null : ResourceKind;
        ModelState.Must(kind is null || Lists.Has("resource", kind), nameof(ResourceKind), Words.Key("Choose what it takes"));
        ModelState.Must(Actions.Count <= MostActions, "", Words.Key("At most 20 actions a pathway"));
        var actions = new List<ActionEntry>();
        for (var i = 0; i < Actions.Count; i++)
        {
            var fields = Actions[i];
            if (fields.IsEmpty)
            {
                continue;
            }

            var at = $"Actions[{i}].";
            ModelState.Must(fields.What!.Length <= 500, at + nameof(fields.What), Words.Key("An action is at most 500 characters"));
            ModelState.Must(Lists.Has("who", fields.Who), at + nameof(fields.Who), Words.Key("Choose who does it"));
            ModelState.Must(fields.TryDay(out var by), at + nameof(fields.By), Words.Key("Write the day like 4 5 2010 or 2010-05-04"));
            ModelState.Must(Lists.Has("parents", fields.Parents), at + nameof(fields.Parents), Words.Key("Choose whether parents or carers have to agree"));
            ModelState.Must((fields.Partner?.Length ?? 0) <= 200, at + nameof(fields.Partner), Words.Key("This name is longer than 200 characters"));
            var agency = Agencies.FirstOrDefault(p => p.Id.ToString() == fields.Agency);
            ModelState.Must(agency is not null || string.IsNullOrEmpty(fields.Agency), at + nameof(fields.Agency), Words.Key("Choose an agency of the list"));
            ModelState.Must(agency is null || fields.Partner.OrNothing() is null, at + nameof(fields.Partner), Words.Key("Choose the agency, or write a name: not both"));
            actions.Add(new(fields.Line, fields.What.Trim(), fields.Who ?? "", agency?.Name ?? fields.Partner.OrNothing(), by, fields.Parents ?? "", agency?.Id));
        }

        return ModelState.ErrorCount > 0 ? null : new(Pathway, NoNeed, Need.OrNothing(), Goal.OrNothing(), kind, Resource.OrNothing(), Lasting.OrNothing(), actions);
    }

    private async Task<IActionResult> BothAsync(CancellationToken cancel)
    {
        var now = Said;
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            new(words["What is needed?"], Need, now.Need),
            new(words["Goal, in the young person's words"], Goal, now.Goal),
            new(words["Which service or worker?"], Resource, now.Resource),
            new(words["What can go on after the programme?"], Lasting, now.Lasting),
            new(words["Actions"], string.Join("; ", Actions.Where(a => !a.IsEmpty).Select(a => a.What)), string.Join("; ", now.Actions.Select(a => a.What)))
        );
        ModelState.Remove(nameof(Shown));
        Shown = State;
        AddSpare();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
