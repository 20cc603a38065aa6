using Throughgate.Domain.Sharing;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build;

/// <summary>Partners with an agreement, and consent as a talk would have recorded it.</summary>
public static class Sharings
{
    /// <summary>An open partner of the scheme whose agreement of this year allows everything, or the categories named.</summary>
    public static async Task<Guid> PartnerAsync(this TestApp app, string name, string kind = "housing", string scheme = "leeds", params string[] allowed)
    {
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await using var db = app.Context();
        var partner = new PartnerRow { Scheme = scheme, Name = name, Kind = kind, OpenFrom = today.AddYears(-1) };
        var agreement = new AgreementRow { PartnerId = partner.Id, FromOn = today.AddMonths(-6), UntilOn = today.AddMonths(6), HasProtocol = true, Purpose = "To help" };
        db.AddRange(partner, agreement);
        db.AddRange((allowed.Length == 0 ? [.. Categories.All] : allowed).Select(c => new AgreementCategory { AgreementId = agreement.Id, Category = c }));
        await db.SaveChangesAsync();
        return partner.Id;
    }

    public static Task AgreesAsync(this TestApp app, Guid kase, Guid partner, params string[] categories) => app.SaysAsync(kase, partner, ConsentAnswers.Given, categories);

    public static async Task SaysAsync(this TestApp app, Guid kase, Guid partner, string answer, params string[] categories)
    {
        var now = app.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(Web.London.Civil(now));
        await using var db = app.Context();
        var talk = new ConsentTalk { CaseId = kase, Kind = ConsentTalk.Talk, HeldOn = today, At = now, ByName = "Priya", How = "Spoken", OwnWords = "All right" };
        db.Add(talk);
        db.AddRange(
            categories.Select(c => new ConsentAnswerRow
            {
                ConsentId = talk.Id,
                CaseId = kase,
                PartnerId = partner,
                Category = c,
                Answer = answer,
                SaidOn = today,
                At = now,
                UntilOn = answer == ConsentAnswers.Given ? today.AddMonths(6) : null,
            })
        );
        await db.SaveChangesAsync();
    }
}
