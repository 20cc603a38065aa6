using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build;

/// <summary>Facts made in a test (random histories) as the rows they would have come from.</summary>
public static class FactRows
{
    public static async Task SaveRowsOfAsync(this Db db, IReadOnlyCollection<PersonFacts> people)
    {
        // In the order of the foreign keys, which the model does not know.
        foreach (var person in people)
        {
            Add(db, person);
        }

        await db.SaveChangesAsync();
        var cases = people.SelectMany(p => p.Cases.Select(c => (Person: p.Id, Case: c))).ToList();
        foreach (var (person, of) in cases)
        {
            AddSentence(db, person, of.Sentence);
        }

        await db.SaveChangesAsync();
        foreach (var (person, of) in cases)
        {
            AddCase(db, person, of);
        }

        await db.SaveChangesAsync();
        foreach (var (_, of) in cases)
        {
            AddRecords(db, of);
        }

        await db.SaveChangesAsync();
    }

    private static void Add(Db db, PersonFacts person) =>
        db.People.Add(new()
        {
            Id = person.Id,
            Reference = $"{person.Id:N}",
            FirstName = "Kim",
            LastName = "Random",
            SearchName = Names.Search("Kim", "Random"),
            DateOfBirth = person.DateOfBirth,
            Gender = person.Gender,
            Ethnicity = person.Ethnicity,
            LookedAfter = person.LookedAfter,
        });

    private static void AddSentence(Db db, Guid person, SentenceFacts sentence) =>
        db.Sentences.Add(new()
        {
            Id = sentence.Id,
            Reference = $"{sentence.Id:N}",
            PersonId = person,
            Type = sentence.Type,
            Kind = sentence.Kind.ToString().ToLowerInvariant(),
            MainOffence = sentence.MainOffence,
            SentencedOn = sentence.SentencedOn,
            ReleasedOn = sentence.ReleasedOn,
        });

    private static void AddCase(Db db, Guid person, CaseFacts of) =>
        db.Cases.Add(new()
        {
            Id = of.Id,
            Reference = $"{of.Id:N}",
            PersonId = person,
            Scheme = of.Scheme,
            SentenceId = of.Sentence.Id,
            ReferredOn = of.ReferredOn,
            LeadProfessionalOn = of.LeadProfessionalOn,
            PlanDrawnUpOn = of.PlanDrawnUpOn,
            PlanAgreedByPersonOn = of.PlanAgreedByPersonOn,
            PlanAgreedByYotOn = of.PlanAgreedByYotOn,
            ClosedOn = of.ClosedOn,
            ClosingReason = of.ClosedOn is null ? null : "moved_away",
        });

    private static void AddRecords(Db db, CaseFacts of)
    {
        var sentence = of.Sentence;
        foreach (var (what, changes) in new[] { (SentenceDate.ExpectedRelease, sentence.ExpectedRelease), (SentenceDate.Ends, sentence.Ends) })
        {
            db.SentenceDates.AddRange(changes.Select((c, i) => new SentenceDate { SentenceId = sentence.Id, What = what, ValueOn = c.Value, KnownFrom = c.KnownFrom, Position = i }));
        }

        db.Offers.AddRange(of.Offers.Select(o => new OfferRow { CaseId = of.Id, OfferedOn = o.On, Setting = o.Setting, Answer = o.Answer }));
        db.Contacts.AddRange(of.Contacts.Select((c, i) => new ContactRow
        {
            Reference = $"{of.Id:N}{i}",
            CaseId = of.Id,
            HeldAt = c.At,
            Minutes = c.Minutes,
            Kind = c.Kind,
            CountsAs = c.CountsAs,
            Outcome = c.Outcome,
        }));
        db.Reviews.AddRange(of.Reviews.Select(r => new ReviewRow { CaseId = of.Id, HeldOn = r.On, Kind = r.Kind }));
        db.Accommodation.AddRange(of.Accommodation.Select(a => new AccommodationRow
        {
            CaseId = of.Id,
            FromOn = a.Days.From,
            ToOn = a.Days.To,
            Type = a.Type,
            Suitable = a.Suitable,
            ConfirmedOn = a.ConfirmedOn,
            ToldOn = a.ToldOn,
        }));
    }
}
