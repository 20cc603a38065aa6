using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>The page of one young person: who, where, what is due and why, and everything recorded, on any day.</summary>
[Needs(Permission.SeePerson)]
public sealed class ShowYoungPersonPage(Visible visible, Db db, Actor actor, WorkingCalendar calendar, DayAsked day) : PageModel
{
    /// <summary>The programme to show, where there are several.</summary>
    [FromQuery(Name = "programme")]
    public string? AskedProgramme { get; set; }

    /// <summary>A section to show in full: contacts, education or history.</summary>
    [FromQuery(Name = "all")]
    public string? All { get; set; }

    public DayAsked Day => day;

    public YoungPersonRecord Record { get; private set; } = null!;

    /// <summary>The programme shown; null where this scheme has none.</summary>
    public CaseFacts? Programme { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await new ReadYoungPerson(visible, db, actor, calendar).RunAsync(id, day.On, day.Today, All == "history", cancel) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        Programme = record.Programmes.FirstOrDefault(p => AskedProgramme is null || p.Id.ToString() == AskedProgramme);
        if (Programme is null && AskedProgramme is not null)
        {
            return NotFound();
        }

        ViewData.LookAt(day);
        return Page();
    }

    /// <summary>Whether this reader records casework here: on today's page only, of a programme of their scheme.</summary>
    public bool MayRecord => actor.May(Permission.RecordCasework) && !day.IsAnother && Programme is not null;

    public bool MayManage => actor.May(Permission.ManageScheme) && !day.IsAnother;

    public bool MayMend => actor.May(Permission.MendRecord) && !day.IsAnother;

    /// <summary>A page of casework about the programme shown: <c>To("contacts/record")</c>.</summary>
    public string To(string page) => $"/young-people/{Record.Id}/{page}{(Record.Programmes.Count > 1 ? $"?programme={Programme!.Id}" : "")}";

    /// <summary>This page with the same day and programme, and a section in full.</summary>
    public string Address(string? all = null, Guid? programme = null)
    {
        var chosen = programme?.ToString() ?? AskedProgramme;
        var query = QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["on"] = day.Query, ["programme"] = chosen, ["all"] = all }.Where(q => q.Value is not null)
        );
        return $"/young-people/{Record.Id}{query}{(all is null ? "" : "#" + all)}";
    }

    public Section<T> Section<T>(T what)
        where T : class => new(Record, what, this);
}

/// <summary>What a part of the page is given: the record, what the part shows, and the page for its links.</summary>
public sealed record Section<T>(YoungPersonRecord Record, T Of, ShowYoungPersonPage Page)
    where T : class;
