using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Plan;

/// <summary>A contact to come, or a series of them, as somebody entered it, already checked.</summary>
/// <param name="EveryWeeks">1 for every week, 2 for every other; null for a single one.</param>
/// <param name="Until">Last day of a series.</param>
public sealed record PlanEntry(DateTime At, string Kind, string CountsAs, int? Minutes, string? Place, Guid? WorkerId, int? EveryWeeks, DateOnly? Until)
{
    /// <summary>A series has at most this many: a year of weeks and some.</summary>
    public const int Most = 60;

    /// <summary>Every day of it, one more than <see cref="Most"/> at most.</summary>
    public IEnumerable<DateTime> Days =>
        EveryWeeks is { } weeks && Until is { } until
            ? Enumerable.Range(0, Most + 1).Select(n => At.AddDays(7 * weeks * n)).TakeWhile(at => DateOnly.FromDateTime(at) <= until)
            : [At];
}

/// <summary>Plans contacts: each is a contact of its own with the outcome "planned", to be settled once its day has come.</summary>
public sealed class PlanContacts(Db db, Actor actor, TimeProvider time)
{
    public async Task RunAsync(OfCase of, PlanEntry entry)
    {
        var days = entry.Days.ToList();
        Guid? series = days.Count > 1 ? Guid.CreateVersion7() : null;
        Guid first = default;
        foreach (var at in days)
        {
            var row = new ContactRow
            {
                Reference = "",
                CaseId = of.Case.Id,
                HeldAt = at,
                Minutes = entry.Minutes,
                Kind = entry.Kind,
                CountsAs = entry.CountsAs,
                Outcome = ContactOutcomes.Planned,
            };
            row.Reference = $"T-{row.Id:N}";
            first = first == default ? row.Id : first;
            db.Add(row);
            db.Add(new ContactPlan { ContactId = row.Id, CaseId = of.Case.Id, WorkerId = entry.WorkerId, SeriesId = series });
            if (!string.IsNullOrWhiteSpace(entry.Place))
            {
                db.Add(new ContactPlace { ContactId = row.Id, CaseId = of.Case.Id, Place = entry.Place.Trim() });
            }
        }

        await db.SaveAsync(actor, time, new ContactsPlanned(first, entry.Kind, days[0], days[^1], days.Count) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }
}

/// <summary>Where it is to be is not part of it: places stand alone.</summary>
public sealed record ContactsPlanned(Guid First, string ContactKind, DateTime At, DateTime Last, int Count) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var (days, kind) = (new Days(words), words[Reference.Instance.Label("contact", ContactKind)]);
        return Count == 1
            ? words["Contact planned: {0}, {1}", kind, days.Short(DateOnly.FromDateTime(At))]
            : words.N(Count, "{0} contact planned: {1}, {2} to {3}", "{0} contacts planned: {1}, {2} to {3}", kind, days.Short(DateOnly.FromDateTime(At)), days.Short(DateOnly.FromDateTime(Last)));
    }
}
