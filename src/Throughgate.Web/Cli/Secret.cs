using System.Text;

namespace Throughgate.Web.Cli;

/// <summary>One line that must not be seen: typed without echo, or piped in.</summary>
internal static class Secret
{
    public static string ReadFromKeyboard()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (key.KeyChar >= ' ')
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }
}
