using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

public static class Accounts
{
    public static void Map(ModelBuilder model)
    {
        var account = model.Entity<Account>().ToTable("accounts");
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Property(a => a.UserName).IsRequired();
        account.Property(a => a.NormalizedUserName).IsRequired();
        account.Property(a => a.SecurityStamp).IsRequired();
        model.Entity<Session>().ToTable("sessions").HasKey(s => s.KeyHash);
        model.Entity<Authenticator>().ToTable("authenticators").HasKey(a => a.AccountId);
        model.Entity<RecoveryCode>().ToTable("recovery_codes").HasKey(c => new { c.AccountId, c.Hash });
        model.Entity<Passkey>().ToTable("passkeys");
        model.Entity<PasskeyChallenge>().ToTable("passkey_challenges").HasKey(c => c.KeyHash);
        model.Entity<WrongTry>().ToTable("wrong_tries");
        model.Entity<ProviderLink>().ToTable("provider_links").HasKey(l => new { l.Issuer, l.Subject });
        model.Entity<ApiKey>().ToTable("api_keys");
        model.Entity<Invitation>().ToTable("invitations");
        model.Entity<Submission>().ToTable("submissions").HasKey(s => new { s.AccountId, s.FormKey });
        model.Entity<Digest>().ToTable("digests").HasKey(d => d.AccountId);
        model.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Name);
    }
}
