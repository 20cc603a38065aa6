using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Contacts.Settle;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Diary;

/// <summary>One week of contacts, planned and held: mine, a colleague's or the team's. A planned one is settled with one press.</summary>
[Needs(Permission.RecordCasework)]
public sealed class DiaryPage(Visible visible, Db db, Actor actor, Seen seen, TimeProvider time, London london, Words words) : PageModel
{
    public const string Team = "team";

    /// <summary>Any day of the week; this week where it is none.</summary>
    [FromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    /// <summary>A worker's key, or <see cref="Team"/>; one's own where it is none.</summary>
    [FromQuery(Name = "who")]
    public string? AskedWho { get; set; }

    /// <summary>The contact that was settled just now.</summary>
    [FromQuery(Name = "settled")]
    public Guid? SettledId { get; set; }

    public DateOnly Today => london.Today;

    /// <summary>The Monday.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Null: the team's.</summary>
    public Guid? Who { get; private set; }

    public IReadOnlyList<Choice> Diaries { get; private set; } = [];

    public IReadOnlyList<DiaryEntry> Entries { get; private set; } = [];

    public DiaryEntry? Settled { get; private set; }

    /// <summary>After a missed contact: how it stands with the young person.</summary>
    public Reengagement After { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid person, Guid contact, int version, string? outcome, CancellationToken cancel)
    {
        if (await visible.RowAsync<ContactRow>(person, contact, cancel) is not { } row || await visible.CaseAsync(person, row.CaseId, cancel) is not { } of)
        {
            return NotFound();
        }

        var problem = SettleContact.Problem(row, outcome, Today);
        if (problem is not null || row.Version != version)
        {
            ModelState.Clear();
            ModelState.AddModelError("", problem ?? Words.Key("Somebody changed this contact while you were here. Look at it again, then decide."));
            Response.StatusCode = row.Version != version ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return await ShowAsync(cancel);
        }

        await new SettleContact(db, actor, time).RunAsync(of, row, version, outcome!);
        Read();
        return LocalRedirect($"{Here(Week)}&settled={contact}");
    }

    /// <summary>This diary in another week.</summary>
    public string Here(DateOnly week) => $"/diary?week={week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&who={(Who is { } worker ? worker.ToString() : Team)}";

    private void Read()
    {
        var day = DateOnly.TryParseExact(AskedWeek, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1990 and < 2190 ? asked : Today;
        Week = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        Who = AskedWho == Team ? null : Guid.TryParse(AskedWho, out var worker) ? worker : actor.WorkerId;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Read();
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var workers = await connection.WorkersOfAsync(actor.Scheme!, Today, cancel);
        if (Who is { } asked && asked != actor.WorkerId && workers.All(w => w.WorkerId != asked))
        {
            return NotFound();
        }

        Diaries =
        [
            .. workers.OrderBy(w => w.WorkerId == actor.WorkerId ? 0 : 1).Select(w => new Choice(w.WorkerId.ToString(), w.WorkerId == actor.WorkerId ? words["My diary"] : w.Name)),
            new(Team, words["The whole team"]),
        ];
        var hidden = await visible.HiddenAsync(cancel);
        Entries = [.. (await connection.DiaryAsync(actor.Scheme!, Week, Week.AddDays(7), Who, cancel)).Where(e => !hidden.Contains(e.PersonId))];
        seen.People(Entries.Select(e => e.PersonId));
        Settled = Entries.FirstOrDefault(e => e.Id == SettledId && e.Outcome != ContactOutcomes.Planned);
        if (Settled is { Outcome: ContactOutcomes.Missed } missed)
        {
            var facts = await connection.FactsOfAsync([missed.PersonId], Gather.Contacts, cancel);
            After = Reengagement.Of(facts.SelectMany(p => p.Cases).Single(c => c.Id == missed.CaseId).Contacts, Today);
        }

        return Page();
    }
}
