using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>One sentence at the top of the page, about what must not be overlooked.</summary>
/// <param name="Href">Where on the page more is said.</param>
public sealed record Alert(string Text, string Href)
{
    /// <summary>How long before and after a release the page speaks of it at the top.</summary>
    private const int NearRelease = 28;
    private const int AfterRelease = 14;

    public static IEnumerable<Alert> Of(YoungPersonRecord record, Words words)
    {
        var days = new Days(words);
        if (record.HeldUnder is { } sentence)
        {
            var addressOpen = record.Duties.FirstOrDefault(d => d.Rule == AddressConfirmed.Rule && d.IsOpen && d.CaseId == CaseUnder(record, sentence.Id));
            if (record.Leaves is not { } leaves)
            {
                yield return ReleaseDateKnown.MissingSince(sentence, record.On, record.Calendar, record.Rest.Figures) is { } by
                    ? new(words["No date of release is known; it should have been by {0}", days.Short(by)], "#sentences")
                    : new(words["No date of release is known"], "#sentences");
            }
            else if (leaves < record.On)
            {
                yield return new(words["Release was expected {0}, and no release is recorded", days.Relative(leaves, record.On)], "#sentences");
            }
            else if (addressOpen is not null && (addressOpen.State == DutyState.Overdue || leaves.DayNumber - record.On.DayNumber <= NearRelease))
            {
                yield return new(words["Leaves custody {0}, and no suitable address is confirmed", days.Relative(leaves, record.On)], "#" + DutyParts.Anchor(addressOpen));
            }
        }

        foreach (var missed in record.Duties.Where(d => d.Rule == ReleaseDayMeeting.Rule && d.State == DutyState.Missed && record.On.DayNumber - d.Due.DayNumber <= AfterRelease))
        {
            yield return new(words["Released {0}, and no meeting on the day of release is recorded", days.Relative(missed.Due, record.On)], "#" + DutyParts.Anchor(missed));
        }

        foreach (var programme in record.Programmes.Where(p => p.InViewOn(record.On) && record.LastDayOf(p) < record.On))
        {
            yield return new(words["The last day of support was {0}, and the programme is still open", days.Short(record.LastDayOf(programme)!.Value)], "#plan");
        }

        foreach (var programme in record.Programmes)
        {
            if (EndingsPlanned.Of(programme, record.AllocatedTo(programme), record.On, record.Rest.Figures) is { } endings)
            {
                yield return new(words["Expected to close {0}: the ending is not planned yet with {1}", days.Short(endings.Closes), string.Join(", ", endings.With)], "#plan");
            }
        }

        foreach (var programme in record.Programmes.Where(p => p.InViewOn(record.On)))
        {
            if (record.GapsOf(programme) is [var last, ..])
            {
                yield return new(words["Resettlement support covers a gap in case management: nobody managed the case on {0}", days.Short(last)], $"/young-people/{record.Id}/contacts?programme={programme.Id}");
            }
        }

        foreach (var missing in record.WithoutACase)
        {
            yield return new(words["On a custodial sentence, and no case is open here: open one and offer support by {0}", days.Short(missing.Due)], ActionOf.Href(missing));
        }
    }

    private static Guid? CaseUnder(YoungPersonRecord record, Guid sentence) => record.Programmes.FirstOrDefault(p => p.Custodies().Any(s => s.Id == sentence))?.Id;
}
