using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts;

/// <summary>Whether somebody can sign in, in words.</summary>
public static class AccountState
{
    public static string InWords(Account account, DateOnly today, Words words, bool isLinked) =>
        account.IsClosed(today) ? words["Closed"]
        : account.PasswordHash is null && !isLinked ? words["Has not chosen a password yet"]
        : account.ClosesOn is { } on ? words["Open until {0}", new Days(words).Plain(on.AddDays(-1))]
        : words["Open"];
}
