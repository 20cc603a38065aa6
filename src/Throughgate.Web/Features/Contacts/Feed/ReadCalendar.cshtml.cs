using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Calendar;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Feed;

/// <summary>A worker's planned contacts for their calendar program: initials, kind and time. Each reading is one row of the log, in the worker's name.</summary>
[Anyone("A calendar program cannot sign in; the address itself is the secret, and it can be renewed")]
public sealed class ReadCalendarPage(Connection database, Db db, Seen seen, TimeProvider time, London london, Words words) : PageModel
{
    private static readonly TimeSpan LengthUnknown = TimeSpan.FromMinutes(60);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancel)
    {
        var hash = CalendarKeys.Hash(key);
        var today = london.Today;
        var feed = await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.KeyHash == hash, cancel);
        var account = feed is null ? null : await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == feed.AccountId && a.ClosedAt == null && (a.ClosesOn == null || a.ClosesOn > today), cancel);
        var reader = account is null ? Actor.Anonymous : await db.ActorAsync(account, today, cancel);
        if (reader is not { Scheme: { } scheme, WorkerId: { } worker } || !reader.May(Permission.RecordCasework))
        {
            return NotFound();
        }

        await using var connection = await database.OpenAsync(cancel: cancel);
        var entries = await connection.DiaryAsync(scheme, london.Today.AddDays(-14), london.Today.AddDays(366), worker, cancel);
        var hidden = await new Visible(db, reader, seen, london, time).HiddenAsync(cancel);
        var planned = entries.Where(e => !hidden.Contains(e.PersonId) && e.Outcome is ContactOutcomes.Planned or ContactOutcomes.Cancelled).ToList();
        seen.As = reader;
        seen.People(planned.Select(e => e.PersonId));
        seen.Exported("calendar");
        var text = CalendarText.Write(planned.Select(Entry), time.GetUtcNow());
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8");
    }

    private CalendarEntry Entry(DiaryEntry of)
    {
        return new(
            $"{of.Id:N}@throughgate",
            London.At(of.At),
            of.Minutes is { } minutes and > 0 ? TimeSpan.FromMinutes(minutes) : LengthUnknown,
            $"{Initials(of)}: {words[Reference.Instance.Label("contact", of.Kind)]}",
            of.Outcome == ContactOutcomes.Cancelled
        );
    }

    private static string Initials(DiaryEntry of) => string.Concat($"{of.FirstName} {of.LastName}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(n => $"{char.ToUpperInvariant(n[0])}."));
}
