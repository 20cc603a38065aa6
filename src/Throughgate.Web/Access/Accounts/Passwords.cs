using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.Accounts;

/// <summary>What a password must be: long. No rules about kinds of characters, which make people write them down.</summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 256;
    public const int Rounds = 210_000;

    public static IPasswordHasher<Account> Hasher { get; } =
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>What is wrong with it and what to do; null where nothing is.</summary>
    public static string? Problem(string password, string email, string name)
    {
        if (password.Length < Shortest)
        {
            return $"The password has {password.Length} characters and needs at least {Shortest}. Three or four words that do not belong together are easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"The password has {password.Length} characters; the most is {Longest}.";
        }

        if (password.Distinct().Count() < 5)
        {
            return "The password repeats a few characters. Choose three or four words that do not belong together.";
        }

        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(email.Split('@')[0]).Append("throughgate").Where(p => p.Length > 2);
        var rest = parts.Aggregate(password, (left, part) => left.Replace(part, "", StringComparison.OrdinalIgnoreCase));
        return rest.Count(char.IsLetterOrDigit) < Shortest / 2 ? "The password is little more than the name or the e-mail address. Choose other words." : null;
    }
}
