using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts;

/// <summary>One thing that happened to an account: when (London), who did it, what, and why where they said.</summary>
public sealed record AccountLine(DateTime At, string By, string What, string? Why);

/// <summary>What history has of an account: who invited, changed and closed it, and what its owner did about signing in. The newest first.</summary>
public static class AccountHistory
{
    public const int Most = 50;

    private static readonly string[] Kinds = [.. HistoryEvent.All.Where(t => t.GetProperty("AccountId") is not null && t.Namespace == typeof(AccountAdded).Namespace).Select(HistoryEvent.KindOf)];

    public static async Task<IReadOnlyList<AccountLine>> OfAsync(Db db, Guid account, Words words, CancellationToken cancel)
    {
        var rows = await db.HistoryOfAccountAsync(account, Kinds, Most, cancel);
        var seats = await Seats.ReadAsync(db, cancel);
        return [.. rows.Select(h => new AccountLine(London.Civil(h.At), h.ActorName, Say(HistoryEvent.Read(h.Kind, h.Data), seats, words), h.Why))];
    }

    private static string Say(HistoryEvent happened, Seats seats, Words words)
    {
        var days = new Days(words);
        return happened switch
        {
            AccountAdded e => words["Opened, as: {0}", Role(e.Role, words)],
            AccountInvited { Again: true, SecondFactorTaken: true } e => words["A new link to choose a password, good until {0}; the authenticator app was taken off", At(e.Until, days)],
            AccountInvited { Again: true } e => words["A new link to choose a password, good until {0}", At(e.Until, days)],
            AccountInvited e => words["Invited by a link, good until {0}", At(e.Until, days)],
            InvitationUsed => words["Chose a password by the link"],
            AccountChanged e when e.Role != e.WasRole => words["Role: {0}, before: {1}", Role(e.Role, words), Role(e.WasRole, words)],
            AccountChanged e => words["Name: {0}, before: {1}", e.Name, e.Was],
            MembershipBegun { To: { } to } e => words["Member: {0}, from {1} until {2}", seats.InWords(e.MembershipKind, e.OfWhat, words), days.Plain(e.From), days.Plain(to)],
            MembershipBegun e => words["Member: {0}, from {1}", seats.InWords(e.MembershipKind, e.OfWhat, words), days.Plain(e.From)],
            MembershipEnded e => words["Last day as a member: {0}, {1}", seats.InWords(e.MembershipKind, e.OfWhat, words), e.To is { } to ? days.Plain(to) : words["No end"].ToString()],
            AccountClosing { On: { } on } => words["Closes on {0}", days.Plain(on)],
            AccountClosing => words["Does not close after all"],
            AccountClosed => words["Closed"],
            AccountOpenedAgain => words["Opened again"],
            SessionsEnded => words["Signed out everywhere by an administrator"],
            SignedOutElsewhere => words["Signed out elsewhere"],
            PasswordChanged => words["Changed the password"],
            ProviderLinked e => words["Linked with {0}", e.Issuer],
            SecondFactorSetUp => words["Set up an authenticator app"],
            SecondFactorTurnedOff => words["Turned the second step off"],
            RecoveryCodesMade => words["Made new recovery codes"],
            RecoveryCodeUsed e => words.N(e.Left, "Signed in with a recovery code; {0} is left", "Signed in with a recovery code; {0} are left"),
            PasskeyAdded e => words["Added the passkey {0}", e.Passkey],
            PasskeyRenamed e => words["Passkey {0}, before: {1}", e.Passkey, e.Was],
            PasskeyRemoved e => words["Removed the passkey {0}", e.Passkey],
            _ => throw new InvalidOperationException($"Say {happened.Kind} in AccountHistory: what happened to an account must be seen."),
        };
    }

    private static string At(DateTimeOffset until, Days days) => days.Long(DateOnly.FromDateTime(London.Civil(until)));

    private static string Role(string code, Words words) => words[RoleTable.Find(code)?.Called ?? code];
}
