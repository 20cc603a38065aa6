using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Weeks;

/// <summary>Weekend provision offered and taken up, week by week for the first four weeks after release (REL-15).</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordWeekendsPage(Visible visible, Db db, Actor actor, London london, TimeProvider time) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or empty, week by week.</summary>
    [BindProperty]
    public List<string?> Offered { get; set; } = [];

    [BindProperty]
    public List<string?> TakenUp { get; set; } = [];

    [BindProperty]
    public List<int> Versions { get; set; } = [];

    public OfCase Of { get; private set; } = null!;

    private List<WeekendRow> _held = [];
    private CustodyNow _custody = null!;

    /// <summary>First day of a week; null where no release is recorded.</summary>
    public DateOnly? FirstOf(int week) => _custody.Sentence.ReleasedOn?.AddDays(7 * (week - 1));

    /// <summary>Key of what is recorded of a week; null where nothing is.</summary>
    public Guid? HeldOf(int week) => _held.Find(h => h.Week == week)?.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var events = new List<HistoryEvent>();
        for (var i = 0; i < FirstWeeks.Weeks; i++)
        {
            var (week, said) = (i + 1, new WeekendSaid(Read(Offered, i), Read(TakenUp, i)));
            var row = _held.Find(h => h.Week == week);
            var was = row is null ? null : new WeekendSaid(row.Offered, row.TakenUp);
            if (said.TakenUp == true && said.Offered != true)
            {
                ModelState.AddModelError($"Offered[{i}]", Words.Key("Taken up, so it was offered: choose “yes”"));
            }

            if (said == (was ?? new(null, null)))
            {
                continue;
            }

            if ((row?.Version ?? 0) != Versions.ElementAtOrDefault(i))
            {
                ModelState.Clear();
                ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
                Response.StatusCode = StatusCodes.Status409Conflict;
                Show();
                return Page();
            }

            events.Add(new WeekendRecorded(week, was, said) { PersonId = Of.Person.Id, CaseId = Of.Case.Id });
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (events.Count > 0)
        {
            Write(events);
            await db.SaveAsync(actor, time, [.. events]);
        }

        return LocalRedirect(Of.To("release") + "#weeks");
    }

    private void Write(IEnumerable<HistoryEvent> events)
    {
        foreach (var happened in events.Cast<WeekendRecorded>())
        {
            var row = _held.Find(h => h.Week == happened.Week);
            if (row is null)
            {
                row = new WeekendRow { CaseId = Of.Case.Id, SentenceId = _custody.Return, Week = happened.Week };
                db.Add(row);
            }
            else
            {
                row.Correct(row.Version);
            }

            (row.Offered, row.TakenUp) = (happened.Said.Offered, happened.Said.TakenUp);
        }
    }

    private void Show()
    {
        var rows = Enumerable.Range(1, FirstWeeks.Weeks).Select(w => _held.Find(h => h.Week == w)).ToList();
        (Offered, TakenUp, Versions) = ([.. rows.Select(r => Text(r?.Offered))], [.. rows.Select(r => Text(r?.TakenUp))], [.. rows.Select(r => r?.Version ?? 0)]);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        _custody = await CustodyNow.OfAsync(visible, of, london.Today, cancel);
        _held = await visible.OfCase<WeekendRow>(of.Case.Id).Where(w => w.SentenceId == _custody.Return).OrderBy(w => w.Week).ToListAsync(cancel);
        return true;
    }

    private static string? Text(bool? said) => said switch { true => "yes", false => "no", null => null };

    private static bool? Read(List<string?> from, int week) => from.ElementAtOrDefault(week) switch { "yes" => true, "no" => false, _ => null };
}
