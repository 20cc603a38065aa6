using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges;

/// <summary>One thing that a record says of who somebody is: to lay two records side by side, to choose between them, and to put a choice back.</summary>
/// <param name="Label">English, the key of its Welsh.</param>
/// <param name="Read">As history writes it; null where it is not known.</param>
public sealed record PersonField(string Name, string Label, Func<Person, string?> Read, Action<Person, string?> Write)
{
    public static IReadOnlyList<PersonField> All { get; } =
    [
        new("first_name", Words.Key("First name"), p => p.FirstName, (p, v) => p.FirstName = v!),
        new("last_name", Words.Key("Last name"), p => p.LastName, (p, v) => p.LastName = v!),
        new("date_of_birth", Words.Key("Date of birth"), p => p.DateOfBirth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (p, v) => p.DateOfBirth = Day(v!)),
        new("gender", Words.Key("Gender"), p => p.Gender, (p, v) => p.Gender = v!),
        new("ethnicity", Words.Key("Ethnicity"), p => p.Ethnicity, (p, v) => p.Ethnicity = v!),
        new("looked_after", Words.Key("Looked after by a local authority?"), p => Said(p.LookedAfter), (p, v) => p.LookedAfter = Known(v)),
        new("send", Words.Key("Special educational needs or disability?"), p => Said(p.Send), (p, v) => p.Send = Known(v)),
        new("is_parent", Words.Key("A parent?"), p => Said(p.IsParent), (p, v) => p.IsParent = Known(v)),
        new("first_language", Words.Key("First language"), p => p.FirstLanguage, (p, v) => p.FirstLanguage = v),
    ];

    /// <summary>Whether the record knows it: a code for "not known" is not known.</summary>
    public bool IsKnown(Person person) => Read(person) is not (null or "not_known" or "NS");

    public string Shown(Person person, Words words) => (Name, Read(person)) switch
    {
        (_, null) => words["Not known"].ToString(),
        ("date_of_birth", { } day) => new Days(words).Plain(Day(day)),
        ("gender" or "ethnicity", { } code) => words[Reference.Instance.Label(Name, code)].ToString(),
        (_, "yes") => words["Yes"].ToString(),
        (_, "no") => words["No"].ToString(),
        (_, { } text) => text,
    };

    private static string? Said(bool? known) => known switch { true => "yes", false => "no", _ => null };

    private static bool? Known(string? said) => said switch { "yes" => true, "no" => false, _ => null };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
