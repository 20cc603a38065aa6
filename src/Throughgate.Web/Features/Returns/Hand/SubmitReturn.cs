using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>Checks a return, or submits it: freezes figures, people and facts as a version (RET-3).</summary>
public sealed class SubmitReturn(Db db, Actor actor, ReturnBook book, TimeProvider time)
{
    /// <summary>Version of this program, as its assembly says it.</summary>
    public static string Product { get; } = typeof(SubmitReturn).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Notes that somebody found these figures right.</summary>
    public async Task<HandingRefusal?> CheckAsync(Handing handing)
    {
        if (handing.ToCheck is { } refusal)
        {
            return refusal;
        }

        await db.SaveAsync(actor, time, Checked(handing, time.GetUtcNow()));
        return null;
    }

    /// <param name="why">Why there is another version; the first needs none.</param>
    /// <param name="nil">Nobody is counted: it is checked and submitted at once.</param>
    public async Task<HandingRefusal?> RunAsync(Handing handing, string? why, bool nil, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var events = new List<HistoryEvent>();
        if (nil && handing.IsNil && handing.ToCheck is null)
        {
            events.Add(Checked(handing, now.AddMilliseconds(-1)));
            handing = handing with { Standing = handing.Standing with { Check = new(handing.Seal, actor.Id!.Value, actor.Name, now) } };
        }

        if (handing.ToSubmit(why) is { } refusal)
        {
            return refusal;
        }

        events.Add(Freeze(handing, why, await book.TokensAsync(handing.Figures.Question.Scheme, cancel), now));
        try
        {
            await db.SaveAsync(actor, time, events);
        }
        catch (DbUpdateException)
        {
            // The number was given to another version at this very moment.
            throw new ChangedMeanwhileException();
        }

        return null;
    }

    private ReturnChecked Checked(Handing handing, DateTimeOffset at)
    {
        var quarter = handing.Figures.Question.Quarter;
        db.Add(new ReturnCheckRow { Scheme = handing.Figures.Question.Scheme, StartYear = quarter.StartYear, Quarter = quarter.Number, Seal = handing.Seal, At = at, ById = actor.Id!.Value, ByName = actor.Name });
        return new(quarter.Year, quarter.Number, handing.Figures.Question.Reading.Code(), handing.Seal);
    }

    private ReturnSubmitted Freeze(Handing handing, string? why, IReadOnlyDictionary<Guid, Guid> tokens, DateTimeOffset now)
    {
        var question = handing.Figures.Question;
        var (people, known) = Pseudonyms.Of(handing.People.Values, tokens, Guid.CreateVersion7);
        var of = known.ToDictionary(k => k.PersonId);
        var accepted = handing.Accepted.ToList();
        var bundle = new FrozenBundle(
            Editions.Now,
            question,
            people,
            Frozen.Text(Editions.Reckon(Editions.Now, people, question)),
            [.. accepted.Select(a => new AcceptedItem(of[a.Obstacle.PersonId].Pseudonym, a.Obstacle.Kind.ToString(), a.Acceptance.ByName, a.Acceptance.At))]
        );
        var bytes = bundle.Write();
        var hash = FrozenBundle.HashOf(bytes);
        var version = new ReturnVersion
        {
            Scheme = question.Scheme,
            StartYear = question.Quarter.StartYear,
            Quarter = question.Quarter.Number,
            Number = handing.Standing.NextNumber,
            Reading = question.Reading.Code(),
            Edition = Editions.Now,
            Product = Product,
            DataAt = handing.At,
            Seal = handing.Seal,
            At = now,
            ById = actor.Id!.Value,
            ByName = actor.Name,
            Why = why,
            Bundle = bytes,
            Hash = hash,
        };
        db.Add(version);
        var told = accepted.ToLookup(a => a.Obstacle.PersonId, a => new ToldAcceptance(a.Obstacle.Kind.ToString(), a.Obstacle.Item, a.Acceptance.Reason));
        foreach (var one in known)
        {
            db.Add(new ReturnMember { ReturnId = version.Id, Pseudonym = one.Pseudonym, PersonId = one.PersonId, Token = one.Token, Told = ReturnBook.Write(new(new(one.References), [.. told[one.PersonId]])) });
        }

        // What is kept must say what was seen, before anybody relies on it.
        var opened = new OpenedVersion(version, FrozenBundle.Read(bytes), known.ToDictionary(k => k.Pseudonym, StringComparer.Ordinal), new Dictionary<string, ToldOf>());
        return opened.IsWhole && Frozen.Seal(opened.Figures()) == handing.Seal
            ? new ReturnSubmitted(version.Id, question.Quarter.Year, question.Quarter.Number, version.Number, version.Reading, hash) { Why = why }
            : throw new InvalidOperationException("The frozen facts do not come to the same figures; nothing was submitted.");
    }
}
