using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing;

/// <summary>How something was told, as it is said; English, the keys of their Welsh.</summary>
public static class ToldWords
{
    public static IReadOnlyList<string> ByHand { get; } = ["spoken", "meeting", "letter", "email"];

    public static string How(string code) => code switch
    {
        "spoken" => Words.Key("Spoken, or by telephone"),
        "meeting" => Words.Key("At a meeting"),
        "letter" => Words.Key("By letter"),
        "email" => Words.Key("By secure e-mail"),
        "page" => Words.Key("Opened on their page here"),
        _ => Words.Key("By a link that expires"),
    };

    public static string Basis(string bases, Words words) => string.Join("; ", bases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => words[SharingWords.Basis[b]].ToString()));
}
