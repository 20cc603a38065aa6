using Throughgate.Domain.Rules.Care;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Around.Visits;

/// <summary>A decision who pays for a family's visit, already checked but for the gate.</summary>
public sealed record FamilyVisitEntry(DateOnly VisitOn, string Who, int Pence, string? SourcesTried, string PaidBy, DateOnly DecidedOn, string DecidedBy);

public sealed record FamilyVisitDecided(Guid Row, DateOnly VisitOn, string Who, int Pence, string? SourcesTried, string PaidBy, string DecidedBy) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Family visit of {0} on {1}: {2}", Who, new Days(words).Plain(VisitOn), words[DecideFamilyVisit.Payers[PaidBy]]];
}

/// <summary>Records who pays for a family's visit. The gate FAM-2 stands here, so that no hand-made request goes round it.</summary>
public sealed class DecideFamilyVisit(Db db, Actor actor, TimeProvider time)
{
    /// <summary>Who pays, as it is said (English, the key of its Welsh).</summary>
    public static IReadOnlyDictionary<string, string> Payers { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FamilyVisitMoney.Resettlement] = Words.Key("paid from resettlement money"),
        ["other"] = Words.Key("paid by another source"),
        ["nobody"] = Words.Key("not paid for"),
    };

    /// <summary>False where the gate refuses it: resettlement money, and no other source is named.</summary>
    public async Task<bool> RunAsync(OfCase of, FamilyVisitEntry entry)
    {
        if (FamilyVisitMoney.IsRefused(entry.PaidBy, entry.SourcesTried))
        {
            return false;
        }

        var row = new FamilyVisitRow
        {
            CaseId = of.Case.Id,
            VisitOn = entry.VisitOn,
            Who = entry.Who,
            Pence = entry.Pence,
            SourcesTried = entry.SourcesTried,
            PaidBy = entry.PaidBy,
            DecidedOn = entry.DecidedOn,
            DecidedBy = entry.DecidedBy,
        };
        db.Add(row);
        await db.SaveAsync(actor, time, new FamilyVisitDecided(row.Id, row.VisitOn, row.Who, row.Pence, row.SourcesTried, row.PaidBy, row.DecidedBy) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return true;
    }
}
