using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>One programme as the journey line: from sentence through release and the end of the order to the last day of support.</summary>
public sealed class Story(YoungPersonRecord record, Words words)
{
    public Journey Of(CaseFacts facts)
    {
        var sentence = facts.CustodyOn(record.On);
        var ends = sentence.Ends.KnownOn(record.On);
        var last = record.LastDayOf(facts);
        var leaves = sentence.IsCustodial ? sentence.ReleasedOn ?? sentence.ExpectedRelease.KnownOn(record.On) : null;
        return new Journey(record.On, [.. Marks(facts, leaves, ends, last)])
        {
            Stretches = [.. Stretches(facts, leaves, ends, last)],
            Ticks = [.. facts.Contacts.Where(c => c.Attended).Select(c => c.On).Distinct()],
        };
    }

    private IEnumerable<Mark> Marks(CaseFacts facts, DateOnly? leaves, DateOnly? ends, DateOnly? last)
    {
        if (facts.Sentence.SentencedOn <= record.On)
        {
            yield return new(facts.Sentence.SentencedOn, words["Sentence"], MarkState.Done, "#sentences");
        }

        foreach (var again in facts.Returns)
        {
            yield return new(again.SentencedOn, words["Back in custody"], MarkState.Done, "#sentences");
        }

        foreach (var before in facts.Custodies().Where(s => s.Id != facts.CustodyOn(record.On).Id && s.ReleasedOn is not null))
        {
            yield return new(before.ReleasedOn!.Value, words["Released"], MarkState.Done, "#sentences", MarkShape.Gate);
        }

        foreach (var offer in facts.Offers)
        {
            yield return new(offer.On, words[OfferSaid(offer.Answer)], MarkState.Done, $"#{OfferAnchor(offer)}");
        }

        if (facts.Start is { } start)
        {
            yield return new(start, words["Plan agreed"], MarkState.Done, "#plan");
        }

        foreach (var review in facts.Reviews)
        {
            yield return new(review.On, words["Review"], MarkState.Done, $"#{ReviewAnchor(review)}");
        }

        foreach (var duty in record.Duties.Where(d => d.CaseId == facts.Id && DutyRules.IsOfBundle(d) && d.State is not (DutyState.Met or DutyState.MetLate)))
        {
            var state = duty.State switch
            {
                DutyState.Missed => MarkState.Missed,
                DutyState.Overdue => MarkState.Overdue,
                _ => MarkState.Future,
            };
            var note = duty.State == DutyState.Due ? null : StateInWords.Of(words, duty.State, duty.Due, duty.MetOn, record.On);
            yield return new(duty.Due, words[DutySaid(duty.RuleId)], state, "#" + DutyParts.Anchor(duty), MarkShape.Dot, note);
        }

        if (leaves is { } release)
        {
            yield return facts.CustodyOn(record.On).ReleasedOn is not null
                ? new(release, words["Released"], MarkState.Done, "#sentences", MarkShape.Gate)
                : new(release, words["Release"], release < record.On ? MarkState.Overdue : MarkState.Future, "#sentences", MarkShape.Gate, words["expected"]);
        }

        if (ends is { } end)
        {
            yield return new(end, words["Order ends"], Passed(end), "#sentences", MarkShape.End);
        }

        if (facts.ClosedOn is { } closed)
        {
            yield return new(closed, words["Closed"], MarkState.Done, "#plan");
        }

        if (last is { } lastDay)
        {
            yield return new(lastDay, words["Last day of support"], Passed(lastDay), "#plan", MarkShape.Last);
        }
    }

    private IEnumerable<Stretch> Stretches(CaseFacts facts, DateOnly? leaves, DateOnly? ends, DateOnly? last)
    {
        var now = facts.CustodyOn(record.On);
        var custodies = facts.Custodies().ToList();
        foreach (var (before, next) in custodies.Zip(custodies.Skip(1)).Where(pair => pair.First.ReleasedOn is not null))
        {
            if (before.IsCustodial && before.ReleasedOn > before.SentencedOn)
            {
                yield return new(before.SentencedOn, before.ReleasedOn.Value, words["In custody"]);
            }

            if (next.SentencedOn > before.ReleasedOn)
            {
                yield return new(before.ReleasedOn.Value, next.SentencedOn, words["On licence or supervision"]);
            }
        }

        // Whoever is not released on the day expected is in custody still.
        var leftCustody = leaves < record.On && now.ReleasedOn is null ? record.On : leaves;
        if (leftCustody > now.SentencedOn)
        {
            yield return new(now.SentencedOn, leftCustody.Value, words["In custody"]);
        }

        var outside = leftCustody ?? (now.IsCustodial ? null : now.SentencedOn);
        if (ends > outside)
        {
            yield return new(outside.Value, ends.Value, now.IsCustodial ? words["On licence or supervision"] : words["On the order"]);
        }

        if (last > ends)
        {
            yield return new(ends.Value, last.Value, words["Support may go on"]);
        }
    }

    /// <summary>A text for one line at the top of the page; the rest stands on its own page.</summary>
    public static string Shortened(string text)
    {
        const int Most = 90;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Most ? line : line[..(line.LastIndexOf(' ', Most) is var cut and > 20 ? cut : Most)] + " …";
    }

    private MarkState Passed(DateOnly day) => day <= record.On ? MarkState.Done : MarkState.Future;

    public static string OfferAnchor(Offer offer) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"offer-{offer.On:yyyyMMdd}");

    public static string ReviewAnchor(Review review) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"review-{review.On:yyyyMMdd}-{review.Kind}");

    private static string OfferSaid(string answer) => answer switch
    {
        OfferAnswers.Accepted => Words.Key("Offer accepted"),
        OfferAnswers.Refused => Words.Key("Offer refused"),
        _ => Words.Key("Offer undecided"),
    };

    /// <summary>Two or three words for the line; the row below says it in full.</summary>
    private static string DutySaid(string rule) => rule switch
    {
        "PLN-1" => Words.Key("Name a lead"),
        "PLN-2" => Words.Key("Draw up plan"),
        "PLN-4" => Words.Key("Review"),
        "OFR-1" => Words.Key("First offer"),
        "OFR-2" or "OFR-3" => Words.Key("Offer again"),
        "OPN-3" => Words.Key("Position review"),
        "REL-2" => Words.Key("Meet at release"),
        "REL-3" => Words.Key("Address"),
        _ => rule,
    };
}
