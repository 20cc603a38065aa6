using System.Data.Common;
using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Education;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;
using Reading = Throughgate.Web.Data.Facts.FactsReader.Reading;

namespace Throughgate.Web.Data.Facts;

/// <summary>The statements behind <see cref="FactsReader"/>, each with what it does with a row. @picked stands for the people asked for.</summary>
internal sealed record FactSets(string Sql, Action<DbDataReader, Reading> Take)
{
    public static IReadOnlyList<FactSets> For(Gather gather) =>
        // Whoever asks for all contacts is not given the ones that count a second time.
        [.. gather.HasFlag(Gather.Places) ? PlaceSets.All : [], .. Always.Where(s => (s != DatedChanges && s != Transfers) || !gather.HasFlag(Gather.NoDatedChanges)), .. ByCase.Where(s => gather.HasFlag(s.When) && !(s.When == Gather.ContactsThatCount && gather.HasFlag(Gather.Contacts))).Select(s => s.Set)];

    private static readonly FactSets DatedChanges =
        new(
            """
            select d.sentence_id, d.what, d.value_on, d.known_from from sentences s join sentence_dates d on d.sentence_id = s.id
            where s.person_id in @picked and not s.voided and not d.voided order by d.sentence_id, d.what, d.position
            """,
            (r, to) =>
                Reading.Add(
                    r.GetString(1) == Rows.SentenceDate.Ends ? to.Ends : to.Expected,
                    r.Key(0),
                    new DatedChange(r.DayOrNull(2), r.Day(3))
                )
        );

    /// <summary>Moves from one known establishment to another; the first place under a sentence, or one known late, is none.</summary>
    private static readonly FactSets Transfers =
        new(
            """
            select l.sentence_id, l.from_on from sentences s join placements l on l.sentence_id = s.id and l.position > 0
            where s.person_id in @picked and not s.voided and not l.voided and exists (
                select 1 from placements b where b.sentence_id = l.sentence_id and b.position < l.position and not b.voided and b.establishment <> l.establishment
            ) order by l.sentence_id, l.from_on, l.position
            """,
            (r, to) => Reading.Add(to.Transfers, r.Key(0), r.Day(1))
        );

    private static readonly IReadOnlyList<FactSets> Always =
    [
        new(
            "select id, reference, date_of_birth, gender, ethnicity, looked_after, is_parent, send from people where id in @picked and not voided",
            (r, to) =>
                to.People[r.Key(0)] = new PersonFacts
                {
                    Id = r.Key(0),
                    Reference = r.GetString(1),
                    DateOfBirth = r.Day(2),
                    Gender = r.GetString(3),
                    Ethnicity = r.GetString(4),
                    LookedAfter = r.YesOrNull(5),
                    IsParent = r.YesOrNull(6),
                    Send = r.YesOrNull(7),
                }
        ),
        new(
            "select person_id, yot, from_on, to_on, id from residences where person_id in @picked and not voided order by person_id, from_on",
            (r, to) => Reading.Add(to.Residences, r.Key(0), new Residence(r.GetString(1), new DateRange(r.Day(2), r.DayOrNull(3))) { Id = r.Key(4) })
        ),
        DatedChanges,
        Transfers,
        new(
            """
            select id, person_id, reference, type, kind, main_offence, offence_on, arrested_on, sentenced_on, released_on, follows_id
            from sentences where person_id in @picked and not voided order by person_id, sentenced_on, reference
            """,
            (r, to) =>
            {
                var sentence = new SentenceFacts
                {
                    Id = r.Key(0),
                    Reference = r.GetString(2),
                    Type = r.GetString(3),
                    Kind = Enum.Parse<SentenceKind>(r.GetString(4), ignoreCase: true),
                    MainOffence = r.GetString(5),
                    OffenceOn = r.DayOrNull(6),
                    ArrestedOn = r.DayOrNull(7),
                    SentencedOn = r.Day(8),
                    ReleasedOn = r.DayOrNull(9),
                    Follows = r.KeyOrNull(10),
                    ExpectedRelease = Reading.Of(to.Expected, r.Key(0)),
                    Ends = Reading.Of(to.Ends, r.Key(0)),
                    Transfers = Reading.Of(to.Transfers, r.Key(0)),
                    Places = Reading.Of(to.Places, r.Key(0)),
                };
                to.Sentences[sentence.Id] = sentence;
                Reading.Add(to.SentencesOf, r.Key(1), sentence);
            }
        ),
        new(
            """
            select id, person_id, reference, scheme, sentence_id, referred_on, lead_professional_on, plan_drawn_up_on,
                plan_agreed_by_person_on, plan_agreed_by_yot_on, closed_on, closing_reason
            from cases where person_id in @picked and not voided order by person_id, referred_on, reference
            """,
            (r, to) =>
                to.Cases.Add(
                    new CaseFacts
                    {
                        Id = r.Key(0),
                        PersonId = r.Key(1),
                        Reference = r.GetString(2),
                        Scheme = r.GetString(3),
                        Sentence = to.Sentences[r.Key(4)],
                        ReferredOn = r.Day(5),
                        LeadProfessionalOn = r.DayOrNull(6),
                        PlanDrawnUpOn = r.DayOrNull(7),
                        PlanAgreedByPersonOn = r.DayOrNull(8),
                        PlanAgreedByYotOn = r.DayOrNull(9),
                        ClosedOn = r.DayOrNull(10),
                        ClosingReason = r.TextOrNull(11),
                    }
                )
        ),
    ];

    private static readonly IReadOnlyList<(Gather When, FactSets Set)> ByCase =
    [
        (
            Gather.Offers,
            new(
                Of("offers", "offered_on, x.setting, x.answer", "offered_on"),
                (r, to) => Reading.Add(to.Offers, r.Key(0), new Offer(r.Day(1), r.GetString(2), r.GetString(3)) { Id = r.Key(4) })
            )
        ),
        (Gather.Contacts, new(Of("contacts", "held_at, x.minutes, x.kind, x.counts_as, x.outcome", "held_at, x.reference"), AddContact)),
        (Gather.ContactsThatCount, new(ContactsThatCount, AddContact)),
        (
            Gather.Assessments,
            new(
                Of("assessments", "completed_on, x.purpose, " + string.Join(", ", Assessment.Sections.Select(s => "x." + s)), "completed_on, x.purpose"),
                (r, to) =>
                {
                    var scores = new int?[Assessment.Sections.Count];
                    for (var i = 0; i < scores.Length; i++)
                    {
                        scores[i] = r.NumberOrNull(3 + i);
                    }

                    Reading.Add(to.Assessments, r.Key(0), new Assessment(r.Day(1), r.GetString(2), scores) { Id = r.Key(3 + scores.Length) });
                }
            )
        ),
        (
            Gather.Ete,
            new(
                Of("ete_weeks", "week_on, x.hours, x.provision, x.unable_reason, x.hours_offered", "week_on"),
                (r, to) =>
                    Reading.Add(
                        to.Ete,
                        r.Key(0),
                        new EteRow(r.Day(1), r.GetDecimal(2), r.TextOrNull(3), r.TextOrNull(4)) { Id = r.Key(6), Offered = r.IsDBNull(5) ? null : r.GetDecimal(5) }
                    )
            )
        ),
        (
            Gather.Accommodation,
            new(
                Of("accommodation_spells", "from_on, x.to_on, x.type, x.suitable, x.confirmed_on, x.told_on", "from_on"),
                (r, to) =>
                    Reading.Add(
                        to.Accommodation,
                        r.Key(0),
                        new AccommodationSpell(
                            new DateRange(r.Day(1), r.DayOrNull(2)),
                            r.GetString(3),
                            r.YesOrNull(4),
                            r.DayOrNull(5),
                            r.DayOrNull(6)
                        ) { Id = r.Key(7) }
                    )
            )
        ),
        (
            Gather.Reviews,
            new(
                Of("reviews", "held_on, x.kind", "held_on"),
                (r, to) => Reading.Add(to.Reviews, r.Key(0), new Review(r.Day(1), r.GetString(2)) { Id = r.Key(3) })
            )
        ),
        (
            Gather.Care,
            new(
                Of("case_decisions", "decided_on, x.kind, x.until_on", "decided_on"),
                (r, to) => Reading.Add(to.Decisions, r.Key(0), new Decision(r.Day(1), r.GetString(2), r.DayOrNull(3)))
            )
        ),
        (Gather.Care, new(Of("care_discussions", "held_on", "held_on"), (r, to) => Reading.Add(to.CareDiscussions, r.Key(0), r.Day(1)))),
        (
            Gather.Care,
            new(
                "select person_id, from_on, to_on from people_around where person_id in @picked and kind = 'social_worker' and not voided order by person_id, from_on",
                (r, to) => Reading.Add(to.SocialWorkers, r.Key(0), new Domain.People.NamedSpell(r.Day(1), r.DayOrNull(2)))
            )
        ),
        (Gather.Care, EndingSets.All),
        (Gather.Release, ReleaseSets.Said),
        (Gather.Release, ReleaseSets.Own),
        (
            Gather.Reviews,
            new(
                """
                select p.case_id, p.drawn_up_on, (select min(k.checked_on) from plan_checks k where k.plan_id = p.id and not k.voided)
                from cases c join plans p on p.case_id = c.id
                where c.person_id in @picked and not c.voided and not p.voided and p.drawn_up_on is not null order by p.case_id, p.number
                """,
                (r, to) => Reading.Add(to.Plans, r.Key(0), new(r.Day(1), r.DayOrNull(2)))
            )
        ),
        (
            Gather.Care,
            new(
                Of("concerns", "raised_at, x.safeguarding, x.acknowledged_at", "raised_at"),
                (r, to) =>
                    Reading.Add(to.Concerns, r.Key(0), new Concern(LondonDay(r, 1), r.GetBoolean(2), r.IsDBNull(3) ? null : LondonDay(r, 3)))
            )
        ),
    ];

    /// <summary>
    /// The contacts that duties and the list of today turn on, whatever else is on record: the last one attended with the young person by the day,
    /// the last of those that was resettlement support (OPN-3), the last with the social worker (FAM-4); meetings on the day of a release (REL-2); what is planned from the day on. An
    /// index gives each without reading the others. A test compares the duties from these with those from all contacts.
    /// </summary>
    private const string ContactsThatCount = $"""
        {Contact} x.id = ({LastMet} order by y.held_at desc limit 1) where {Counts}
        union {Contact} x.id = ({LastMet} and y.counts_as = 'irs' order by y.held_at desc limit 1) where {Counts}
        union {Contact} x.id = (
            select y.id from contacts y where y.case_id = c.id and y.held_at < @next_day and y.outcome = 'attended' and y.kind = 'social_worker' and not y.voided
            order by y.held_at desc limit 1
        ) where {Counts}
        union {Contact} x.case_id = c.id and x.held_at >= s.released_on where {Counts} and x.kind = 'release_day_meeting' and x.outcome = 'attended'
        union {Contact} x.case_id = c.id and x.held_at >= @on where {Counts} and x.outcome = 'planned'
        """;

    private const string Contact = """
        select x.case_id, x.held_at, x.minutes, x.kind, x.counts_as, x.outcome, x.id
        from cases c join sentences s on s.id = c.sentence_id join contacts x on
        """;

    private const string Counts = "c.person_id in @picked and not c.voided and not x.voided";

    private const string LastMet = """
        select y.id from contacts y
        where y.case_id = c.id and y.held_at < @next_day and y.outcome = 'attended' and y.kind not in ('family', 'social_worker') and not y.voided
        """;

    private static void AddContact(DbDataReader r, Reading to) =>
        Reading.Add(to.Contacts, r.Key(0), new(r.GetDateTime(1), r.NumberOrNull(2), r.GetString(3), r.GetString(4), r.GetString(5)) { Id = r.Key(6) });

    private static DateOnly LondonDay(DbDataReader r, int column) => DateOnly.FromDateTime(London.Civil(r.Instant(column)));

    private static string Of(string table, string columns, string order) =>
        $"select x.case_id, x.{columns}, x.id from cases c join {table} x on x.case_id = c.id where c.person_id in @picked and not c.voided and not x.voided order by x.case_id, x.{order}";
}
