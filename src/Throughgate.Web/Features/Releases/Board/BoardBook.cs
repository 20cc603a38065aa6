using System.Globalization;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Releases.Board;

/// <summary>The release board as a table to take away: everybody of its parts, as it is narrowed, and no more of each than the board says.</summary>
public sealed class BoardBook(Words words)
{
    private static readonly string[] Items = [ReleaseItems.WhoMeets, .. ReleaseItems.List];

    /// <param name="parts">Title of each part, and who stands in it.</param>
    public Book Of(IEnumerable<(string Title, IReadOnlyList<Held> Rows)> parts, DateOnly on) =>
        new(
            $"leaving-custody-{on:yyyy-MM-dd}",
            words["Leaving custody, {0}", new Days(words).Plain(on)],
            [
                new(
                    words["Leaving custody"],
                    [
                        new(words["Part"], Kind.Text, words["Which part of the page"]),
                        new(words["Young person"], Kind.Text),
                        new(words["Reference"], Kind.Text),
                        new(words["Age"], Kind.Whole, words["On the day of the list"]),
                        new(words["Establishment"], Kind.Text, words["Empty where nobody is held, where it is not known, or must not be disclosed"]),
                        new(words["Leaves"], Kind.Date, words["Expected release of somebody who is held; it may have passed"]),
                        new(words["Held since"], Kind.Date, words["The day of the sentence or remand"]),
                        new(words["Address confirmed"], Kind.Text),
                        new(words["Address due"], Kind.Date),
                        new(words["Told of the address"], Kind.Text),
                        new(words["To be told by"], Kind.Date),
                        .. Items.Select(i => new Column(words[ReleaseWords.Item(i) ?? ReleaseWords.Brief(i)], Kind.Text)),
                        new(words["Ready"], Kind.Text, words["How many items of the list are answered, of how many"]),
                        new(words["Lead worker"], Kind.Text),
                        new(words["Support"], Kind.Text),
                    ],
                    [.. parts.SelectMany(p => p.Rows.Select(r => Row(p.Title, r, on)))]
                ),
            ]
        );

    private List<object?> Row(string part, Held row, DateOnly on)
    {
        var facts = row.Case is { } shown ? row.Person.Cases.FirstOrDefault(c => c.Id == shown.CaseId) : null;
        var own = facts is not null && facts.Covers(row.Sentence) && facts.InViewOn(on) ? facts.Under(row.Sentence) : null;
        return
        [
            part,
            row.Who.Name,
            row.Who.Reference,
            Age.On(row.Person.DateOfBirth, on),
            row.Who.Establishment is { } code ? EstablishmentName.Short(code) : null,
            row.Leaves,
            row.Sentence.SentencedOn,
            State(row.Address, on),
            row.Address?.Due,
            row.ToldBefore && row.Told is null ? words["Not recorded then"].ToString() : State(row.Told, on),
            row.Told?.Due,
            .. Items.Select(i => own is null ? null : Said(own, i, on)),
            own is null ? null : Ready(own, on),
            row.Case is null ? null : row.Case.LeadWorker?.Name ?? words["Nobody"].ToString(),
            row.Standing is { } standing ? StandingInWords.Of(words, standing) : (row.OnRemand ? words["No case here"] : words["Not on the books"]).ToString(),
        ];
    }

    private string? State(Duty? duty, DateOnly on) => duty is null ? null : StateInWords.Of(words, duty.State, duty.Due, duty.MetOn, on);

    private string Said(CaseFacts own, string item, DateOnly on)
    {
        var state = own.ReleaseItems.FirstOrDefault(i => i.Item == item && i.On <= on).State;
        return item == ReleaseItems.WhoMeets && state == ReleaseItemStates.Done ? words["Decided"] : words[ReleaseWords.State(state)];
    }

    private string Ready(CaseFacts own, DateOnly on)
    {
        var asked = ReadyToLeave.ItemsOn(own, on);
        return words["{0} of {1}", asked.Count(a => own.ReleaseItems.Any(i => i.Item == a && i.IsAnswered && i.On <= on)).ToString(CultureInfo.InvariantCulture), asked.Count];
    }
}
