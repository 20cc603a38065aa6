using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Documents;

/// <summary>A file was attached. Its title is on the row alone: what it is called can name somebody, and the row can be emptied.</summary>
public sealed record DocumentAttached(Guid Document, string FileType, string About, int Bytes) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A document was attached ({0}): {1}", FileType, words[DocumentWords.About(About)]];
}

/// <summary>The contents' keys were locked with a new master key.</summary>
public sealed record DocumentKeysRotated(int Documents, string Master) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The keys of {0} documents were locked anew", Documents];
}

public static class DocumentWords
{
    public static IReadOnlyList<string> Subjects { get; } = ["record", "plan", "review", "offer", "release", "accommodation", "education", "consent"];

    public static string About(string code) => code switch
    {
        "plan" => Words.Key("the plan"),
        "review" => Words.Key("a review"),
        "offer" => Words.Key("an offer"),
        "release" => Words.Key("the release"),
        "accommodation" => Words.Key("accommodation"),
        "education" => Words.Key("education or work"),
        "consent" => Words.Key("consent and sharing"),
        _ => Words.Key("the record as a whole"),
    };

    public static List<Choice> Choices(Words words) => [.. Subjects.Select(s => new Choice(s, words[About(s)].ToString()))];

    /// <summary>"340 kB", "1.2 MB".</summary>
    public static string Size(int bytes) => bytes < 1_000_000 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB") : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB");
}
