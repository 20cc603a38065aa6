using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Throughgate.Web.Access.Accounts.Common;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Access.Accounts;

/// <summary>What a password must be: long. No rules about kinds of characters, which make people write them down.</summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 256;
    public const int Rounds = 210_000;

    private static readonly Words English = new(Vocabulary.Embedded, Words.English);

    /// <summary>Tests, which sign in a thousand times, put a quicker one here.</summary>
    public static IPasswordHasher<Account> Hasher { get; internal set; } = Of(Rounds);

    internal static IPasswordHasher<Account> Of(int rounds) => new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));

    /// <summary>What is wrong with it and what to do; null where nothing is. In the reader's words, or in English on the command line.</summary>
    public static string? Problem(string password, string email, string name, Words? reader = null)
    {
        var words = reader ?? English;
        if (password.Length < Shortest)
        {
            return words["The password has {0} characters and needs at least {1}. Three or four words that do not belong together are easy to remember.", password.Length, Shortest];
        }

        if (password.Length > Longest)
        {
            return words["The password has {0} characters; the most is {1}.", password.Length, Longest];
        }

        if (password.Distinct().Count() < 5)
        {
            return words["The password repeats a few characters. Choose three or four words that do not belong together."];
        }

        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(email.Split('@')[0]).Append("throughgate").Where(p => p.Length > 2);
        var rest = parts.Aggregate(password, (left, part) => left.Replace(part, "", StringComparison.OrdinalIgnoreCase));
        if (rest.Count(char.IsLetterOrDigit) < Shortest / 2)
        {
            return words["The password is little more than the name or the e-mail address. Choose other words."];
        }

        if (CommonPasswords.Has(password))
        {
            return words["This password, or what it is made of, is among those that are tried first because many people choose them. Choose three or four words that do not belong together."];
        }

        return null;
    }
}
