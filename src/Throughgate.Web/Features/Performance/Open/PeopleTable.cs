using Throughgate.Web.Access;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Performance.Open;

/// <summary>Everybody whom a figure counts, as a table to take away: those whose records the reader may open by name, the others as nobody.</summary>
public static class PeopleTable
{
    public static async Task<Sheet> OfAsync(OpenMeasurePage page, Visible visible, Seen seen, Words words, CancellationToken cancel)
    {
        var names = await visible.NamesOfAsync(seen, [.. page.People.Select(p => p.Person.Id).Distinct()], cancel);
        var unit = page.Measure.Unit;
        return new(
            words["People"],
            [
                new(words["Young person"], Kind.Text),
                new(words["Reference"], Kind.Text),
                new(words["Date that counts"], Kind.Date),
                new(words["Where they stand"], Kind.Text),
                .. unit is null ? [] : new[] { new Column(words[unit], Kind.Number) },
            ],
            [
                .. page.People.Select(one =>
                    names.TryGetValue(one.Person.Id, out var person)
                        ? (IReadOnlyList<object?>)[person.Name, person.Reference, one.On, words[page.Measure.PartOf(one.Part).Label].ToString(), .. Amount(one.Amount)]
                        : [words["a record you cannot open"].ToString(), null, null, null, .. Amount(null)]
                ),
            ]
        );

        object?[] Amount(decimal? amount) => unit is null ? [] : [amount];
    }
}
