using System.Globalization;
using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Education;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Tests.Build;

/// <summary>
/// A caseload bundle (spec/data.md) read straight into facts, without the product's import and without a database: the tests' own
/// reckoning beside them. Cells are taken to be right; the sample's are.
/// </summary>
public static class SampleBundle
{
    private static readonly Lazy<IReadOnlyList<PersonFacts>> Sample = new(() => Read(Repository.PathOf("sample", "caseload")));

    /// <summary>The sample caseload, read once.</summary>
    public static IReadOnlyList<PersonFacts> People => Sample.Value;

    /// <summary>The bank holidays of England and Wales as the product ships them.</summary>
    public static WorkingCalendar Calendar { get; } = ReadCalendar();

    public static IReadOnlyList<PersonFacts> Read(string folder)
    {
        var kinds = CsvRows.Read(Repository.PathOf("data", "codes.csv"))
            .Where(r => r["list"] == "sentence")
            .ToDictionary(r => r["code"], r => Enum.Parse<SentenceKind>(r["kind"], ignoreCase: true), StringComparer.Ordinal);
        ILookup<string, CsvRow> By(string file, string key) =>
            CsvRows.Read(Path.Combine(folder, file + ".csv")).ToLookup(r => r[key], StringComparer.Ordinal);

        var (residences, sentences, cases) = (By("residences", "person"), By("sentences", "person"), By("cases", "person"));
        var rows = new CaseRows(
            By("offers", "case"),
            By("contacts", "case"),
            By("assessments", "case"),
            By("ete", "case"),
            By("accommodation", "case"),
            By("reviews", "case")
        );
        return
        [
            .. CsvRows.Read(Path.Combine(folder, "people.csv"))
                .Select(row =>
                {
                    var id = Guid.CreateVersion7();
                    var sentenced = sentences[row["person"]].Select(s => Sentence(s, kinds[s["type"]])).ToList();
                    return new PersonFacts
                    {
                        Id = id,
                        Reference = row["person"],
                        DateOfBirth = row.Day("date_of_birth"),
                        Gender = row["gender"],
                        Ethnicity = row["ethnicity"],
                        LookedAfter = row.MaybeYes("looked_after"),
                        Residences =
                        [
                            .. residences[row["person"]]
                                .Select(r => new Residence(r["yot"], new DateRange(r.Day("from"), r.MaybeDay("to"))))
                                .OrderBy(r => r.Days.From),
                        ],
                        Sentences = [.. sentenced.OrderBy(s => s.SentencedOn).ThenBy(s => s.Reference, StringComparer.Ordinal)],
                        Cases = [.. cases[row["person"]].Select(c => Case(c, id, sentenced, rows))],
                    };
                }),
        ];
    }

    private static SentenceFacts Sentence(CsvRow row, SentenceKind kind)
    {
        var sentencedOn = row.Day("sentenced_on");
        IReadOnlyList<DatedChange> Changes(string column) =>
            row.MaybeDay(column) is { } day ? [new DatedChange(day, sentencedOn)] : [];
        return new()
        {
            Id = Guid.CreateVersion7(),
            Reference = row["sentence"],
            Type = row["type"],
            Kind = kind,
            MainOffence = row["main_offence"],
            OffenceOn = row.MaybeDay("offence_on"),
            ArrestedOn = row.MaybeDay("arrested_on"),
            SentencedOn = sentencedOn,
            ReleasedOn = row.MaybeDay("released_on"),
            ExpectedRelease = Changes("expected_release_on"),
            Ends = Changes("ends_on"),
        };
    }

    private static CaseFacts Case(CsvRow row, Guid person, List<SentenceFacts> sentences, CaseRows rows) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = row["case"],
            PersonId = person,
            Scheme = row["scheme"],
            Sentence = sentences.Single(s => s.Reference == row["sentence"]),
            ReferredOn = row.Day("referred_on"),
            LeadProfessionalOn = row.MaybeDay("lead_professional_on"),
            PlanDrawnUpOn = row.MaybeDay("plan_drawn_up_on"),
            PlanAgreedByPersonOn = row.MaybeDay("plan_agreed_by_person_on"),
            PlanAgreedByYotOn = row.MaybeDay("plan_agreed_by_yot_on"),
            ClosedOn = row.MaybeDay("closed_on"),
            ClosingReason = row.Maybe("closing_reason"),
            Offers = [.. rows.Offers[row["case"]].Select(o => new Offer(o.Day("offered_on"), o["setting"], o["answer"])).OrderBy(o => o.On)],
            Contacts = [.. rows.Contacts[row["case"]].Select(Contact).OrderBy(c => c.At)],
            Assessments = [.. rows.Assessments[row["case"]].Select(Assessment).OrderBy(a => a.CompletedOn)],
            Ete = [.. rows.Ete[row["case"]].Select(Ete).OrderBy(e => e.Week)],
            Accommodation = [.. rows.Accommodation[row["case"]].Select(Spell).OrderBy(a => a.Days.From)],
            Reviews = [.. rows.Reviews[row["case"]].Select(r => new Review(r.Day("held_on"), r["kind"])).OrderBy(r => r.On)],
        };

    private static Contact Contact(CsvRow row) =>
        new(
            DateTime.ParseExact(row["at"], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            row.Maybe("minutes") is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : null,
            row["kind"],
            row["counts_as"],
            row["outcome"]
        );

    private static Assessment Assessment(CsvRow row) =>
        new(
            row.Day("completed_on"),
            row["purpose"],
            [.. Domain.Assessments.Assessment.Sections.Select(s => row.Maybe(s) is { } score ? int.Parse(score, CultureInfo.InvariantCulture) : (int?)null)]
        );

    private static EteRow Ete(CsvRow row) =>
        new(row.Day("week"), decimal.Parse(row["hours"], CultureInfo.InvariantCulture), row.Maybe("provision"), row.Maybe("unable_reason"));

    private static AccommodationSpell Spell(CsvRow row) =>
        new(new DateRange(row.Day("from"), row.MaybeDay("to")), row["type"], row.MaybeYes("suitable"), row.MaybeDay("confirmed_on"), row.MaybeDay("told_on"));

    private static WorkingCalendar ReadCalendar()
    {
        var days = CsvRows.Read(Repository.PathOf("data", "bank-holidays-england-wales.csv")).Select(r => r.Day("date")).ToList();
        return new WorkingCalendar(days, days.Max().Year);
    }

    private sealed record CaseRows(
        ILookup<string, CsvRow> Offers,
        ILookup<string, CsvRow> Contacts,
        ILookup<string, CsvRow> Assessments,
        ILookup<string, CsvRow> Ete,
        ILookup<string, CsvRow> Accommodation,
        ILookup<string, CsvRow> Reviews
    );
}
