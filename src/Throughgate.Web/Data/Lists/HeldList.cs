using System.Data.Common;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody held on the day under one sentence, and what is ready for the day they leave.</summary>
/// <param name="Leaves">Expected release as known on the day; null where there is none, or on remand.</param>
/// <param name="Case">The case of the scheme in view for that sentence, or else another of theirs in view, or else the closed one; null without any.</param>
/// <param name="Address">REL-3, where a case in view raises it.</param>
/// <param name="Told">REL-5, where a case in view raises it.</param>
/// <param name="ToldBefore">REL-5 was due before the scheme began to record here: "not recorded then".</param>
/// <param name="Ready">REL-6, where a case in view raises it.</param>
public sealed record Held(
    HeldUnder Who,
    PersonFacts Person,
    SentenceFacts Sentence,
    bool OnRemand,
    DateOnly? Leaves,
    CaseInView? Case,
    StandingSince? Standing,
    Duty? Address,
    Duty? Told,
    bool ToldBefore,
    Duty? Ready
);

public sealed record HeldList(DateOnly On, IReadOnlyList<Held> Rows)
{
    /// <summary>Everybody, or those of these people. Three round trips.</summary>
    internal static async Task<IReadOnlyList<Held>> ReadAsync(
        DbConnection connection,
        IReadOnlyCollection<Guid>? people,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var held = await connection.HeldAsync(people, scheme, yots, on, cancel);
        var ids = held.Select(h => h.PersonId).Distinct().ToList();
        var cases = await connection.CasesOfAsync(ids, scheme, on, cancel);
        return Of(held, cases, await connection.DutiesOfAsync(calendar, ids, scheme, on, cancel: cancel), calendar);
    }

    private static List<Held> Of(IReadOnlyList<HeldUnder> held, IReadOnlyList<CaseInView> cases, DutiesOn duties, WorkingCalendar calendar)
    {
        var people = duties.People.ToDictionary(p => p.Id);
        var byCase = cases.ToDictionary(c => c.CaseId);
        var rows = new List<Held>();
        foreach (var who in held)
        {
            // Somebody, or a sentence, taken out between the reads is no longer on the list.
            if (!people.TryGetValue(who.PersonId, out var person) || person.Sentences.FirstOrDefault(s => s.Id == who.SentenceId) is not { } sentence)
            {
                continue;
            }

            var inView = person.Cases.Where(c => c.Scheme == duties.Scheme && c.InViewOn(duties.On)).ToList();
            var own = inView.Find(c => c.Covers(sentence));
            if (!Stands(person, sentence, own, duties.On))
            {
                continue;
            }

            var shown = own ?? inView.LastOrDefault() ?? person.Cases.FirstOrDefault(c => c.Scheme == duties.Scheme && c.Covers(sentence) && c.ClosedOn <= duties.On);
            var seen = own is null ? null : new CaseOnDay(person, own.Under(sentence), duties.On, calendar, duties.Figures);
            rows.Add(new(
                who,
                person,
                sentence,
                !sentence.IsCustodial,
                sentence.LeavesAsKnownOn(duties.On),
                shown is null ? null : byCase.GetValueOrDefault(shown.Id),
                shown?.StandingOn(duties.On),
                seen is null ? null : AddressConfirmed.Rule.Of(seen).SingleOrDefault(),
                seen is null ? null : AddressTold.Rule.Of(seen).SingleOrDefault(d => !seen.IsBeforeRecording(d.Due)),
                seen is not null && AddressTold.Rule.Of(seen).Any(d => seen.IsBeforeRecording(d.Due)),
                seen is null ? null : ReadyToLeave.Rule.Of(seen).SingleOrDefault(d => !seen.IsBeforeRecording(d.Due))
            ));
        }

        return rows;
    }

    /// <summary>
    /// Nobody in custody is missing: held under a sentence or a remand. Where the order has ended and no release was ever recorded, it still
    /// stands while a case for it is in view, because somebody has to say what happened (REL-13).
    /// </summary>
    private static bool Stands(PersonFacts person, SentenceFacts sentence, CaseFacts? own, DateOnly on)
    {
        if (!sentence.IsCustodial)
        {
            return person.IsRemandedOn(sentence, on);
        }

        return sentence.HoldsOn(on) && (own is not null || !sentence.HasEndedOn(on));
    }
}
