using Throughgate.Web.Access.SigningIn.Second;

namespace Throughgate.Tests.Build;

/// <summary>Somebody's authenticator app: it is given the key that the set-up page writes, and shows the code of an instant.</summary>
public sealed class PhoneApp(byte[] secret)
{
    public string CodeAt(DateTimeOffset instant) => TimedCode.At(secret, TimedCode.StepOf(instant));

    /// <summary>Sets an app up at the page where that is asked for, as somebody does who has just given their password.</summary>
    public static async Task<(PhoneApp Phone, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(TestApp app, TestBrowser browser, string? password = null)
    {
        var page = await browser.GetAsync("/second-factor/set-up");
        page.Status.ShouldBe(200, page.Body);
        var phone = Of(page);
        var form = page.Form("/second-factor/set-up");
        (form["Code"], form["Password"]) = (phone.CodeAt(app.Clock.GetUtcNow()), password ?? "");
        var done = await browser.PostAsync("/second-factor/set-up", form);
        done.Status.ShouldBe(200, done.Body);
        return (phone, done.Texts(".tg-codes li"));
    }

    public static PhoneApp Of(TestAnswer setUp) => Of(setUp.Texts(".tg-key").ShouldHaveSingleItem());

    public static PhoneApp Of(string key) => new(Read(key));

    private static byte[] Read(string key)
    {
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
