using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Case = Throughgate.Web.Data.Rows.Case;

namespace Throughgate.Tests.Build.Lives;

/// <summary>A programme of support of one scheme, with everything recorded under it.</summary>
public sealed class CaseBuilder(string scheme)
{
    private readonly List<ICaseRow> _below = [];
    private readonly List<(string Worker, Allocation Row)> _allocations = [];

    public Case Row { get; } = new() { Reference = Life.Reference("C"), Scheme = scheme };

    public Guid Id => Row.Id;

    public CaseBuilder ReferredOn(string on) => Set(c => c.ReferredOn = Life.Day(on));

    public CaseBuilder LedFrom(string on) => Set(c => c.LeadProfessionalOn = Life.Day(on));

    public CaseBuilder PlannedOn(string on) => Set(c => c.PlanDrawnUpOn = Life.Day(on));

    /// <summary>Agreed by the young person and by the YOT: the programme starts on the later day.</summary>
    public CaseBuilder AgreedOn(string byPerson, string? byYot = null) =>
        Set(c => (c.PlanAgreedByPersonOn, c.PlanAgreedByYotOn) = (Life.Day(byPerson), Life.Day(byYot ?? byPerson)));

    public CaseBuilder ClosedOn(string on, string reason = "no_longer_helps") =>
        Set(c => (c.ClosedOn, c.ClosingReason) = (Life.Day(on), reason));

    /// <param name="role"><c>lead_worker</c>, <c>case_manager</c> or <c>mentor</c>.</param>
    public CaseBuilder AllocatedTo(string worker, string from, string role = "lead_worker", string? to = null)
    {
        _allocations.Add((worker, new() { CaseId = Id, Role = role, FromOn = Life.Day(from), ToOn = Life.MaybeDay(to) }));
        return this;
    }

    /// <summary>Offers, contacts, assessments, weeks, addresses and reviews.</summary>
    public CaseBuilder With(params IEnumerable<ICaseRow> rows)
    {
        _below.AddRange(rows);
        return this;
    }

    public CaseBuilder Set(Action<Case> change)
    {
        change(Row);
        return this;
    }

    internal Case RowFor(Guid person, Sentence sentence)
    {
        (Row.PersonId, Row.SentenceId) = (person, sentence.Id);
        if (Row.ReferredOn == default)
        {
            Row.ReferredOn = sentence.SentencedOn;
        }

        return Row;
    }

    internal async Task<IReadOnlyList<Row>> BelowAsync(Db db)
    {
        foreach (var (name, allocation) in _allocations)
        {
            allocation.WorkerId = await WorkerAsync(db, name);
        }

        return [.. _allocations.Select(a => a.Row), .. _below.Select(b => b.RowFor(Id))];
    }

    private static async Task<Guid> WorkerAsync(Db db, string name)
    {
        if (await db.Workers.FirstOrDefaultAsync(w => w.Name == name) is { } known)
        {
            return known.Id;
        }

        var worker = new Worker { Name = name };
        db.Add(worker);
        await db.SaveChangesAsync();
        return worker.Id;
    }
}
