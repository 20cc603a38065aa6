using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Returns.Hand;

namespace Throughgate.Web.Features.Returns.Mend;

/// <summary>One line of the worklist.</summary>
/// <param name="Worker">Who leads the programme concerned, or the newest of the scheme's; null where nobody does.</param>
public sealed record MendLine(Domain.Returns.Handing.Mend Mend, NamedPerson Person, Guid? Worker, string WorkerName);

/// <summary>What stops or weakens a return, with whose work it is. Derived each time it is asked for, so that what was mended is gone.</summary>
public sealed class ReadMending(Connection connection, ReadHanding read, Visible visible, Seen seen, Db db)
{
    /// <summary>Those of people whom the reader sees, and how many there are of others.</summary>
    public async Task<(IReadOnlyList<MendLine> Lines, int Hidden)> RunAsync(ReturnAddress address, CancellationToken cancel)
    {
        var handing = await read.RunAsync(address, Domain.Returns.Reading.InPeriod, cancel);
        var released = handing.Figures.I1.Total(Domain.Returns.Tables.Released).Members.Select(m => m.PersonId).ToList();
        await using var reader = await connection.OpenAsync(cancel: cancel);
        var offered = (await reader.FactsOfAsync(released, Gather.Offers | Gather.NoDatedChanges, cancel)).Where(p => p.Cases.Any(c => c.Offers.Count > 0)).Select(p => p.Id).ToHashSet();
        var mends = ToMend.Of(handing.Figures, handing.People, offered);

        var names = await visible.NamesOfAsync(seen, [.. mends.Select(m => m.PersonId).Distinct()], cancel);
        Guid? CaseOf(Domain.Returns.Handing.Mend mend) =>
            mend.Case?.Scheme == address.Scheme ? mend.Case.Id : handing.People.GetValueOrDefault(mend.PersonId)?.Cases.LastOrDefault(c => c.Scheme == address.Scheme)?.Id;
        var leads = await LeadsAsync([.. mends.Select(CaseOf).OfType<Guid>().Distinct()], cancel);
        var open = mends.Where(m => !m.Stops || handing.Left.Any(o => Is(o, m))).ToList();
        var lines =
            from mend in open
            where names.ContainsKey(mend.PersonId)
            let lead = CaseOf(mend) is { } kase ? leads.GetValueOrDefault(kase) : null
            select new MendLine(mend, names[mend.PersonId], lead?.Id, lead?.Name ?? "");
        return ([.. lines], open.Count(m => !names.ContainsKey(m.PersonId)));
    }

    /// <summary>Whether that is the thing that stops the return: what was accepted as it is stops it no longer.</summary>
    private static bool Is(Obstacle obstacle, Domain.Returns.Handing.Mend mend) =>
        obstacle.PersonId == mend.PersonId
        && mend.Kind switch
        {
            MendKind.EndAsset => obstacle.Kind == ObstacleKind.EndAsset,
            MendKind.StartAsset => obstacle.Kind == ObstacleKind.StartAsset,
            MendKind.Codes => obstacle.Kind == ObstacleKind.Totals,
            MendKind.Residence => obstacle.Kind == ObstacleKind.Missing && obstacle.Text == string.Create(CultureInfo.InvariantCulture, $"no residence on {mend.On:yyyy-MM-dd}"),
            _ => obstacle.Kind == ObstacleKind.Missing && obstacle.Text.StartsWith("no arrest", StringComparison.Ordinal),
        };

    /// <summary>Who leads each programme, or led it last.</summary>
    private async Task<Dictionary<Guid, Worker?>> LeadsAsync(List<Guid> cases, CancellationToken cancel)
    {
        var allocations = await visible.OfScheme<Allocation>().Where(a => cases.Contains(a.CaseId) && a.Role == AllocationRoles.LeadWorker).AsNoTracking().ToListAsync(cancel);
        var ids = allocations.Select(a => a.WorkerId).Distinct().ToList();
        var workers = await db.Workers.Where(w => ids.Contains(w.Id)).AsNoTracking().ToDictionaryAsync(w => w.Id, cancel);
        return allocations
            .GroupBy(a => a.CaseId)
            .ToDictionary(g => g.Key, g => workers.GetValueOrDefault(g.OrderBy(a => a.ToOn ?? DateOnly.MaxValue).ThenBy(a => a.FromOn).ThenBy(a => a.Id).Last().WorkerId));
    }
}
