using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Reviews.Record;

/// <summary>A review as somebody entered it, already checked: the kind is a code of the list <c>review</c>.</summary>
/// <param name="ManagedBy">A code of <see cref="CaseManagedBy"/>, at the end of the order alone (OPN-7), with the manager who decided it.</param>
public sealed record ReviewEntry(DateOnly On, string Kind, Presence There, string? Decided, string? PlanChanges, string? ManagedBy, string? ManagedDecidedBy, DateOnly? SupportUntil);

/// <summary>Who was there: the young person, parents or carers, professionals, and their names.</summary>
public sealed record Presence(bool YoungPerson, bool Parents, bool Professionals, string? Others)
{
    public bool Anybody => YoungPerson || Parents || Professionals || !string.IsNullOrWhiteSpace(Others);
}

/// <summary>
/// Records a review, or corrects one. The next one follows by itself: PLN-4 reckons from the last review held, OPN-3 and the reviews on certain
/// events (PLN-4E) read its kind, and OPN-7 who manages the case from the end of the order.
/// </summary>
public sealed class RecordReview(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(OfCase of, ReviewEntry entry)
    {
        var row = new ReviewRow { CaseId = of.Case.Id, HeldOn = entry.On, Kind = entry.Kind };
        db.Add(row);
        var details = new ReviewDetails { ReviewId = row.Id, CaseId = of.Case.Id };
        db.Add(details);
        Write(details, entry);
        if (details is { ManagedBy: { } by, ManagedDecidedBy: { } decider })
        {
            db.Add(new CaseDecision
            {
                CaseId = of.Case.Id,
                Kind = Domain.Rules.Programmes.DecisionAtOrderEnd.Kind,
                DecidedOn = entry.On,
                DecidedBy = decider,
                WhoCarriesOn = by == CaseManagedBy.CaseManager ? "YOT case manager" : "Resettlement team",
                UntilOn = details.SupportUntil,
            });
        }

        await db.SaveAsync(actor, time, new ReviewRecorded(row.Id, entry.On, entry.Kind) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return row.Id;
    }

    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CorrectAsync(OfCase of, ReviewRow row, int shown, ReviewEntry entry, CancellationToken cancel)
    {
        row.Correct(shown);
        var details = await DetailsAsync(row, cancel);
        var corrected = new ReviewCorrected(row.Id, row.HeldOn, entry.On, row.Kind, entry.Kind, details?.Decided, entry.Decided, details?.PlanChanges, entry.PlanChanges)
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
        };
        if (details is null)
        {
            db.Add(details = new ReviewDetails { ReviewId = row.Id, CaseId = of.Case.Id });
        }

        (row.HeldOn, row.Kind) = (entry.On, entry.Kind);
        Write(details, entry);
        await db.SaveAsync(actor, time, corrected);
    }

    /// <summary>What was said at a review; null for one that an import brought.</summary>
    public Task<ReviewDetails?> DetailsAsync(ReviewRow row, CancellationToken cancel) =>
        visible.OfCase<ReviewDetails>(row.CaseId).FirstOrDefaultAsync(d => d.ReviewId == row.Id, cancel);

    /// <summary>What is wrong with an entry, by field; English, the key of its Welsh.</summary>
    /// <param name="lastDay">The last day to which support may go on (OPN-6); null while it is not known.</param>
    public static IEnumerable<(string Field, string Problem)> Problems(ReviewEntry entry, DateOnly today, DateOnly sentencedOn, DateOnly? lastDay)
    {
        if (entry.On > today)
        {
            yield return ("On-day", Words.Key("This day is still to come: plan a review meeting as a contact, and record the review once it was held"));
        }
        else if (entry.On < sentencedOn)
        {
            yield return ("On-day", Words.Key("This day is before the sentence: mend the day"));
        }

        if (!entry.There.Anybody)
        {
            yield return ("There", Words.Key("Say who was there"));
        }

        if (string.IsNullOrWhiteSpace(entry.Decided))
        {
            yield return ("Decided", Words.Key("Say what was decided, even where nothing changes"));
        }

        if (entry.ManagedBy is not null && string.IsNullOrWhiteSpace(entry.ManagedDecidedBy))
        {
            yield return ("ManagedDecidedBy", Words.Key("Name the YOT manager who decided it"));
        }

        if (entry.SupportUntil < entry.On || entry.SupportUntil > lastDay)
        {
            yield return ("SupportUntil-day", Words.Key("Support goes on to a day after the review and not beyond the last day of support"));
        }
    }

    private static void Write(ReviewDetails details, ReviewEntry entry)
    {
        (details.YoungPerson, details.Parents, details.Professionals, details.Others) = (entry.There.YoungPerson, entry.There.Parents, entry.There.Professionals, Written(entry.There.Others));
        (details.Decided, details.PlanChanges) = (Written(entry.Decided), Written(entry.PlanChanges));
        var ends = entry.Kind == ReviewKinds.OrderEnd;
        (details.ManagedBy, details.ManagedDecidedBy, details.SupportUntil) = ends ? (entry.ManagedBy, Written(entry.ManagedDecidedBy), entry.SupportUntil) : (null, null, null);
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
