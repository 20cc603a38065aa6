using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>A kind of row that can be taken out: its name in the address, what it is called, and how one is found among those the actor may see.</summary>
/// <param name="Called">English, the key of its Welsh.</param>
public sealed record VoidKind(string Name, string Called, Func<Visible, Guid, Guid, CancellationToken, Task<Row?>> FindAsync)
{
    public static IReadOnlyList<VoidKind> All { get; } =
    [
        OfCase<ContactRow>("contacts", Words.Key("a contact")),
        OfCase<OfferRow>("offers", Words.Key("an offer")),
        OfCase<ReviewRow>("reviews", Words.Key("a review")),
        OfCase<AssessmentRow>("assessments", Words.Key("an assessment")),
        OfCase<EteWeek>("ete", Words.Key("a week of education or work")),
        OfCase<AccommodationRow>("accommodation", Words.Key("an address")),
        OfCase<Allocation>("allocations", Words.Key("an allocation")),
        OfPerson<ResidenceRow>("residences", Words.Key("a usual residence")),
        OfPerson<Sentence>("sentences", Words.Key("a sentence")),
        new("cases", Words.Key("a programme of support"), async (visible, person, row, cancel) => (await visible.CaseAsync(person, row, cancel))?.Case),
        OfCase<ExchangeRow>("exchanges", Words.Key("an exchange with the home YOT or the establishment")),
        OfCase<TemporaryReleaseRow>("temporary", Words.Key("a temporary release")),
        OfCase<EndingRow>("endings", Words.Key("a planned ending")),
        OfCase<WishToStopRow>("stop", Words.Key("a wish to stop")),
        OfCase<FamilyVisitRow>("family-visits", Words.Key("a decision on a family visit")),
        OfCase<ArchivedFile>("archived", Words.Key("an archived file")),
        OfCase<PlaceRow>("places", Words.Key("a place on the programme")),
        OfCase<CaseNeeds>("needs", Words.Key("the needs")),
        OfCase<PlanRow>("plans", Words.Key("a version of the plan")),
        OfCase<Concern>("concerns", Words.Key("a concern")),
        OfCase<ReleaseItemRow>("items", Words.Key("an item of the ready-to-leave list")),
        OfCase<FeedbackRow>("feedback", Words.Key("feedback of the young person")),
        OfCase<WeekendRow>("weekends", Words.Key("weekend provision of a week")),
        OfCase<CareDiscussion>("discussions", Words.Key("a discussion with children’s services")),
        OfCase<Document>("documents", Words.Key("a document")),
        OfCase<KeyStageExchangeRow>("stages", Words.Key("an exchange at a key stage")),
        OfCase<CaseDecision>("decisions", Words.Key("a decision who carries on")),
    ];

    public static VoidKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>What a row says that no bundle carries; null for the bundle's.</summary>
    public static IReadOnlyDictionary<string, string?>? OwnCells(Row row) => row switch
    {
        ExchangeRow e => new Dictionary<string, string?> { ["what"] = Plain(e.What), ["on"] = Day(e.HeldOn), ["with_whom"] = e.WithWhom },
        TemporaryReleaseRow t => new Dictionary<string, string?> { ["purpose"] = Plain(t.Purpose), ["asked_on"] = Day(t.AskedOn), ["from"] = Day(t.FromOn), ["decision"] = t.Decision },
        EndingRow e => new Dictionary<string, string?> { ["who"] = e.Who, ["planned_on"] = Day(e.PlannedOn), ["how"] = e.How },
        FamilyVisitRow v => new Dictionary<string, string?> { ["visit_on"] = Day(v.VisitOn), ["who"] = v.Who, ["paid_by"] = v.PaidBy, ["sources_tried"] = v.SourcesTried },
        ArchivedFile a => new Dictionary<string, string?> { ["archived_on"] = Day(a.ArchivedOn), ["archived_by"] = a.ArchivedBy },
        WishToStopRow w => new Dictionary<string, string?> { ["asked_on"] = Day(w.AskedOn), ["own_words"] = w.OwnWords, ["come_back_on"] = Day(w.ComeBackOn) },
        PlaceRow p => new Dictionary<string, string?> { ["from"] = Day(p.FromOn), ["why_all_the_same"] = p.WhyAllTheSame },
        CaseNeeds n => new Dictionary<string, string?> { ["recorded_on"] = Day(n.RecordedOn), ["substance_misuse"] = Reference.Instance.Label("substance", n.SubstanceMisuse), ["needs"] = Needs(n) },
        PlanRow p => new Dictionary<string, string?> { ["version"] = p.Number.ToString(CultureInfo.InvariantCulture), ["begun_on"] = Day(p.BegunOn), ["drawn_up_on"] = Day(p.DrawnUpOn), ["author"] = p.Author, ["own_words"] = p.OwnWords, ["agreed_by_yot_on"] = Day(p.YotOn) },
        Concern c => new Dictionary<string, string?> { ["raised_on"] = Day(DateOnly.FromDateTime(London.Civil(c.RaisedAt))), ["raised_by"] = c.RaisedBy, ["text"] = c.Text, ["answer"] = c.Answer },
        ReleaseItemRow i => new Dictionary<string, string?> { ["item"] = Guid.TryParseExact(i.Item, "N", out _) ? null : Plain(i.Item), ["state"] = Plain(i.State), ["on"] = Day(i.StateOn), ["by_whom"] = i.ByWhom, ["note"] = i.Note },
        FeedbackRow f => new Dictionary<string, string?> { ["stage"] = Plain(f.Stage), ["on"] = Day(f.HeldOn), ["own_words"] = f.OwnWords },
        WeekendRow w => new Dictionary<string, string?> { ["week"] = w.Week.ToString(CultureInfo.InvariantCulture), ["offered"] = Said(w.Offered), ["taken_up"] = Said(w.TakenUp) },
        CareDiscussion d => new Dictionary<string, string?> { ["on"] = Day(d.HeldOn), ["with_whom"] = d.WithWhom, ["what"] = d.What },
        Document d => new Dictionary<string, string?> { ["title"] = d.Title, ["kind"] = d.FileType, ["on"] = Day(DateOnly.FromDateTime(London.Civil(d.AddedAt))), ["author"] = d.AddedBy },
        KeyStageExchangeRow e => new Dictionary<string, string?> { ["stage"] = Plain(e.Stage), ["item"] = Plain(e.Item), ["on"] = Day(e.ExchangedOn) },
        CaseDecision d => new Dictionary<string, string?> { ["on"] = Day(d.DecidedOn), ["decided_by"] = d.DecidedBy, ["who_carries_on"] = d.WhoCarriesOn },
        _ => null,
    };

    private static VoidKind OfCase<T>(string name, string called)
        where T : Row, IOfCase => new(name, called, async (visible, person, row, cancel) => await visible.RowAsync<T>(person, row, cancel));

    private static VoidKind OfPerson<T>(string name, string called)
        where T : Row, IOfPerson => new(name, called, async (visible, person, row, cancel) => await visible.OfPerson<T>(person).FirstOrDefaultAsync(x => x.Id == row, cancel));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string code) => code.Replace('_', ' ');

    private static string? Said(bool? known) => known switch { true => "yes", false => "no", _ => null };

    private static string? Needs(CaseNeeds row)
    {
        var needs = typeof(CaseNeeds).GetProperties().Where(p => p.PropertyType == typeof(bool) && p.DeclaringType == typeof(CaseNeeds) && p.GetValue(row) is true).Select(p => Plain(Data.Mappings.SnakeCase.Of(p.Name)));
        return string.Join("; ", needs) is { Length: > 0 } said ? said : null;
    }
}
