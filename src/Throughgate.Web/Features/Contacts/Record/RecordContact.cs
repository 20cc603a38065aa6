using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Contacts.Record;

/// <summary>A contact as somebody entered it, already checked: codes of the lists <c>contact</c>, <c>counts_as</c> and <c>outcome</c>.</summary>
/// <param name="Minutes">0 to 1440.</param>
/// <param name="Note">What was written with it; apart from the facts.</param>
/// <param name="Handover">After an activity: the parent or carer whom the young person was handed over to (FAM-1).</param>
public sealed record ContactEntry(DateTime At, string Kind, string Outcome, string CountsAs, int? Minutes, string? Note, string? Handover = null);

/// <summary>
/// Records a contact, or corrects one. A contact counts as irs, statutory or iss, never as two of them (ISS-1). The duties that it meets or moves
/// (REL-2, OPN-3) follow by themselves.
/// </summary>
public sealed class RecordContact(Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(OfCase of, ContactEntry entry)
    {
        var row = new ContactRow
        {
            Reference = "",
            CaseId = of.Case.Id,
            HeldAt = entry.At,
            Minutes = entry.Minutes,
            Kind = entry.Kind,
            CountsAs = entry.CountsAs,
            Outcome = entry.Outcome,
        };
        row.Reference = $"T-{row.Id:N}";
        db.Add(row);
        if (entry.Outcome == ContactOutcomes.Planned)
        {
            db.Add(new ContactPlan { ContactId = row.Id, CaseId = of.Case.Id, WorkerId = actor.WorkerId });
        }

        await db.WriteNoteAsync(row.Id, of.Case.Id, entry.Note);
        await WriteHandoverAsync(row.Id, of.Case.Id, entry.Handover);
        await db.SaveAsync(
            actor,
            time,
            new ContactRecorded(row.Id, entry.At, entry.Kind, entry.Outcome, entry.CountsAs, entry.Minutes) { PersonId = of.Person.Id, CaseId = of.Case.Id }
        );
        return row.Id;
    }

    /// <param name="row">Followed for changes.</param>
    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CorrectAsync(OfCase of, ContactRow row, int shown, ContactEntry entry)
    {
        row.Correct(shown);
        var corrected = new ContactCorrected(row.Id, row.HeldAt, entry.At, row.Kind, entry.Kind, row.Outcome, entry.Outcome, row.CountsAs, entry.CountsAs, row.Minutes, entry.Minutes)
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
        };
        (row.HeldAt, row.Minutes, row.Kind, row.CountsAs, row.Outcome) = (entry.At, entry.Minutes, entry.Kind, entry.CountsAs, entry.Outcome);
        await db.WriteNoteAsync(row.Id, of.Case.Id, entry.Note);
        await WriteHandoverAsync(row.Id, of.Case.Id, entry.Handover);
        await db.SaveAsync(actor, time, corrected);
    }

    private async Task WriteHandoverAsync(Guid contact, Guid kase, string? toWhom)
    {
        var held = await db.FindAsync<ContactHandover>(contact);
        if (toWhom is null && held is not null)
        {
            db.Remove(held);
        }
        else if (toWhom is not null && held is null)
        {
            db.Add(new ContactHandover { ContactId = contact, CaseId = kase, ToWhom = toWhom });
        }
        else if (toWhom is not null)
        {
            held!.ToWhom = toWhom;
        }
    }

    /// <summary>What is wrong with an entry as a whole, by field; English, the key of its Welsh.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(DateTime at, string outcome, DateTime now)
    {
        if (outcome == ContactOutcomes.Planned && at.Date < now.Date)
        {
            yield return ("Outcome", Ui.Language.Words.Key("This day has passed: say how it went instead of “planned”"));
        }
        else if (outcome != ContactOutcomes.Planned && at.Date > now.Date)
        {
            yield return ("Outcome", Ui.Language.Words.Key("This day is still to come: choose “planned”, or mend the day"));
        }
    }
}
