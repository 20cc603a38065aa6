using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Referrals;

/// <summary>The row of a case that is opened here.</summary>
internal static class NewCase
{
    public static Case For(Guid person, string scheme, Guid sentence, DateOnly referredOn)
    {
        var row = new Case { Reference = "", PersonId = person, Scheme = scheme, SentenceId = sentence, ReferredOn = referredOn };
        row.Reference = $"T-{row.Id:N}";
        return row;
    }
}
