using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Cli;

namespace Throughgate.Web.Access.Accounts;

/// <summary><c>account add|list|close</c>: who may sign in. The password comes from standard input, never from the command line, which others can read.</summary>
public static class AccountVerb
{
    public static Command Command(Terminal terminal) =>
        new("account", "Open, list and close accounts. A new database has none.") { Add(terminal), List(terminal), Password(terminal), Close(terminal) };

    private static Command Add(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var email = Needed("--email", "EMAIL", "The address to sign in with.");
        var name = Needed("--name", "NAME", "What colleagues call this person.");
        var role = Needed("--role", "ROLE", $"One of {string.Join(", ", RoleTable.All.Select(r => r.Code))}.");
        var scheme = new Option<string?>("--scheme") { HelpName = "CODE", Description = "The scheme, as data/schemes.csv writes it: leeds." };
        var worker = new Option<string?>("--worker") { HelpName = "NAME", Description = "The name that cases are allocated to, so that they are this person's own." };
        var command = new Command("add", "Open an account; the password is read from standard input.") { email, name, role, scheme, worker, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var asked = new NewAccount(
                    parsed.GetValue(email)!,
                    parsed.GetValue(name)!,
                    parsed.GetValue(role)!,
                    parsed.GetValue(scheme),
                    parsed.GetValue(worker),
                    await terminal.ReadSecretAsync($"Password ({Passwords.Shortest} characters or more): ")
                );
                await using var context = database.Context();
                var account = await Refusing(() => AccountBook.AddAsync(context, terminal.Who, terminal.Time, asked));
                await terminal.Output.WriteLineAsync($"{account.DisplayName} can sign in with {account.UserName}.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var command = new Command("list", "List accounts: e-mail, role, scheme, name, and whether it is closed.") { db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var context = (await terminal.OpenAsync(parsed.GetValue(db), cancel)).Context();
                var today = new London(terminal.Time).Today;
                foreach (var a in await context.Accounts.AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync(cancel))
                {
                    await terminal.Output.WriteLineAsync(
                        string.Join('\t', a.UserName, a.Role, (await context.ActorAsync(a, today, cancel)).Scheme ?? "-", a.DisplayName, a.IsClosed(today) ? "closed" : "open")
                    );
                }

                return Exit.Done;
            }
        );
        return command;
    }

    private static Command Password(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var email = Needed("--email", "EMAIL", "Whose account.");
        var why = new Option<string?>("--why") { HelpName = "TEXT", Description = "Why, for history." };
        var command = new Command("password", "Set a new password, read from standard input; the account is signed out everywhere.") { email, why, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var context = (await terminal.OpenAsync(parsed.GetValue(db), cancel)).Context();
                var password = await terminal.ReadSecretAsync($"New password ({Passwords.Shortest} characters or more): ");
                var account = await Refusing(() =>
                    AccountBook.SetPasswordAsync(context, terminal.Who, terminal.Time, parsed.GetValue(email)!, password, parsed.GetValue(why))
                );
                await terminal.Output.WriteLineAsync($"{account.DisplayName} can sign in with the new password.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static Command Close(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var email = Needed("--email", "EMAIL", "Whose account.");
        var why = new Option<string?>("--why") { HelpName = "TEXT", Description = "Why, for history." };
        var command = new Command("close", "Close an account; whoever is signed in with it is signed out at once.") { email, why, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var context = (await terminal.OpenAsync(parsed.GetValue(db), cancel)).Context();
                var account = await Refusing(() =>
                    AccountBook.CloseAsync(context, terminal.Who, terminal.Time, parsed.GetValue(email)!, parsed.GetValue(why))
                );
                await terminal.Output.WriteLineAsync($"The account of {account.DisplayName} is closed.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static Option<string> Needed(string name, string help, string description) => new(name) { HelpName = help, Description = description, Required = true };

    private static async Task<T> Refusing<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (AccountRefusedException refusal)
        {
            throw new RefusedException(refusal.Message);
        }
    }
}
