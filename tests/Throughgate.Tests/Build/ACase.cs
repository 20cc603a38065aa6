using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;

namespace Throughgate.Tests.Build;

/// <summary>
/// A young person of Leeds with one sentence (a detention and training order of Monday 1 March 2010, unless said otherwise) and one case of
/// the Leeds scheme for it, referred on the day of sentence.
/// </summary>
public sealed class ACase
{
    public const string Scheme = "leeds";

    private DateOnly _sentenced = new(2010, 3, 1);
    private DateOnly? _referred;
    private DateOnly? _released;
    private DateOnly? _closed;
    private SentenceKind _kind = SentenceKind.Custodial;
    private readonly List<DatedChange> _expected = [];
    private readonly List<DatedChange> _ends = [];
    private readonly List<Offer> _offers = [];
    private readonly List<Contact> _contacts = [];
    private readonly List<Review> _reviews = [];
    private readonly List<DateOnly> _transfers = [];
    private readonly List<Concern> _concerns = [];
    private readonly List<AccommodationSpell> _addresses = [];

    public DateOnly? LeadProfessional { get; init; }

    public DateOnly? PlanDrawnUp { get; init; }

    public (DateOnly? Person, DateOnly? Yot) Agreed { get; private set; }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public ACase Sentenced(string on, SentenceKind kind = SentenceKind.Custodial) => Do(() => (_sentenced, _kind) = (Day(on), kind));

    public ACase Referred(string on) => Do(() => _referred = Day(on));

    public ACase Released(string on) => Do(() => _released = Day(on));

    public ACase Closed(string on) => Do(() => _closed = Day(on));

    public ACase ExpectedRelease(string? on, string? knownFrom = null) =>
        Do(() => _expected.Add(new(on is null ? null : Day(on), knownFrom is null ? _sentenced : Day(knownFrom))));

    public ACase Ends(string on, string? knownFrom = null) => Do(() => _ends.Add(new(Day(on), knownFrom is null ? _sentenced : Day(knownFrom))));

    public ACase AgreedByPerson(string on) => Do(() => Agreed = (Day(on), Agreed.Yot));

    public ACase AgreedByYot(string on) => Do(() => Agreed = (Agreed.Person, Day(on)));

    /// <summary>Both agree the plan on that day.</summary>
    public ACase Started(string on) => AgreedByPerson(on).AgreedByYot(on);

    public ACase Offered(string on, string answer, string setting = OfferSettings.Custody) => Do(() => _offers.Add(new(Day(on), setting, answer)));

    public ACase Refused(string on) => Offered(on, OfferAnswers.Refused);

    public ACase Accepted(string on) => Offered(on, OfferAnswers.Accepted);

    public ACase Undecided(string on) => Offered(on, OfferAnswers.Undecided);

    public ACase Contact(string on, string kind = "appointment", string countsAs = CountsAs.Irs, string outcome = ContactOutcomes.Attended) =>
        Do(() => _contacts.Add(new(Day(on).ToDateTime(new TimeOnly(10, 30)), 45, kind, countsAs, outcome)));

    public ACase MetAtGate(string on, string countsAs = CountsAs.Irs, string outcome = ContactOutcomes.Attended) =>
        Contact(on, ContactKinds.ReleaseDayMeeting, countsAs, outcome);

    public ACase Review(string on, string kind = "quarterly") => Do(() => _reviews.Add(new(Day(on), kind)));

    /// <summary>Moved to another establishment.</summary>
    public ACase Transferred(string on) => Do(() => _transfers.Add(Day(on)));

    public ACase Concern(string raised, string? acknowledged = null, bool safeguarding = false) => Do(() => _concerns.Add(new(Day(raised), safeguarding, Maybe(acknowledged))));

    public ACase Address(string from, string? confirmed, string type = "parents", bool? suitable = true, string? told = null) =>
        Do(() => _addresses.Add(new(new DateRange(Day(from), null), type, suitable, Maybe(confirmed), Maybe(told))));

    private static DateOnly? Maybe(string? day) => day is null ? null : Day(day);

    public CaseFacts Facts() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = "C1",
            PersonId = Guid.CreateVersion7(),
            Scheme = Scheme,
            Sentence = new SentenceFacts
            {
                Id = Guid.CreateVersion7(),
                Reference = "S1",
                Type = "dto",
                Kind = _kind,
                MainOffence = "robbery",
                ArrestedOn = _sentenced,
                SentencedOn = _sentenced,
                ReleasedOn = _released,
                ExpectedRelease = [.. _expected],
                Ends = [.. _ends],
                Transfers = [.. _transfers],
            },
            ReferredOn = _referred ?? _sentenced,
            LeadProfessionalOn = LeadProfessional,
            PlanDrawnUpOn = PlanDrawnUp,
            PlanAgreedByPersonOn = Agreed.Person,
            PlanAgreedByYotOn = Agreed.Yot,
            ClosedOn = _closed,
            ClosingReason = _closed is null ? null : "no_longer_helps",
            Offers = [.. _offers],
            Contacts = [.. _contacts],
            Reviews = [.. _reviews],
            Concerns = [.. _concerns],
            Accommodation = [.. _addresses],
        };

    public PersonFacts Person() => PersonOf(Facts());

    public static PersonFacts PersonOf(CaseFacts facts) =>
        new()
        {
            Id = facts.PersonId,
            Reference = "P1",
            DateOfBirth = new(1994, 5, 10),
            Gender = Genders.Male,
            Ethnicity = "W1",
            Residences = [new("leeds", new DateRange(new(1994, 5, 10), null))],
            Sentences = [facts.Sentence],
            Cases = [facts],
        };

    public IReadOnlyList<Duty> DutiesOn(string on, DutyFigures? figures = null) =>
        DutyRules.DutiesOf([Person()], Scheme, Day(on), SampleBundle.Calendar, figures ?? DutyFigures.Defaults);

    /// <summary>The duties of one rule on a day, as <c>2010-03-08 met_late 2010-03-09</c>.</summary>
    public string[] Duties(string rule, string on, DutyFigures? figures = null) =>
        [.. DutiesOn(on, figures).Where(d => d.RuleId == rule).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd())];

    private ACase Do(Action change)
    {
        change();
        return this;
    }
}
