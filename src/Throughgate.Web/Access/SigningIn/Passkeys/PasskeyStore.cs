using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn.Passkeys;

/// <summary>Where Identity's handler of passkeys finds them: in a table of our own. What it adds or takes away is saved by the caller.</summary>
public sealed class PasskeyStore(Db db) : UserOnlyStore<Account, Db, Guid>(db)
{
    public override async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var row = await Context.Passkeys.FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == passkey.CredentialId, cancellationToken);
        if (row is null)
        {
            Context.Passkeys.Add(RowOf(user.Id, passkey));
            return;
        }

        (row.SignCount, row.BackedUp, row.Name) = (passkey.SignCount, passkey.IsBackedUp, passkey.Name ?? row.Name);
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).OrderBy(p => p.MadeAt).ToListAsync(cancellationToken)).Select(Info)];

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.Where(p => p.CredentialId == credentialId).Join(Context.Accounts, p => p.AccountId, a => a.Id, (_, a) => a).FirstOrDefaultAsync(cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } row ? Info(row) : null;

    public override async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Passkeys.RemoveRange(await Context.Passkeys.Where(p => p.AccountId == user.Id && p.CredentialId == credentialId).ToListAsync(cancellationToken));

    internal static Passkey RowOf(Guid account, UserPasskeyInfo made) =>
        new()
        {
            AccountId = account,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = made.Name ?? "",
            MadeAt = made.CreatedAt,
            SignCount = made.SignCount,
            Transports = string.Join(',', made.Transports ?? []),
            BackupEligible = made.IsBackupEligible,
            BackedUp = made.IsBackedUp,
        };

    // Only those that asked for their owner are ever kept.
    private static UserPasskeyInfo Info(Passkey row) =>
        new(row.CredentialId, row.PublicKey, row.MadeAt, (uint)row.SignCount, row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), true, row.BackupEligible, row.BackedUp, [], [])
        {
            Name = row.Name,
        };
}
