using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges.Join;

/// <summary>One of the two records, with what stands on it.</summary>
/// <param name="Person">Followed for changes.</param>
/// <param name="Counts">How many of what, in the reader's language; of programmes, those of the reader's scheme alone.</param>
public sealed record Side(
    Person Person,
    IReadOnlyList<ResidenceRow> Residences,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Case> Cases,
    IReadOnlyList<(string What, int Count)> Counts
)
{
    public string Name => $"{Person.FirstName} {Person.LastName}";

    public IEnumerable<string> ResidencesSaid(Words words)
    {
        var days = new Days(words);
        return Residences.Select(r => $"{Place(r.Yot, words)}, {words["from {0}", days.Plain(r.FromOn)]}{(r.ToOn is { } to ? " " + words["to {0}", days.Plain(to)] : "")}");
    }

    public IEnumerable<string> SentencesSaid(Words words) => Sentences.Select(s => $"{words[Reference.Instance.Label("sentence", s.Type)]}, {new Days(words).Plain(s.SentencedOn)}");

    public IEnumerable<string> CasesSaid(Words words)
    {
        var days = new Days(words);
        return Cases.Select(c => $"{SchemeOf(c)}, {words["from {0}", days.Plain(c.ReferredOn)]}{(c.ClosedOn is { } closed ? " " + words["to {0}", days.Plain(closed)] : "")}");
    }

    public static string SchemeOf(Case kase) => Reference.Instance.Schemes.TryGetValue(kase.Scheme, out var scheme) ? scheme.Name : kase.Scheme;

    /// <summary>Null where the record is not the reader's to see.</summary>
    public static async Task<Side?> ReadAsync(Visible visible, string scheme, Words words, Guid id, CancellationToken cancel)
    {
        if (await visible.FollowedAsync(id, cancel) is not { } person)
        {
            return null;
        }

        var cases = await visible.OfPerson<Case>(id).AsNoTracking().OrderBy(c => c.ReferredOn).ToListAsync(cancel);
        var own = cases.Where(c => c.Scheme == scheme).Select(c => c.Id).ToList();
        List<(string, int)> counts =
        [
            (words["Contacts"].ToString(), await CountAsync<ContactRow>(visible, own, cancel)),
            (words["Offers"].ToString(), await CountAsync<OfferRow>(visible, own, cancel)),
            (words["Reviews"].ToString(), await CountAsync<ReviewRow>(visible, own, cancel)),
            (words["Assessments"].ToString(), await CountAsync<AssessmentRow>(visible, own, cancel)),
            (words["Plans"].ToString(), await CountAsync<PlanRow>(visible, own, cancel)),
            (words["Conditions"].ToString(), await visible.OfPerson<LicenceCondition>(id).CountAsync(cancel)),
            (words["People around the young person"].ToString(), await visible.OfPerson<PersonAround>(id).CountAsync(cancel)),
        ];
        return new(
            person,
            await visible.OfPerson<ResidenceRow>(id).AsNoTracking().OrderBy(r => r.FromOn).ToListAsync(cancel),
            await visible.OfPerson<Sentence>(id).AsNoTracking().OrderBy(s => s.SentencedOn).ToListAsync(cancel),
            cases,
            counts
        );
    }

    private static Task<int> CountAsync<T>(Visible visible, List<Guid> cases, CancellationToken cancel)
        where T : class, IOfCase => visible.OfScheme<T>().CountAsync(x => cases.Contains(x.CaseId), cancel);

    private static string Place(string yot, Words words) =>
        yot == Yots.Elsewhere ? words["Elsewhere"].ToString() : Reference.Instance.Yots.TryGetValue(yot, out var known) ? known.Name : yot;
}
