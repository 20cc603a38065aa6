namespace Throughgate.Web.Access.SigningIn;

/// <summary>"Firefox, Windows" out of what a browser says of itself: enough to know one's own by, and no more is kept.</summary>
public static class BrowserName
{
    // The first that is found: later ones name earlier ones to be taken for them.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string said)
    {
        var parts = new[] { Find(Browsers, said), Find(Systems, said) }.OfType<string>();
        return string.Join(", ", parts);
    }

    private static string? Find((string Sign, string Name)[] known, string said) =>
        known.FirstOrDefault(k => said.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
