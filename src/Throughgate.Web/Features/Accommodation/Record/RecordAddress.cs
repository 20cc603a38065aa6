using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accommodation.Record;

/// <summary>An address as somebody entered it, already checked.</summary>
/// <param name="Said">Type: a code of the list <c>accommodation</c>.</param>
/// <param name="Street">The street address; null leaves what there is, empty takes it away.</param>
public sealed record AddressEntry(AddressSaid Said, string? Street);

/// <summary>Records a place to live, or corrects one. The duties that it meets (REL-3, REL-5) follow by themselves.</summary>
public sealed class RecordAddress(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(OfCase of, AddressEntry entry)
    {
        var row = new AccommodationRow { CaseId = of.Case.Id, Type = entry.Said.Type };
        Write(row, entry.Said);
        db.Add(row);
        await StreetAsync(row, entry.Street);
        await db.SaveAsync(actor, time, new AddressRecorded(row.Id, entry.Said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return row.Id;
    }

    /// <param name="row">Followed for changes.</param>
    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CorrectAsync(OfCase of, AccommodationRow row, int shown, AddressEntry entry)
    {
        row.Correct(shown);
        var was = Said(row);
        Write(row, entry.Said);
        var street = await StreetAsync(row, entry.Street);
        await db.SaveAsync(actor, time, new AddressCorrected(row.Id, was, entry.Said, street) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    public static AddressSaid Said(AccommodationRow row) => new(row.FromOn, row.ToOn, row.Type, row.Suitable, row.ConfirmedOn, row.ToldOn);

    /// <summary>What is wrong with an address as a whole, by field; English, the key of its Welsh.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(AddressSaid said, DateOnly today)
    {
        if (said.To < said.From)
        {
            yield return ("To-day", Words.Key("The last day is before the first: mend one of them"));
        }

        if (said.ConfirmedOn > today)
        {
            yield return ("ConfirmedOn-day", Words.Key("This day is still to come: enter it once the address is confirmed"));
        }

        if (said.ToldOn > today)
        {
            yield return ("ToldOn-day", Words.Key("This day is still to come: enter it once the young person has been told"));
        }

        if (said.From > today.AddYears(15))
        {
            yield return ("From-day", Words.Key("This is more than fifteen years ahead: mend the year"));
        }
    }

    private static void Write(AccommodationRow row, AddressSaid said) =>
        (row.FromOn, row.ToOn, row.Type, row.Suitable, row.ConfirmedOn, row.ToldOn) = (said.From, said.To, said.Type, said.Suitable, said.ConfirmedOn, said.ToldOn);

    /// <summary>Whether the street address changed.</summary>
    private async Task<bool> StreetAsync(AccommodationRow row, string? street)
    {
        if (street is null)
        {
            return false;
        }

        var held = await visible.StreetAsync(row.CaseId, row.Id);
        if (street.Trim() == (held?.Text ?? ""))
        {
            return false;
        }

        if (held is null)
        {
            db.Add(new StreetAddress { RowId = row.Id, CaseId = row.CaseId, Text = street.Trim() });
        }
        else if (string.IsNullOrWhiteSpace(street))
        {
            db.Remove(held);
        }
        else
        {
            held.Text = street.Trim();
        }

        return true;
    }
}
