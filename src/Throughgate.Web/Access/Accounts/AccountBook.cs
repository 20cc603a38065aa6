using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Access.Accounts;

/// <summary>Who is to have an account, as given. Without a password they choose one by a link.</summary>
public sealed record NewAccount(string Email, string Name, string Role, string? Scheme, string? Worker, string? Password, Seat? At = null)
{
    /// <summary>Of what they are a member from today.</summary>
    public Seat? Of => At ?? (Scheme is null ? null : new(MembershipKinds.Scheme, Scheme));
}

/// <summary>An account that cannot be made, or found, as asked: the message says why and what to do.</summary>
public sealed class AccountRefusedException(string message) : Exception(message);

/// <summary>Opens and closes accounts. The first one is opened on the command line: a new database has none.</summary>
public static class AccountBook
{
    public static async Task<Account> AddAsync(Db db, Actor actor, TimeProvider time, NewAccount asked)
    {
        var email = asked.Email.Trim();
        var role = Check(asked, email);
        var normalized = email.ToUpperInvariant();
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == normalized))
        {
            throw new AccountRefusedException($"{email} has an account already. Close that one first, or use another address.");
        }

        var account = new Account
        {
            UserName = email,
            NormalizedUserName = normalized,
            Email = email,
            NormalizedEmail = normalized,
            DisplayName = asked.Name.Trim(),
            Role = role.Code,
            WorkerId = asked.Worker is { Length: > 0 } worker ? await WorkerAsync(db, worker.Trim()) : null,
            SecurityStamp = Guid.CreateVersion7().ToString(),
            LockoutEnabled = true,
        };
        if (asked.Password is { } password)
        {
            SetPassword(account, password);
        }

        db.Accounts.Add(account);
        if (asked.Of is { } seat && seat.Fits(role))
        {
            db.Add(account.Of(seat.Kind, seat.Of, new London(time).Today));
        }

        await db.SaveAsync(actor, time, new AccountAdded(account.Id, account.DisplayName, account.Role, asked.Of is { Kind: MembershipKinds.Scheme } of ? of.Of : null));
        return account;
    }

    /// <summary>Closes an account; its sessions end with it, at their next request.</summary>
    public static async Task<Account> CloseAsync(Db db, Actor actor, TimeProvider time, string email, string? why)
    {
        var account = await FindAsync(db, email);
        if (account.ClosedAt is not null)
        {
            throw new AccountRefusedException($"The account of {email} is closed already.");
        }

        account.ClosedAt = time.GetUtcNow();
        account.SecurityStamp = Guid.CreateVersion7().ToString();
        await db.SaveAsync(actor, time, new AccountClosed(account.Id, account.DisplayName) { Why = why });
        return account;
    }

    /// <summary>A new password for somebody who has forgotten theirs; they are signed out everywhere.</summary>
    public static async Task<Account> SetPasswordAsync(Db db, Actor actor, TimeProvider time, string email, string password, string? why)
    {
        var account = await FindAsync(db, email);
        if (Passwords.Problem(password, email, account.DisplayName) is { } problem)
        {
            throw new AccountRefusedException(problem);
        }

        SetPassword(account, password);
        await db.SaveAsync(actor, time, new PasswordChanged(account.Id, account.DisplayName) { Why = why });
        return account;
    }

    /// <summary>A new stamp ends every session of the account at its next request.</summary>
    public static void SetPassword(Account account, string password)
    {
        account.PasswordHash = Passwords.Hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7().ToString();
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
    }

    private static async Task<Account> FindAsync(Db db, string email)
    {
        var normalized = email.Trim().ToUpperInvariant();
        return await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedUserName == normalized)
            ?? throw new AccountRefusedException($"There is no account of {email}. \"account list\" shows those there are.");
    }

    private static Role Check(NewAccount asked, string email)
    {
        if (!MailAddress.TryCreate(email, out _) || email.Contains(' ', StringComparison.Ordinal))
        {
            throw new AccountRefusedException($"\"{email}\" is not an e-mail address, such as name@council.example.");
        }

        if (asked.Name.Trim().Length == 0)
        {
            throw new AccountRefusedException("The name is empty. Give the name that colleagues know this person by.");
        }

        var role =
            RoleTable.Find(asked.Role)
            ?? throw new AccountRefusedException($"There is no role {asked.Role}. The roles are {string.Join(", ", RoleTable.All.Select(r => r.Code))}.");
        if (role.NeedsScheme && asked.At is null && (asked.Scheme is null || !Reference.Instance.Schemes.ContainsKey(asked.Scheme)))
        {
            throw new AccountRefusedException(
                asked.Scheme is null
                    ? $"A {role.Called.ToLowerInvariant()} belongs to a scheme: name it by its code in data/schemes.csv, such as leeds."
                    : $"There is no scheme {asked.Scheme}; data/schemes.csv lists them by their code, such as leeds."
            );
        }

        return asked.Password is { } password && Passwords.Problem(password, email, asked.Name) is { } problem ? throw new AccountRefusedException(problem) : role;
    }

    private static async Task<Guid> WorkerAsync(Db db, string name)
    {
        if (await db.Workers.FirstOrDefaultAsync(w => w.Name == name) is { } known)
        {
            return known.Id;
        }

        var worker = new Worker { Name = name };
        db.Workers.Add(worker);
        return worker.Id;
    }
}
