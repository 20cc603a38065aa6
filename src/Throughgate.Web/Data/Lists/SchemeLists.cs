using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody on a list: their key and what they are called.</summary>
public sealed record Listed(Guid Id, string Reference, string FirstName, string LastName)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>People with what a list says of them: their cases in the scheme, the facts, and the duties of the cases in view.</summary>
/// <param name="Total">How many there are altogether, where only a page of them was read.</param>
public sealed record PeopleOnList(
    DateOnly On,
    string Scheme,
    IReadOnlyList<Listed> People,
    IReadOnlyList<CaseInView> Cases,
    IReadOnlyList<PersonFacts> Facts,
    IReadOnlyList<Duty> Duties,
    DutyFigures Figures,
    int Total
);

/// <summary>
/// The lists of the signed-in person's own scheme: everything here is asked of that scheme alone, or through <see cref="Visible"/>. Each is
/// at most three round trips.
/// </summary>
public sealed class SchemeLists(Db db, Visible visible, Actor actor, WorkingCalendar calendar, KeptLists kept, Connection? database = null) : IAsyncDisposable
{
    /// <summary>More people than this are not gathered by a search: a longer text finds fewer.</summary>
    public const int MostFound = 500;

    private static readonly ConditionalWeakTable<IReadOnlyList<OpenPerson>, TeamDay> Days = [];

    private string Scheme => actor.Scheme is { Length: > 0 } scheme && RoleTable.May(actor.Role, Permission.SeeCaseload) ? scheme : "";

    /// <summary>Everybody with a case in view on the day whom the reader may see, with all their duties, in the order of names.</summary>
    public async Task<IReadOnlyList<OpenPerson>> OpenAsync(DateOnly on, CancellationToken cancel) =>
        Masked.Of(
            Unhidden.Of(await OpenOrHiddenAsync(on, cancel), await HiddenAsync(cancel), p => p.Who.Id),
            await visible.UndisclosedAsync(cancel),
            p => p.Who.Id,
            p => p with { Cases = [.. p.Cases.Select(WithoutPlace)] }
        );

    private static CaseInView WithoutPlace(CaseInView kase) => kase with { Establishment = null };

    /// <summary>Who of the scheme is not the reader's to see.</summary>
    public async Task<IReadOnlySet<Guid>> HiddenAsync(CancellationToken cancel) => _hidden ??= await visible.HiddenAsync(cancel);

    /// <summary>The same with those whom the reader may not see: to count, and for nothing else.</summary>
    public async Task<IReadOnlyList<OpenPerson>> OpenOrHiddenAsync(DateOnly on, CancellationToken cancel)
    {
        var (scheme, connection) = (Scheme, await ConnectionAsync(cancel));
        return await kept.OfAsync(
            connection,
            scheme,
            on,
            people => OpenPerson.ReadAsync(connection, people, scheme, on, calendar, cancel),
            p => p.Who.Id,
            p => new NameOrder(p.Who.LastName, p.Who.FirstName, p.Who.Reference),
            cancel
        );
    }

    /// <summary>What stands on Today besides that list, with what was changed since the last working day or an earlier one. No more than one round trip.</summary>
    public async Task<TeamDay> TeamDayAsync(IReadOnlyList<OpenPerson> open, DateOnly on, DateOnly? since = null, CancellationToken cancel = default)
    {
        // The list is the same object for as long as history stands still, and so is what history says of the day.
        if (since is null && Days.TryGetValue(open, out var kept))
        {
            return kept;
        }

        var hidden = await HiddenAsync(cancel);
        var day = (await (await ConnectionAsync(cancel)).TeamDayAsync(Scheme, on, since ?? calendar.WorkingDaysBefore(on, 1), cancel)).Without(hidden);
        if (since is null)
        {
            Days.AddOrUpdate(open, day);
        }

        return day;
    }

    /// <summary>A page of the people whose cases here are all closed on the day, those closed last first.</summary>
    public async Task<PeopleOnList> ClosedAsync(DateOnly on, ClosedQuestion question, CancellationToken cancel)
    {
        var connection = await ConnectionAsync(cancel);
        var (ids, total) = await connection.ClosedAsync(Scheme, on, question, await HiddenAsync(cancel), cancel);
        var cases = await connection.CasesOfAsync(ids, Scheme, on, cancel);
        var facts = await connection.FactsOfAsync(ids, Gather.None, cancel);
        var named = PeopleOf(cases).ToDictionary(p => p.Id);
        return new(on, Scheme, [.. ids.Where(named.ContainsKey).Select(id => named[id])], cases, facts, [], DutyFigures.Defaults, total);
    }

    /// <summary>A page of the people found by a part of their name, in either order, or by a reference; open or closed, or without a case here.</summary>
    public async Task<PeopleOnList> FoundAsync(DateOnly on, string text, int page, int size, CancellationToken cancel)
    {
        var found = await Found.Among(visible, text).Take(MostFound + 1).ToListAsync(cancel);
        if (found.Count == 0 && await visible.StaysForAsync(text.Trim(), cancel) is { } stays)
        {
            found = await stays.Select(p => new Listed(p.Id, p.Reference, p.FirstName, p.LastName)).ToListAsync(cancel);
        }

        var shown = found.Take(MostFound).Skip((page - 1) * size).Take(size).ToList();
        var ids = shown.Select(p => p.Id).ToList();
        var connection = await ConnectionAsync(cancel);
        var undisclosed = await visible.UndisclosedAsync(cancel);
        var cases = (await connection.CasesOfAsync(ids, Scheme, on, cancel)).Select(c => undisclosed.Contains(c.PersonId) ? WithoutPlace(c) : c).ToList();
        var duties = await connection.DutiesOfAsync(calendar, ids, Scheme, on, cancel: cancel);
        return new(on, Scheme, shown, cases, duties.People, duties.Duties, duties.Figures, found.Count);
    }

    /// <summary>Who is sentenced to custody, lives here, and has no case of the scheme for it (ELG-5), soonest due first.</summary>
    public async Task<NotOnTheBooksList> NotOnTheBooksAsync(DateOnly on, CancellationToken cancel)
    {
        var connection = await ConnectionAsync(cancel);
        var hidden = await HiddenAsync(cancel);
        var held = (await connection.WithoutCaseAsync(Scheme, Yots, on, cancel)).Where(h => !hidden.Contains(h.PersonId)).ToList();
        var undisclosed = await visible.UndisclosedAsync(cancel);
        held = [.. held.Select(h => undisclosed.Contains(h.PersonId) ? h with { Establishment = null } : h)];
        var (facts, figures) = await connection.FactsAndFiguresOfAsync([.. held.Select(h => h.PersonId).Distinct()], Gather.None, Scheme, on, cancel);
        return NotOnTheBooksList.Of(held, facts, Scheme, Yots, on, calendar, figures);
    }

    /// <summary>Everybody held on the day under a sentence or a remand who has a case in view here or lives here, with or without a case.</summary>
    public async Task<HeldList> HeldAsync(DateOnly on, CancellationToken cancel)
    {
        var (scheme, yots, connection) = (Scheme, Yots, await ConnectionAsync(cancel));
        var rows = await kept.OfAsync(
            connection,
            scheme,
            on,
            people => HeldList.ReadAsync(connection, people, scheme, yots, on, calendar, cancel),
            h => h.Who.PersonId,
            h => new NameOrder(Names.Search(h.Who.FirstName, h.Who.LastName), h.Sentence.SentencedOn.ToString("O", CultureInfo.InvariantCulture), h.Sentence.Reference),
            cancel
        );
        var shown = Unhidden.Of(rows, await HiddenAsync(cancel), h => h.Who.PersonId);
        return new(on, Masked.Of(shown, await visible.UndisclosedAsync(cancel), h => h.Who.PersonId, h => h with { Who = h.Who with { Establishment = null }, Case = h.Case is { } kase ? WithoutPlace(kase) : null }));
    }

    private IReadOnlySet<Guid>? _hidden;

    private IReadOnlySet<string> Yots => Reference.Instance.YotsOfScheme.GetValueOrDefault(Scheme) ?? new HashSet<string>();

    private static List<Listed> PeopleOf(IReadOnlyList<CaseInView> cases) =>
        [.. cases.DistinctBy(c => c.PersonId).Select(c => new Listed(c.PersonId, c.PersonReference, c.FirstName, c.LastName))];

    // What is kept for everybody is read whole, and what the reader may not see is left out of it afterwards (HiddenAsync).
    private DbConnection? _whole;

    public ValueTask DisposeAsync() => _whole?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<DbConnection> ConnectionAsync(CancellationToken cancel)
    {
        if (database is { RowsAreGuarded: true })
        {
            return _whole ??= await database.OpenAsync(cancel: cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        return db.Database.GetDbConnection();
    }
}

/// <summary>The order of three texts, by their code points: the same on every database and machine.</summary>
internal readonly record struct NameOrder(string First, string Second, string Third) : IComparable<NameOrder>
{
    public int CompareTo(NameOrder other)
    {
        var first = string.CompareOrdinal(First, other.First);
        var second = first == 0 ? string.CompareOrdinal(Second, other.Second) : first;
        return second == 0 ? string.CompareOrdinal(Third, other.Third) : second;
    }
}
