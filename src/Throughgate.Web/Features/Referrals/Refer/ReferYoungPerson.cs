using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Referrals.Refer;

/// <summary>A referral as somebody entered it, already checked.</summary>
public sealed record ReferralEntry(
    string First,
    string Last,
    DateOnly BornOn,
    string Gender,
    string Ethnicity,
    string Yot,
    DateOnly LivesFrom,
    string Type,
    int? Months,
    string MainOffence,
    DateOnly SentencedOn,
    DateOnly? ArrestedOn,
    string? Establishment,
    DateOnly ReferredOn
);

/// <summary>A young person nobody knew here: who they are, where they live, the sentence, and the case that opens with the referral, in one save.</summary>
public sealed class ReferYoungPerson(Db db, Actor actor, TimeProvider time, WorkingCalendar calendar)
{
    public async Task<Guid> RunAsync(ReferralEntry entry, DateOnly today)
    {
        var person = new Person
        {
            Reference = "",
            FirstName = entry.First,
            LastName = entry.Last,
            SearchName = Names.Search(entry.First, entry.Last),
            DateOfBirth = entry.BornOn,
            Gender = entry.Gender,
            Ethnicity = entry.Ethnicity,
        };
        person.Reference = $"T-{person.Id:N}";
        var sentence = new Sentence
        {
            Reference = "",
            PersonId = person.Id,
            Type = entry.Type,
            Kind = Reference.Instance.KindOf(entry.Type).ToString().ToLowerInvariant(),
            MainOffence = entry.MainOffence,
            ArrestedOn = entry.ArrestedOn,
            SentencedOn = entry.SentencedOn,
        };
        sentence.Reference = $"T-{sentence.Id:N}";
        var kase = NewCase.For(person.Id, actor.Scheme!, sentence.Id, entry.ReferredOn);
        db.AddRange(person, new ResidenceRow { PersonId = person.Id, Yot = entry.Yot, FromOn = entry.LivesFrom }, sentence, kase);
        if (entry.Establishment is { } place)
        {
            db.Add(new Placement { SentenceId = sentence.Id, Establishment = place, FromOn = entry.SentencedOn });
        }

        if (entry.Months is { } months)
        {
            var dates = DtoDates.Of(entry.SentencedOn, months);
            db.Add(Date(sentence, SentenceDate.ExpectedRelease, dates.HalfWayRelease(entry.SentencedOn, calendar), today));
            db.Add(Date(sentence, SentenceDate.Ends, dates.LastDay, today));
        }

        await db.SaveAsync(
            actor,
            time,
            new YoungPersonReferred(person.Reference, entry.Yot, entry.LivesFrom) { PersonId = person.Id },
            new CaseOpened(kase.Id, kase.Scheme, sentence.Id, kase.ReferredOn) { PersonId = person.Id, CaseId = kase.Id }
        );
        return person.Id;
    }

    private static SentenceDate Date(Sentence sentence, string what, DateOnly on, DateOnly today) =>
        new() { SentenceId = sentence.Id, What = what, ValueOn = on, KnownFrom = today, SaidBy = SentenceDate.WorkedOut };
}
