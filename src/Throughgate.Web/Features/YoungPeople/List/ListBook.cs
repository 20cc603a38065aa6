using Throughgate.Domain.People;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>The caseload as a table to take away: the rows that the list has, on all its pages, and no more of each than the list says.</summary>
public sealed class ListBook(Words words)
{
    public Book Of(IEnumerable<ListRow> rows, DateOnly on)
    {
        var days = new Days(words);
        return new(
            $"young-people-{on:yyyy-MM-dd}",
            words["Young people, {0}", days.Plain(on)],
            [
                new(
                    words["Young people"],
                    [
                        new(words["Young person"], Kind.Text),
                        new(words["Reference"], Kind.Text),
                        new(words["Age"], Kind.Whole, words["On the day of the list"]),
                        new(words["Looked after"], Kind.Text),
                        new(words["Where they are"], Kind.Text),
                        new(words["Establishment"], Kind.Text, words["Empty where nobody is held, where it is not known, or must not be disclosed"]),
                        new(words["Leaves"], Kind.Date, words["Expected release of somebody who is held; it may have passed"]),
                        new(words["Lead worker"], Kind.Text),
                        new(words["Support"], Kind.Text),
                        new(words["Due next"], Kind.Text),
                        new(words["Due on"], Kind.Date),
                        new(words["State"], Kind.Text, words["Of what is due next"]),
                        new(words["Overdue"], Kind.Whole, words["How many things are overdue"]),
                    ],
                    [.. rows.Select(r => Row(r, on))]
                ),
            ]
        );
    }

    private List<object?> Row(ListRow row, DateOnly on)
    {
        var held = row.Where is { Where: Whereabouts.InCustody or Whereabouts.OnRemand };
        return
        [
            row.Person.Name,
            row.Person.Reference,
            row.Age,
            row.LookedAfter ? words["Yes"].ToString() : words["No"].ToString(),
            Where(row.Where?.Where),
            row.Establishment is { } code ? EstablishmentName.Short(code) : null,
            held ? row.Leaves : null,
            row.LeadWorker?.Name ?? (row.InView.Count > 0 ? words["Nobody"].ToString() : null),
            row.Standing is { } standing ? StandingInWords.Of(words, standing) : words["No case here"].ToString(),
            row.Next is { } asks ? words[asks.Rule.Asks].ToString() : null,
            row.Next?.Due,
            row.Next is { } next ? StateInWords.Of(words, next.State, next.Due, next.MetOn, on) : null,
            row.Overdue,
        ];
    }

    private string Where(Whereabouts? where) =>
        where switch
        {
            Whereabouts.InCustody => words["In custody"],
            Whereabouts.OnRemand => words["On remand"],
            Whereabouts.OrderEnded => words["Order ended"],
            Whereabouts.InTheCommunity => words["In the community"],
            _ => words["No sentence on record"],
        };
}
