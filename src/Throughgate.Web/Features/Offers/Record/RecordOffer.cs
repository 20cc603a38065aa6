using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Offers.Record;

/// <summary>An offer as somebody entered it, already checked: codes of the lists <c>setting</c>, <c>way</c> and <c>answer</c>.</summary>
/// <param name="OwnWords">What the young person said to it; asked for where they refused.</param>
public sealed record OfferEntry(DateOnly On, string Setting, string Way, string Answer, string? OwnWords);

/// <summary>
/// Records an offer of support, or corrects one. A refusal closes nothing and hides nobody (OFR-4): when to offer again (OFR-2, OFR-3) or to ask
/// again (OFR-6) follows by itself.
/// </summary>
public sealed class RecordOffer(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(OfCase of, OfferEntry entry)
    {
        var row = new OfferRow { CaseId = of.Case.Id, OfferedOn = entry.On, Setting = entry.Setting, Answer = entry.Answer };
        db.Add(row);
        db.Add(new OfferSaid { OfferId = row.Id, CaseId = of.Case.Id, Way = entry.Way, OwnWords = entry.OwnWords });
        await db.SaveAsync(actor, time, new OfferMade(row.Id, entry.On, entry.Setting, entry.Way, entry.Answer, entry.OwnWords) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return row.Id;
    }

    /// <param name="row">Followed for changes.</param>
    /// <param name="said">Followed for changes; null where the offer was imported.</param>
    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CorrectAsync(OfCase of, OfferRow row, OfferSaid? said, int shown, OfferEntry entry)
    {
        row.Correct(shown);
        var corrected = new OfferCorrected(
            row.Id, row.OfferedOn, entry.On, row.Setting, entry.Setting, row.Answer, entry.Answer, said?.Way, entry.Way, said?.OwnWords, entry.OwnWords
        )
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
        };
        (row.OfferedOn, row.Setting, row.Answer) = (entry.On, entry.Setting, entry.Answer);
        if (said is null)
        {
            db.Add(new OfferSaid { OfferId = row.Id, CaseId = of.Case.Id, Way = entry.Way, OwnWords = entry.OwnWords });
        }
        else
        {
            (said.Way, said.OwnWords) = (entry.Way, entry.OwnWords);
        }

        await db.SaveAsync(actor, time, corrected);
    }

    /// <summary>What is wrong with an entry as a whole, by field; English, the key of its Welsh.</summary>
    /// <param name="row">The offer that is corrected; null for a new one.</param>
    public async Task<IReadOnlyList<(string Field, string Problem)>> ProblemsAsync(OfCase of, OfferEntry entry, Guid? row, DateOnly today, CancellationToken cancel)
    {
        var problems = new List<(string, string)>();
        if (entry.On > today)
        {
            problems.Add(("On-day", Ui.Language.Words.Key("This day is still to come: record the offer once it was made")));
        }

        if (entry.Answer == OfferAnswers.Refused && entry.OwnWords is null)
        {
            problems.Add(("OwnWords", Ui.Language.Words.Key("Write what they said. If they did not want to say why, write that")));
        }

        if (await visible.OfCase<OfferRow>(of.Case.Id).AnyAsync(o => o.OfferedOn == entry.On && o.Id != row, cancel))
        {
            problems.Add(("On-day", Ui.Language.Words.Key("An offer on this day is recorded already: correct that one, or mend the day")));
        }

        return problems;
    }
}
