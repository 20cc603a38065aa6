using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Archive;

public sealed record YotFileArchived(DateOnly On, string By) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The YOT’s file was archived on {0} by {1}", new Days(words).Plain(On), By];
}

/// <summary>Records that the YOT's file was archived. The gate OPN-9 stands here, so that no hand-made request goes round it.</summary>
public sealed class ArchiveFile(Db db, Actor actor, TimeProvider time)
{
    /// <summary>What stands against it; empty where it was recorded.</summary>
    public async Task<IReadOnlyList<FileIsNeeded>> RunAsync(OfCase of, CaseFacts facts, DateOnly on)
    {
        var reasons = FileKeptOpen.Reasons(facts, on);
        if (reasons.Count == 0)
        {
            db.Add(new ArchivedFile { CaseId = of.Case.Id, ArchivedOn = on, ArchivedBy = actor.Name });
            await db.SaveAsync(actor, time, new YotFileArchived(on, actor.Name) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        }

        return reasons;
    }
}
