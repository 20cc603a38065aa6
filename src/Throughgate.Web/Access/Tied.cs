using Throughgate.Domain.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;

namespace Throughgate.Web.Access;

/// <summary>Whom a viewer has to do with, before restrictions and broken glass are asked: the query twin of <see cref="NeedToKnow"/>'s ties.</summary>
internal static class Tied
{
    /// <summary>The keys of all of them.</summary>
    public static IQueryable<Guid> Ids(Db db, Viewer viewer, DateOnly today, DateTimeOffset now)
    {
        var (scheme, yots) = (viewer.Scheme ?? "", viewer.Yots.Order(StringComparer.Ordinal).ToList());
        return viewer.Sees switch
        {
            Sees.PeopleOfTheScheme when viewer.WholeScheme => db.Cases.Where(c => c.Scheme == scheme).Select(c => c.PersonId)
                .Union(db.Residences.Where(r => yots.Contains(r.Yot)).Select(r => r.PersonId)),
            Sees.PeopleOfTheScheme => Worked(db, viewer, today).Select(c => c.PersonId)
                .Union(db.Residences.Where(r => yots.Contains(r.Yot)).Select(r => r.PersonId)),
            Sees.OwnPeople => Open(Worked(db, viewer, today), today).Select(c => c.PersonId),
            Sees.PeopleHeld => Held(db, viewer, today).Select(s => s.PersonId),
            Sees.PeopleShared when viewer.Partner is { } partner => db.SharedWith(partner, now, today),
            _ => db.People.Where(p => false).Select(p => p.Id),
        };
    }

    /// <summary>Those of a few people, by keys and indexes of each.</summary>
    public static IQueryable<Person> Among(Db db, IQueryable<Person> few, Viewer viewer, DateOnly today, DateTimeOffset now)
    {
        var (scheme, yots) = (viewer.Scheme ?? "", viewer.Yots.Order(StringComparer.Ordinal).ToList());
        switch (viewer.Sees)
        {
            case Sees.PeopleOfTheScheme when viewer.WholeScheme:
                return few.Where(p =>
                    db.Cases.Any(c => c.PersonId == p.Id && c.Scheme == scheme) || db.Residences.Any(r => r.PersonId == p.Id && yots.Contains(r.Yot))
                );
            case Sees.PeopleOfTheScheme:
                var worked = Worked(db, viewer, today);
                return few.Where(p => worked.Any(c => c.PersonId == p.Id) || db.Residences.Any(r => r.PersonId == p.Id && yots.Contains(r.Yot)));
            case Sees.OwnPeople:
                var own = Open(Worked(db, viewer, today), today);
                return few.Where(p => own.Any(c => c.PersonId == p.Id));
            case Sees.PeopleHeld:
                var held = Held(db, viewer, today);
                return few.Where(p => held.Any(s => s.PersonId == p.Id));
            case Sees.PeopleShared when viewer.Partner is { } partner:
                var shared = db.SharedWith(partner, now, today);
                return few.Where(p => shared.Contains(p.Id));
            default:
                return few.Where(p => false);
        }
    }

    /// <summary>Programmes of the scheme that are allocated to the viewer on the day.</summary>
    private static IQueryable<Case> Worked(Db db, Viewer viewer, DateOnly today)
    {
        var (scheme, me) = (viewer.Scheme ?? "", viewer.Worker ?? Guid.Empty);
        return db.Cases.Where(c =>
            c.Scheme == scheme
            && db.Allocations.Any(a => a.CaseId == c.Id && a.WorkerId == me && a.FromOn <= today && (a.ToOn == null || a.ToOn >= today))
        );
    }

    private static IQueryable<Case> Open(IQueryable<Case> cases, DateOnly today) => cases.Where(c => c.ClosedOn == null || c.ClosedOn > today);

    private static IQueryable<Sentence> Held(Db db, Viewer viewer, DateOnly today)
    {
        var (places, released) = (viewer.Establishments.Order(StringComparer.Ordinal).ToList(), NeedToKnow.EarliestRelease(today));
        return db.Sentences.Where(s =>
            s.Kind == "custodial"
            && s.SentencedOn <= today
            && (s.ReleasedOn == null || s.ReleasedOn >= released)
            && places.Contains(
                db.Placements.Where(l => l.SentenceId == s.Id && l.FromOn <= today).OrderByDescending(l => l.Position).Select(l => l.Establishment).FirstOrDefault()!
            )
        );
    }
}
