using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Education.Record;

/// <summary>Education, training and employment week by week: the last eight weeks on one page, each in seconds.</summary>
[Needs(Permission.RecordCasework, Or = [Permission.HandInReturn])]
public sealed class RecordWeeksPage(Visible visible, Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    public const int Weeks = 8;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>A day of the newest week to show; without it, this week.</summary>
    [FromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public List<WeekLine> Lines { get; set; } = [];

    /// <summary>Pressed to get one more line of that week: nothing is saved.</summary>
    [BindProperty]
    public DateOnly? More { get; set; }

    public OfCase Of { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    /// <summary>Monday of the newest week shown, never later than this one.</summary>
    public DateOnly Newest { get; private set; }

    public DateOnly Oldest => Newest.AddDays(-7 * (Weeks - 1));

    public bool IsThisWeek => Newest == MondayOf(london.Today);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Show(await RowsAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (More is { } week)
        {
            Lines.Insert(Lines.FindLastIndex(l => l.Week == week) + 1, new() { Week = MondayOf(week) });
            ModelState.Clear();
            return Page();
        }

        var held = await RowsAsync(cancel);
        var entries = Entries(held);
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (RecordWeeks.Moved(held, entries))
        {
            return await BothAsync(held, entries, cancel);
        }

        await new RecordWeeks(db, actor, time).RunAsync(Of, held, entries);
        return LocalRedirect(Of.Path + "#education");
    }

    public string Address(DateOnly until) =>
        Of.To("education/record") + (Of.Several ? "&" : "?") + "until=" + until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var now = MondayOf(london.Today);
        Newest = Until is { Year: > 1995 } until && MondayOf(until) < now ? MondayOf(until) : now;
        return true;
    }

    /// <summary>The rows of the weeks shown and of the week before them, which the oldest may be filled from.</summary>
    private Task<List<EteWeek>> RowsAsync(CancellationToken cancel)
    {
        var (from, to) = (Oldest.AddDays(-7), Newest);
        return visible.OfCase<EteWeek>(Of.Case.Id).Where(e => e.WeekOn >= from && e.WeekOn <= to).OrderByDescending(e => e.WeekOn).ThenBy(e => e.Id).ToListAsync(cancel);
    }

    private void Show(List<EteWeek> rows)
    {
        for (var week = Newest; week >= Oldest; week = week.AddDays(-7))
        {
            var ofWeek = rows.Where(r => r.WeekOn == week).Select(WeekLine.Of).ToList();
            Lines.AddRange(ofWeek.Count == 0 ? [new() { Week = week }] : ofWeek);
        }
    }

    /// <summary>What is to be saved, oldest first, so that a line filled as the week before can follow another; problems are told in their fields.</summary>
    private List<WeekEntry> Entries(List<EteWeek> held)
    {
        var entries = new List<WeekEntry>();
        for (var i = Lines.Count - 1; i >= 0; i--)
        {
            var line = Lines[i];
            var at = i;
            if (line.IsBlank)
            {
                continue;
            }

            if (line.Week != MondayOf(line.Week) || line.Week < Oldest || line.Week > Newest)
            {
                ModelState.AddModelError("", Words.Key("One of these weeks is not on this page: open it again"));
            }
            else if (line.Same)
            {
                var before = entries.Where(e => e.Week == line.Week.AddDays(-7)).Select(e => e.Said).ToList();
                before = before.Count > 0 ? before : [.. held.Where(h => h.WeekOn == line.Week.AddDays(-7)).Select(RecordWeeks.Said)];
                if (before.Count == 0)
                {
                    ModelState.AddModelError($"Lines[{at}].Same", Words.Key("Nothing is recorded for the week before: enter this week"));
                }

                entries.AddRange(before.Select((said, n) => new WeekEntry(line.Week, n == 0 ? line.Row : null, n == 0 ? line.Version : 0, said)));
            }
            else if (line.Read((field, problem) => ModelState.AddModelError($"Lines[{at}].{field}", problem)) is { } said)
            {
                entries.Add(new(line.Week, line.Row, line.Version, said));
            }
        }

        return entries;
    }

    private async Task<IActionResult> BothAsync(List<EteWeek> held, List<WeekEntry> mine, CancellationToken cancel)
    {
        var days = new Days(words);
        var weeks = mine.Select(e => e.Week).Distinct().OrderDescending().ToList();
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            weeks.Select(w => new Differs(
                words["Week from {0}", days.Plain(w)],
                Told(mine.Where(e => e.Week == w).Select(e => e.Said)),
                Told(held.Where(h => h.WeekOn == w).Select(RecordWeeks.Said))
            ))
        );

        // What this person entered stays; each line takes the version that stands now, and what came meanwhile stands beside it.
        foreach (var line in Lines)
        {
            var row = held.Find(h => h.Id == line.Row);
            (line.Row, line.Version) = (row?.Id, row?.Version ?? 0);
        }

        Lines.AddRange(held.Where(h => h.WeekOn >= Oldest && !Lines.Exists(l => l.Row == h.Id)).Select(WeekLine.Of));
        Lines = [.. Lines.OrderByDescending(l => l.Week)];
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string Told(IEnumerable<WeekSaid> lines) => string.Join("; ", lines.Select(l => l.Tell(words)).Order(StringComparer.Ordinal));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
