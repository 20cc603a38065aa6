using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access;

/// <summary>
/// The records that the signed-in person may see: the only way from a page to a table with a person in it. The query twin of
/// <see cref="NeedToKnow"/>, which says who that is.
/// </summary>
public sealed class Visible(Db db, Actor actor, Seen seen, London london, TimeProvider time)
{
    private readonly Viewer _viewer = actor.Viewer;

    /// <summary>The scheme whose programmes are theirs to work on; no programme has none.</summary>
    private string Scheme => _viewer.Sees is Sees.PeopleOfTheScheme or Sees.OwnPeople ? _viewer.Scheme ?? "" : "";

    /// <summary>Everybody visible: for lists. What is shown of it is told to <see cref="Seen"/> by the page.</summary>
    public IQueryable<Person> People
    {
        get
        {
            var ids = PersonIds;
            return db.People.Where(p => ids.Contains(p.Id));
        }
    }

    /// <summary>The keys of everybody visible, for other tables: <c>Where(r => visible.PersonIds.Contains(r.PersonId))</c>.</summary>
    public IQueryable<Guid> PersonIds
    {
        get
        {
            var tied = Tied.Ids(db, _viewer, london.Today, time.GetUtcNow());
            if (!actor.SomeRestricted)
            {
                return tied;
            }

            var kept = KeptFromMe;
            var ids = tied.Where(id => !kept.Any(r => r.PersonId == id));
            return actor.HoldsGlass && _viewer.Sees == Sees.PeopleOfTheScheme ? ids.Union(ThroughGlass) : ids;
        }
    }

    /// <summary>
    /// Who of the scheme is not this actor's to see, for lists that are read for the whole scheme: restricted records, and those of other YOTs for
    /// a member of one. Nearly always nobody, and then nothing is asked.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> HiddenAsync(CancellationToken cancel = default)
    {
        if (_viewer.Scheme is not { } scheme || (_viewer.WholeScheme && !actor.SomeRestricted))
        {
            return Nobody;
        }

        if (_viewer.WholeScheme)
        {
            var glass = actor.HoldsGlass ? await ThroughGlass.ToListAsync(cancel) : [];
            return (await KeptFromMe.Select(r => r.PersonId).ToListAsync(cancel)).Except(glass).ToHashSet();
        }

        var ids = PersonIds;
        var whole = Tied.Ids(db, _viewer with { WholeScheme = true, Sees = Sees.PeopleOfTheScheme, Yots = Belonging.AllYotsOf(scheme) }, london.Today, time.GetUtcNow());
        return (await whole.Where(id => !ids.Contains(id)).ToListAsync(cancel)).ToHashSet();
    }

    /// <summary>Whose whereabouts must not be disclosed (R2): no list, sheet, letter, export or search says where they are. Nearly always nobody.</summary>
    public async Task<IReadOnlySet<Guid>> UndisclosedAsync(CancellationToken cancel = default) =>
        actor.SomeUndisclosed ? (await db.Set<NotDisclosed>().Where(n => n.LiftedAt == null).Select(n => n.PersonId).ToListAsync(cancel)).ToHashSet() : Nobody;

    public IQueryable<Case> Cases => Of(db.Cases, c => c.PersonId);

    public IQueryable<Sentence> Sentences => Of(db.Sentences, s => s.PersonId);

    public IQueryable<ResidenceRow> Residences => Of(db.Residences, r => r.PersonId);

    /// <summary>One person's record, if this actor may see it, and the log told; null where it is not theirs just as where there is none.</summary>
    public async Task<Person?> PersonAsync(Guid id, CancellationToken cancel = default)
    {
        var person = await Among(db.People.AsNoTracking().Where(p => p.Id == id)).FirstOrDefaultAsync(cancel);
        return Told(person);
    }

    /// <summary>The record that one was merged into, if this actor may see it, and the log told.</summary>
    public async Task<Guid?> StaysForAsync(Guid merged, CancellationToken cancel = default) =>
        await db.MergedIntoAsync(merged, cancel) is { } stays && await PersonAsync(stays, cancel) is not null ? stays : null;

    /// <summary>The record into which the one of that reference was merged, if this actor may see it: who still knows the old reference finds the young person.</summary>
    public async Task<IQueryable<Person>?> StaysForAsync(string reference, CancellationToken cancel = default) =>
        await db.MergedIntoAsync(reference, cancel) is { } stays ? Few([stays]) : null;

    /// <summary>One person's record, followed for changes; null where it is not theirs just as where there is none.</summary>
    public async Task<Person?> FollowedAsync(Guid id, CancellationToken cancel = default) =>
        await PersonAsync(id, cancel) is null ? null : await Among(db.People.Where(p => p.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>The same by the person's reference.</summary>
    public async Task<Person?> PersonAsync(string reference, CancellationToken cancel = default)
    {
        var person = await Among(db.People.AsNoTracking().Where(p => p.Reference == reference)).FirstOrDefaultAsync(cancel);
        return Told(person);
    }

    /// <summary>
    /// Whom and which programme a page of casework is about, followed for changes: the programme asked for, else the newest that is open, else the
    /// newest. Null where the person is not this actor's to see, or has no programme of this scheme.
    /// </summary>
    public async Task<OfCase?> CaseAsync(Guid person, Guid? programme, CancellationToken cancel = default)
    {
        if (await PersonAsync(person, cancel) is not { } who)
        {
            return null;
        }

        var scheme = Scheme;
        var cases = await db.Cases.Where(c => c.PersonId == person && c.Scheme == scheme).OrderByDescending(c => c.ReferredOn).ToListAsync(cancel);
        var chosen = programme is { } asked ? cases.Find(c => c.Id == asked) : cases.Find(c => c.ClosedOn is null) ?? cases.FirstOrDefault();
        if (chosen is null)
        {
            return null;
        }

        return new(who, chosen, await db.Sentences.SingleAsync(s => s.Id == chosen.SentenceId, cancel), cases.Count > 1);
    }

    /// <summary>Rows of one programme (contacts, offers, notes …), followed for changes; none where the programme is not of this actor's scheme.</summary>
    public IQueryable<T> OfCase<T>(Guid kase)
        where T : class, IOfCase
    {
        var scheme = Scheme;
        var seeable = Among(db.People.Where(p => db.Cases.Any(c => c.Id == kase && c.PersonId == p.Id && c.Scheme == scheme)));
        return db.Set<T>().Where(x => x.CaseId == kase && seeable.Any());
    }

    /// <summary>Rows of every programme of this actor's scheme, followed for changes.</summary>
    public IQueryable<T> OfScheme<T>()
        where T : class, IOfCase
    {
        var scheme = Scheme;
        var ids = PersonIds;
        return db.Set<T>().Where(x => db.Cases.Any(c => c.Id == x.CaseId && c.Scheme == scheme && ids.Contains(c.PersonId)));
    }

    /// <summary>Rows of every programme, of whatever scheme, of everybody visible: for those who see people and not schemes.</summary>
    public IQueryable<T> OfCases<T>()
        where T : class, IOfCase
    {
        var ids = PersonIds;
        return db.Set<T>().Where(x => db.Cases.Any(c => c.Id == x.CaseId && ids.Contains(c.PersonId)));
    }

    /// <summary>One row of a programme of this person, and of this actor's scheme; null where there is none.</summary>
    public Task<T?> RowAsync<T>(Guid person, Guid row, CancellationToken cancel = default)
        where T : Row, IOfCase
    {
        var scheme = Scheme;
        var seeable = Among(db.People.Where(p => p.Id == person));
        return db.Set<T>().FirstOrDefaultAsync(x => x.Id == row && seeable.Any() && db.Cases.Any(c => c.Id == x.CaseId && c.PersonId == person && c.Scheme == scheme), cancel);
    }

    /// <summary>Rows of one young person (residences, sentences …), followed for changes; none where the person is not this actor's to see.</summary>
    public IQueryable<T> OfPerson<T>(Guid person)
        where T : class, IOfPerson
    {
        var seeable = Among(db.People.Where(p => p.Id == person));
        return db.Set<T>().Where(x => x.PersonId == person && seeable.Any());
    }

    /// <summary>One sentence of one young person, followed for changes; null where there is none, or the person is not this actor's to see.</summary>
    public Task<Sentence?> SentenceAsync(Guid person, Guid sentence, CancellationToken cancel = default) =>
        OfPerson<Sentence>(person).FirstOrDefaultAsync(s => s.Id == sentence, cancel);

    /// <summary>Dates and places of one sentence, followed for changes; none where the person is not this actor's to see.</summary>
    public IQueryable<T> OfSentence<T>(Guid sentence)
        where T : class, IOfSentence
    {
        var seeable = Among(db.People.Where(p => db.Sentences.Any(s => s.Id == sentence && s.PersonId == p.Id)));
        return db.Set<T>().Where(x => x.SentenceId == sentence && seeable.Any());
    }

    /// <summary>Those of a few people, by key, that are visible.</summary>
    public IQueryable<Person> Few(IReadOnlyCollection<Guid> people) => Among(db.People.AsNoTracking().Where(p => people.Contains(p.Id)));

    /// <summary>Those of a few people (found by key or by name) that are visible: quicker than <see cref="People"/> when few are asked for.</summary>
    public IQueryable<Person> Among(IQueryable<Person> few)
    {
        var tied = Tied.Among(db, few, _viewer, london.Today, time.GetUtcNow());
        if (!actor.SomeRestricted)
        {
            return tied;
        }

        var kept = KeptFromMe;
        var open = tied.Where(p => !kept.Any(r => r.PersonId == p.Id));
        if (!actor.HoldsGlass || _viewer.Sees != Sees.PeopleOfTheScheme)
        {
            return open;
        }

        var (ids, glass) = (open.Select(p => p.Id), ThroughGlass);
        return few.Where(p => ids.Contains(p.Id) || glass.Contains(p.Id));
    }

    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    /// <summary>Restrictions in force that do not name this actor.</summary>
    private IQueryable<Restriction> KeptFromMe
    {
        get
        {
            var me = _viewer.Account;
            return db.Set<Restriction>()
                .Where(r => r.LiftedAt == null && !db.Set<RestrictionName>().Any(n => n.RestrictionId == r.Id && n.AccountId == me));
        }
    }

    private IQueryable<Guid> ThroughGlass
    {
        get
        {
            var (me, now) = (_viewer.Account, time.GetUtcNow());
            return db.Set<GlassBroken>().Where(g => g.AccountId == me && g.UntilAt > now).Select(g => g.PersonId);
        }
    }

    private IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, Guid>> person)
        where T : class
    {
        var ids = PersonIds;
        var contains = (Expression<Func<Guid, bool>>)(id => ids.Contains(id));
        var row = person.Parameters[0];
        var body = new Swap(contains.Parameters[0], person.Body).Visit(contains.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, row));
    }

    private Person? Told(Person? person)
    {
        if (person is not null)
        {
            seen.Person(person.Id);
        }

        return person;
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
