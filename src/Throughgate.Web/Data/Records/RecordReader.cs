using System.Data.Common;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Records;

/// <summary>Somebody's part in a case over a run of days.</summary>
/// <param name="Role">A code of <see cref="AllocationRoles"/>.</param>
public sealed record AllocationSpell(Guid CaseId, string Role, string Worker, DateRange Days);

/// <summary>Where somebody is held under a sentence, from a day on; null where it is not known.</summary>
public sealed record Held(Guid SentenceId, string? Establishment, DateOnly From);

/// <summary>One value of an expected release or an order's end: since when it is known, and who brought it.</summary>
/// <param name="What"><see cref="Rows.SentenceDate.ExpectedRelease"/> or <see cref="Rows.SentenceDate.Ends"/>.</param>
/// <param name="By">Who imported it; null where history alone can say.</param>
public sealed record DateNews(Guid SentenceId, string What, DateOnly? Value, DateOnly KnownFrom, string? By);

/// <summary>A condition of a licence or of supervision, in force or to come (REL-16).</summary>
public sealed record Condition(string Kind, string Text, DateRange Days, DateOnly? ExplainedOn);

/// <summary>Who was named lead professional of a case, and the day of it (PLN-1), as history has it; an import brings the day alone.</summary>
public sealed record LeadNamed(Guid CaseId, string Data);

/// <summary>A row of history, as the timeline reads it.</summary>
public sealed record Happened(DateTimeOffset At, string By, string Kind, Guid? CaseId, string? Why, string Data);

/// <summary>A bundle that brought something of the record, and how many of its rows.</summary>
public sealed record Brought(DateTimeOffset At, string By, string Name, int Rows);

/// <summary>Another record that was merged into this one, newest first.</summary>
public sealed record MergedRecord(Guid MergeId, string Reference, DateTimeOffset At, string By, string Reason);

/// <summary>What the page of a record shows besides the facts that rules know, with the figures in force for a scheme.</summary>
public sealed record RecordRest(
    IReadOnlyList<AllocationSpell> Allocations,
    IReadOnlyList<Held> Placements,
    IReadOnlyList<DateNews> Dates,
    IReadOnlyList<Happened> History,
    IReadOnlyList<Brought> Imports,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<MergedRecord> Merged,
    IReadOnlyList<LeadNamed> Leads,
    IReadOnlyList<DateRange> Arrangements,
    DutyFigures Figures
);

public static class RecordReader
{
    internal const string Statements = """
        select a.case_id, a.role, w.name, a.from_on, a.to_on
        from cases c join allocations a on a.case_id = c.id join workers w on w.id = a.worker_id
        where c.person_id = @person and not c.voided and not a.voided order by a.from_on desc, a.role;
        select p.sentence_id, p.establishment, p.from_on from sentences s join placements p on p.sentence_id = s.id
        where s.person_id = @person and not s.voided and not p.voided order by p.sentence_id, p.position;
        select d.sentence_id, d.what, d.value_on, d.known_from, i.actor_name
        from sentences s join sentence_dates d on d.sentence_id = s.id left join imports i on i.id = d.import_id
        where s.person_id = @person and not s.voided and not d.voided order by d.sentence_id, d.what, d.position;
        select h.at, h.actor_name, h.kind, h.case_id, h.why, h.data from history h
        where h.person_id in (select @person union select id from people where merged_into = @person
            union select stays_id from merges where other_id = @person and undone_at is not null)
        and (h.person_id = @person or h.person_id in (select id from people where merged_into = @person) or h.case_id in (select id from cases where person_id = @person))
        and h.at < @until order by h.at desc, h.seq desc limit @most;
        select i.at, i.actor_name, i.name, b.n
        from (select import_id, sum(n) n from (
            select import_id, 1 n from people where id = @person and not voided
            union all select import_id, count(*) n from residences where person_id = @person and not voided group by import_id
            union all select import_id, count(*) n from sentences where person_id = @person and not voided group by import_id
            union all select import_id, count(*) n from cases where person_id = @person and not voided group by import_id
            union all select x.import_id, count(*) n from cases c join offers x on x.case_id = c.id where c.person_id = @person and not x.voided group by x.import_id
            union all select x.import_id, count(*) n from cases c join contacts x on x.case_id = c.id where c.person_id = @person and not x.voided group by x.import_id
            union all select x.import_id, count(*) n from cases c join reviews x on x.case_id = c.id where c.person_id = @person and not x.voided group by x.import_id
            union all select x.import_id, count(*) n from cases c join assessments x on x.case_id = c.id where c.person_id = @person and not x.voided group by x.import_id
            union all select x.import_id, count(*) n from cases c join ete_weeks x on x.case_id = c.id where c.person_id = @person and not x.voided group by x.import_id
            union all select x.import_id, count(*) n from cases c join accommodation_spells x on x.case_id = c.id
                where c.person_id = @person and not x.voided group by x.import_id
        ) rows_of group by import_id) b join imports i on i.id = b.import_id where i.at < @until order by i.at desc;
        select kind, condition_text, from_on, to_on, explained_on from licence_conditions where person_id = @person and not voided order by from_on, kind;
        select m.id, p.reference, m.at, m.actor_name, m.reason from merges m join people p on p.id = m.other_id
        where m.stays_id = @person and m.undone_at is null order by m.at desc, m.id desc;
        select case_id, data from history where person_id = @person and kind = 'lead_professional_chosen' and case_id is not null and at < @until order by at, seq;
        select from_on, until_on from reciprocal_arrangements where scheme = @scheme order by from_on;
        """;

    /// <summary>One round trip. Rows of the record's cases in whichever scheme; whoever asks shows those of its own.</summary>
    /// <param name="until">Events before this instant alone.</param>
    /// <param name="most">Newest events of history to read.</param>
    public static async Task<RecordRest> RestOfAsync(
        this DbConnection connection,
        Guid person,
        string scheme,
        DateTimeOffset until,
        int most,
        CancellationToken cancel = default
    )
    {
        await using var command = connection.Command(
            Statements + FiguresReader.Statement,
            ("@person", person),
            ("@scheme", scheme),
            ("@until", until),
            ("@most", most)
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return new(
            await NextAsync(rows, r => new AllocationSpell(r.Key(0), r.GetString(1), r.GetString(2), new(r.Day(3), r.DayOrNull(4))), cancel),
            await NextAsync(rows, r => new Held(r.Key(0), r.TextOrNull(1), r.Day(2)), cancel),
            await NextAsync(rows, r => new DateNews(r.Key(0), r.GetString(1), r.DayOrNull(2), r.Day(3), r.TextOrNull(4)), cancel),
            await NextAsync(rows, r => new Happened(r.Instant(0), r.GetString(1), r.GetString(2), r.KeyOrNull(3), r.TextOrNull(4), r.GetString(5)), cancel),
            await NextAsync(rows, r => new Brought(r.Instant(0), r.GetString(1), r.GetString(2), r.GetInt32(3)), cancel),
            await NextAsync(rows, r => new Condition(r.GetString(0), r.GetString(1), new(r.Day(2), r.DayOrNull(3)), r.DayOrNull(4)), cancel),
            await NextAsync(rows, r => new MergedRecord(r.Key(0), r.GetString(1), r.Instant(2), r.GetString(3), r.GetString(4)), cancel),
            await NextAsync(rows, r => new LeadNamed(r.Key(0), r.GetString(1)), cancel),
            await NextAsync(rows, r => new DateRange(r.Day(0), r.DayOrNull(1)), cancel),
            await FiguresReader.ReadAsync(rows, cancel)
        );
    }

    private static async Task<IReadOnlyList<T>> NextAsync<T>(DbDataReader rows, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        var list = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            list.Add(read(rows));
        }

        await rows.NextResultAsync(cancel);
        return list;
    }
}
