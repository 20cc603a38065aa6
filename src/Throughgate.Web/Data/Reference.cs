using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace Throughgate.Web.Data;

/// <summary>One code of a list (data/codes.csv): how it is written, how it is said, and the kind or group it belongs to.</summary>
public sealed record Code(string List, string Value, string Label, string Kind, string Group);

public sealed record SchemeEntry(string Value, string Name, string Region, string Country);

public sealed record YotEntry(string Value, string Name, string Scheme);

public sealed record EstablishmentEntry(string Value, string Name, string Type)
{
    /// <summary>As people say it: "Wetherby" for "HMYOI Wetherby (incl. Keppel Unit)".</summary>
    public string Called { get; } = Name.Split([" (", " - "], StringSplitOptions.None)[0].Replace("HMYOI ", "", StringComparison.Ordinal).Replace("HMP/YOI ", "", StringComparison.Ordinal);
}

/// <summary>The reference data that ships with the product: code lists, schemes, YOTs, establishments, bank holidays. Read once.</summary>
public sealed class Reference
{
    public static Reference Instance { get; } = new();

    private Reference()
    {
        Codes = Read("codes", r => new Code(r("list"), r("code"), r("label"), r("kind"), r("group")))
            .ToLookup(c => c.List, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Code>)[.. g], StringComparer.Ordinal);
        _byCode = Codes.Values.SelectMany(c => c).ToDictionary(c => (c.List, c.Value));
        Schemes = Read("schemes", r => new SchemeEntry(r("scheme"), r("name"), r("region"), r("country"))).ToDictionary(s => s.Value, StringComparer.Ordinal);
        Yots = Read("yots", r => new YotEntry(r("yot"), r("name"), r("scheme"))).ToDictionary(y => y.Value, StringComparer.Ordinal);
        Establishments = Read("establishments", r => new EstablishmentEntry(r("establishment"), r("name"), r("type")))
            .ToDictionary(e => e.Value, StringComparer.Ordinal);
        YotsOfScheme = Yots.Values.GroupBy(y => y.Scheme, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(y => y.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        BankHolidays = Read("bank-holidays-england-wales", r => DateOnly.ParseExact(r("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
    }

    private readonly Dictionary<(string, string), Code> _byCode;

    /// <summary>Each list in the order of the file, which is the order of the return's rows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Code>> Codes { get; }

    public IReadOnlyDictionary<string, SchemeEntry> Schemes { get; }

    public IReadOnlyDictionary<string, YotEntry> Yots { get; }

    public IReadOnlyDictionary<string, IReadOnlySet<string>> YotsOfScheme { get; }

    public IReadOnlyDictionary<string, EstablishmentEntry> Establishments { get; }

    public IReadOnlySet<DateOnly> BankHolidays { get; }

    /// <summary>The scheme that a YOT is in; null for one that is in none.</summary>
    public string? SchemeOfYot(string yot) => Yots.TryGetValue(yot, out var entry) && Schemes.ContainsKey(entry.Scheme) ? entry.Scheme : null;

    public bool Has(string list, string code) => _byCode.ContainsKey((list, code));

    /// <summary>The English label of a code, and the code itself where the list does not know it.</summary>
    public string Label(string list, string? code) => code is null ? "" : _byCode.TryGetValue((list, code), out var c) ? c.Label : code;

    public string EstablishmentName(string? code) => code is null ? "" : Establishments.TryGetValue(code, out var e) ? e.Name : code;

    /// <summary>An establishment as people say it, and the code itself where the list does not know it.</summary>
    public string Called(string establishment) => Establishments.TryGetValue(establishment, out var e) ? e.Called : establishment;

    public SentenceKind KindOf(string sentenceType) =>
        _byCode[("sentence", sentenceType)].Kind switch
        {
            "custodial" => SentenceKind.Custodial,
            "community" => SentenceKind.Community,
            "remand" => SentenceKind.Remand,
            _ => SentenceKind.Other,
        };

    private static List<T> Read<T>(string file, Func<Func<string, string>, T> entry)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/{file}.csv")!;
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var entries = new List<T>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            entries.Add(entry(c => csv.GetField(c) ?? ""));
        }

        return entries;
    }
}
