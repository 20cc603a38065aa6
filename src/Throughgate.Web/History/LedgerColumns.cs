using System.Data.Common;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>The columns of both append-only tables, in the order they are written and read in plain SQL.</summary>
internal static class LedgerColumns
{
    private const string History =
        "id, chain, seq, at, actor_id, actor_name, kind, person_id, case_id, import_id, why, data, hash";

    private const string Access = "id, chain, seq, at, actor_id, actor_name, role, action, outcome, people, detail, hash";

    public static string InsertHistory { get; } = Insert("history", History);

    public static string InsertAccess { get; } = Insert("access_log", Access);

    /// <summary>Every chain's, for a <c>where</c> of one's own.</summary>
    public static string AllHistory { get; } = $"select {History} from history";

    public static string AllAccess { get; } = $"select {Access} from access_log";

    public static string SelectHistory { get; } = $"select {History} from history where chain = @chain order by seq";

    public static string SelectAccess { get; } = $"select {Access} from access_log where chain = @chain order by seq";

    public static (string, object?)[] Of(HistoryRow r) =>
        [
            ("@id", r.Id),
            ("@chain", r.Chain),
            ("@seq", r.Seq),
            ("@at", r.At),
            ("@actor_id", r.ActorId),
            ("@actor_name", r.ActorName),
            ("@kind", r.Kind),
            ("@person_id", r.PersonId),
            ("@case_id", r.CaseId),
            ("@import_id", r.ImportId),
            ("@why", r.Why),
            ("@data", r.Data),
            ("@hash", r.Hash),
        ];

    public static (string, object?)[] Of(AccessRow r) =>
        [
            ("@id", r.Id),
            ("@chain", r.Chain),
            ("@seq", r.Seq),
            ("@at", r.At),
            ("@actor_id", r.ActorId),
            ("@actor_name", r.ActorName),
            ("@role", r.Role),
            ("@action", r.Action),
            ("@outcome", r.Outcome),
            ("@people", r.People),
            ("@detail", r.Detail),
            ("@hash", r.Hash),
        ];

    public static HistoryRow ReadHistory(DbDataReader r) =>
        new()
        {
            Id = r.Key(0),
            Chain = r.GetString(1),
            Seq = r.GetInt64(2),
            At = r.Instant(3),
            ActorId = r.KeyOrNull(4),
            ActorName = r.GetString(5),
            Kind = r.GetString(6),
            PersonId = r.KeyOrNull(7),
            CaseId = r.KeyOrNull(8),
            ImportId = r.KeyOrNull(9),
            Why = r.TextOrNull(10),
            Data = r.GetString(11),
            Hash = r.GetFieldValue<byte[]>(12),
        };

    public static AccessRow ReadAccess(DbDataReader r) =>
        new()
        {
            Id = r.Key(0),
            Chain = r.GetString(1),
            Seq = r.GetInt64(2),
            At = r.Instant(3),
            ActorId = r.KeyOrNull(4),
            ActorName = r.GetString(5),
            Role = r.GetString(6),
            Action = r.GetString(7),
            Outcome = r.GetString(8),
            People = r.GetString(9),
            Detail = r.GetString(10),
            Hash = r.GetFieldValue<byte[]>(11),
        };

    private static string Insert(string table, string columns) =>
        $"insert into {table} ({columns}) values ({string.Join(", ", columns.Split(", ").Select(c => "@" + c))})";
}
