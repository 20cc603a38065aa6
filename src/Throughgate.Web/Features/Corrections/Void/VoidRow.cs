using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>A row that somebody wants to void: whose it is, and what it says.</summary>
public sealed record ToVoid(Person Person, Row Row, Guid? CaseId, string File, IReadOnlyDictionary<string, string?> Cells);

/// <summary>
/// Voids one row of a record: it stays in the database and in history, no rule or figure reads it any more, and an import of the same row is a
/// conflict that keeps ours. A sentence that a programme stands on cannot go before the programme.
/// </summary>
public sealed class VoidRow(Visible visible, Db db, Actor actor, TimeProvider time)
{
    /// <summary>The kinds of row that can be voided, by their file of the bundle.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["contacts", "offers", "reviews", "assessments", "ete", "accommodation", "allocations", "residences", "sentences", "cases", "exchanges", "temporary", "endings", "stop", "family-visits", "archived"];

    /// <summary>Null where there is no such row, or it is not this actor's to see.</summary>
    public async Task<ToVoid?> FindAsync(Guid person, string file, Guid row, CancellationToken cancel)
    {
        if (!Files.Contains(file) || await visible.PersonAsync(person, cancel) is not { } who)
        {
            return null;
        }

        var (found, kase) = await RowAsync(person, file, row, cancel);
        return found is null ? null : new(who, found, kase, file, OwnCells(found) ?? await db.CellsAsync(BundleFiles.Of(file), row, cancel));
    }

    /// <summary>What stands in the way; null where nothing does.</summary>
    public async Task<string?> InTheWayAsync(ToVoid what, CancellationToken cancel) =>
        what.Row is Sentence && await visible.OfPerson<Case>(what.Person.Id).AnyAsync(c => c.SentenceId == what.Row.Id, cancel)
            ? Words.Key("A programme of support stands on this sentence. Take out the programme first, or move it to another sentence.")
            : null;

    /// <exception cref="ChangedMeanwhileException">Somebody else changed the row since.</exception>
    public async Task RunAsync(ToVoid what, int shown, string why)
    {
        what.Row.Void(shown);
        await db.SaveAsync(actor, time, new RowVoided(what.File, what.Row.Id, what.Cells) { PersonId = what.Person.Id, CaseId = what.CaseId, Why = why });
    }

    public static string Called(string file) => file switch
    {
        "contacts" => Words.Key("a contact"),
        "offers" => Words.Key("an offer"),
        "reviews" => Words.Key("a review"),
        "assessments" => Words.Key("an assessment"),
        "ete" => Words.Key("a week of education or work"),
        "accommodation" => Words.Key("an address"),
        "allocations" => Words.Key("an allocation"),
        "residences" => Words.Key("a usual residence"),
        "sentences" => Words.Key("a sentence"),
        "exchanges" => Words.Key("an exchange with the home YOT or the establishment"),
        "temporary" => Words.Key("a temporary release"),
        "endings" => Words.Key("a planned ending"),
        "stop" => Words.Key("a wish to stop"),
        "family-visits" => Words.Key("a decision on a family visit"),
        "archived" => Words.Key("an archived file"),
        _ => Words.Key("a programme of support"),
    };

    /// <summary>What a row says that no bundle carries; null for the bundle's.</summary>
    private static Dictionary<string, string?>? OwnCells(Row row) => row switch
    {
        ExchangeRow e => new() { ["what"] = e.What.Replace('_', ' '), ["on"] = Day(e.HeldOn), ["with_whom"] = e.WithWhom },
        TemporaryReleaseRow t => new() { ["purpose"] = t.Purpose, ["asked_on"] = Day(t.AskedOn), ["from"] = Day(t.FromOn), ["decision"] = t.Decision },
        EndingRow e => new() { ["who"] = e.Who, ["planned_on"] = Day(e.PlannedOn), ["how"] = e.How },
        FamilyVisitRow v => new() { ["visit_on"] = Day(v.VisitOn), ["who"] = v.Who, ["paid_by"] = v.PaidBy, ["sources_tried"] = v.SourcesTried },
        ArchivedFile a => new() { ["archived_on"] = Day(a.ArchivedOn), ["archived_by"] = a.ArchivedBy },
        WishToStopRow w => new() { ["asked_on"] = Day(w.AskedOn), ["own_words"] = w.OwnWords, ["come_back_on"] = Day(w.ComeBackOn) },
        _ => null,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Row? Row, Guid? Case)> RowAsync(Guid person, string file, Guid row, CancellationToken cancel) =>
        file switch
        {
            "contacts" => await OfCaseAsync<ContactRow>(person, row, cancel),
            "offers" => await OfCaseAsync<OfferRow>(person, row, cancel),
            "reviews" => await OfCaseAsync<ReviewRow>(person, row, cancel),
            "assessments" => await OfCaseAsync<AssessmentRow>(person, row, cancel),
            "ete" => await OfCaseAsync<EteWeek>(person, row, cancel),
            "accommodation" => await OfCaseAsync<AccommodationRow>(person, row, cancel),
            "allocations" => await OfCaseAsync<Allocation>(person, row, cancel),
            "exchanges" => await OfCaseAsync<ExchangeRow>(person, row, cancel),
            "temporary" => await OfCaseAsync<TemporaryReleaseRow>(person, row, cancel),
            "endings" => await OfCaseAsync<EndingRow>(person, row, cancel),
            "stop" => await OfCaseAsync<WishToStopRow>(person, row, cancel),
            "family-visits" => await OfCaseAsync<FamilyVisitRow>(person, row, cancel),
            "archived" => await OfCaseAsync<ArchivedFile>(person, row, cancel),
            "residences" => (await visible.OfPerson<ResidenceRow>(person).FirstOrDefaultAsync(x => x.Id == row, cancel), null),
            "sentences" => (await visible.OfPerson<Sentence>(person).FirstOrDefaultAsync(x => x.Id == row, cancel), null),
            _ => (await visible.OfPerson<Case>(person).FirstOrDefaultAsync(x => x.Id == row && x.Scheme == actor.Scheme, cancel), row),
        };

    private async Task<(Row? Row, Guid? Case)> OfCaseAsync<T>(Guid person, Guid row, CancellationToken cancel)
        where T : Row, IOfCase => await visible.RowAsync<T>(person, row, cancel) is { } found ? (found, found.CaseId) : (null, null);
}
