using Throughgate.Domain.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Item;

/// <summary>Says how far an item of a release is (REL-1, REL-6, REL-8): one row an item, whatever was said before stays in history.</summary>
public sealed class AnswerItem(Db db, Actor actor, TimeProvider time)
{
    /// <param name="held">The row of the item, followed for changes; null where nothing was said of it.</param>
    /// <param name="called">The scheme's own name for it; null for everybody's items.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task RunAsync(OfCase of, ReleaseItemRow? held, int shown, string item, string? called, ItemSaid said)
    {
        var was = held is null ? null : Said(held);
        var row = held ?? new ReleaseItemRow { CaseId = of.Case.Id, Item = item, State = said.State };
        if (held is null)
        {
            db.Add(row);
        }
        else
        {
            row.Correct(shown);
        }

        (row.State, row.StateOn, row.ByWhom, row.ForOn, row.Note) = (said.State, said.On, said.ByWhom, said.ForOn, said.Note);
        await db.SaveAsync(actor, time, new ReleaseItemAnswered(item, called, was, said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    public static ItemSaid Said(ReleaseItemRow row) => new(row.State, row.StateOn, row.ByWhom, row.ForOn, row.Note);

    /// <summary>What is wrong with an answer as a whole, by field; English, the key of its Welsh.</summary>
    /// <param name="since">Day of the return to custody whose release is prepared; the first day of all where there was none.</param>
    public static IEnumerable<(string Field, string Problem)> Problems(string item, ItemSaid said, DateOnly since, DateOnly today)
    {
        if (said.On < since)
        {
            yield return ("On-day", Words.Key("This is before the return to custody: what was made ready for the release before does not count for this one"));
        }

        if (said.On > today)
        {
            yield return ("On-day", Words.Key("This day is still to come: say “booked”, and the day it is for"));
        }

        if (item == ReleaseItems.WhoMeets && said.State == ReleaseItemStates.NotNeeded)
        {
            yield return ("State", Words.Key("Choose how far it is"));
        }

        if (said.State == ReleaseItemStates.NotNeeded && string.IsNullOrWhiteSpace(said.Note))
        {
            yield return ("Note", Words.Key("Say why it is not needed"));
        }

        if (item == ReleaseItems.WhoMeets && said.State == ReleaseItemStates.Done && string.IsNullOrWhiteSpace(said.ByWhom))
        {
            yield return ("ByWhom", Words.Key("Enter who meets the young person"));
        }

        if (item == "ete_place" && said.State == ReleaseItemStates.Done && said.ForOn is null)
        {
            yield return ("ForOn-day", Words.Key("Enter the first day of the place"));
        }
    }
}
