using System.Data.Common;
using System.Text.Json;
using Throughgate.Domain.Programmes;

namespace Throughgate.Web.Data.Facts;

/// <summary>Somebody a case is allocated to on a day.</summary>
public sealed record Allocated(Guid WorkerId, string Name);

/// <summary>A case in view on a day as a list shows it: who, where held (code of the establishment), and who works with them on that day.</summary>
public sealed record CaseInView
{
    public required Guid CaseId { get; init; }
    public required string Reference { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonReference { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required DateOnly DateOfBirth { get; init; }
    public required Guid SentenceId { get; init; }

    /// <summary>Where the sentence was last known to be served; say it only of somebody held on the day.</summary>
    public string? Establishment { get; set; }
    public Allocated? LeadWorker { get; set; }
    public Allocated? CaseManager { get; set; }
    public Allocated? Mentor { get; set; }

    /// <summary>How many lead and manage the case on the day (SCH-3).</summary>
    public AllocationOnDay Allocation { get; set; }

    public string Name => $"{FirstName} {LastName}";

    public IEnumerable<Allocated> Allocations => new[] { LeadWorker, CaseManager, Mentor }.OfType<Allocated>();
}

/// <summary>The list of cases behind Today, the caseload and the release board: names and allocations, without duties. One round trip.</summary>
public static class CasesInView
{
    private const string InView = "not c.voided and c.scheme = @scheme and (c.closed_on is null or c.closed_on > @on) and c.referred_on <= @on";

    public static Task<IReadOnlyList<CaseInView>> CasesInViewAsync(
        this DbConnection connection,
        string scheme,
        DateOnly on,
        CancellationToken cancel = default
    ) => connection.ReadAsync(InView, cancel, ("@scheme", scheme), ("@on", on));

    /// <summary>Those of these people alone.</summary>
    public static Task<IReadOnlyList<CaseInView>> CasesInViewAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        string scheme,
        DateOnly on,
        CancellationToken cancel = default
    ) => connection.ReadOfAsync(people, InView, scheme, on, cancel);

    /// <summary>The cases of these people in the scheme that were referred by the day, closed ones too.</summary>
    public static Task<IReadOnlyList<CaseInView>> CasesOfAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        string scheme,
        DateOnly on,
        CancellationToken cancel = default
    ) => connection.ReadOfAsync(people, "not c.voided and c.scheme = @scheme and c.referred_on <= @on", scheme, on, cancel);

    private static async Task<IReadOnlyList<CaseInView>> ReadOfAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid> people,
        string which,
        string scheme,
        DateOnly on,
        CancellationToken cancel
    )
    {
        if (people.Count == 0)
        {
            return [];
        }

        var sqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        var picked = sqlite ? "(select unhex(value) from json_each(@ids))" : "(select unnest(@ids))";
        object ids = sqlite ? JsonSerializer.Serialize(people.Select(p => p.ToString("N"))) : people.ToArray();
        return await connection.ReadAsync(
            $"c.person_id in {picked} and {which}",
            cancel,
            ("@ids", ids),
            ("@scheme", scheme),
            ("@on", on)
        );
    }

    private static async Task<IReadOnlyList<CaseInView>> ReadAsync(
        this DbConnection connection,
        string which,
        CancellationToken cancel,
        params (string, object?)[] values
    )
    {
        await using var command = connection.Command(
            $"""
            select c.id, c.reference, p.id, p.reference, p.first_name, p.last_name, p.date_of_birth, c.sentence_id
            from cases c join people p on p.id = c.person_id where {which} and not p.voided order by p.last_name, p.first_name, c.reference;
            select a.case_id, a.role, a.worker_id, w.name from cases c join allocations a on a.case_id = c.id join workers w on w.id = a.worker_id
            where {which} and not a.voided and a.from_on <= @on and (a.to_on is null or a.to_on >= @on) order by a.from_on, a.id;
            select c.id, l.establishment from cases c
            join sentences s on s.person_id = c.person_id and (s.id = c.sentence_id or s.follows_id = c.sentence_id) and not s.voided
            join placements l on l.sentence_id = s.id where {which} and not l.voided and l.from_on <= @on order by l.from_on, l.position
            """,
            values
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var cases = new Dictionary<Guid, CaseInView>();
        while (await rows.ReadAsync(cancel))
        {
            cases[rows.Key(0)] = new()
            {
                CaseId = rows.Key(0),
                Reference = rows.GetString(1),
                PersonId = rows.Key(2),
                PersonReference = rows.GetString(3),
                FirstName = rows.GetString(4),
                LastName = rows.GetString(5),
                DateOfBirth = rows.Day(6),
                SentenceId = rows.Key(7),
            };
        }

        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            // Another process may have opened a case since the first statement.
            if (!cases.TryGetValue(rows.Key(0), out var of))
            {
                continue;
            }

            var allocated = new Allocated(rows.Key(2), rows.GetString(3));
            switch (rows.GetString(1))
            {
                case AllocationRoles.LeadWorker:
                    of.LeadWorker = allocated;
                    of.Allocation = of.Allocation with { LeadWorkers = of.Allocation.LeadWorkers + 1 };
                    break;
                case AllocationRoles.CaseManager:
                    of.CaseManager = allocated;
                    of.Allocation = of.Allocation with { CaseManagers = of.Allocation.CaseManagers + 1 };
                    break;
                default:
                    of.Mentor = allocated;
                    break;
            }
        }

        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (cases.TryGetValue(rows.Key(0), out var of))
            {
                of.Establishment = rows.TextOrNull(1);
            }
        }

        return [.. cases.Values];
    }
}
