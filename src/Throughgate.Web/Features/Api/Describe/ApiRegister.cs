using Throughgate.Web.Features.Api.Read;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Api.Describe;

/// <summary>What an address of the interface takes.</summary>
/// <param name="In">path or query; what stands in the path is always needed.</param>
/// <param name="Means">English, the key of its Welsh, as are the other texts.</param>
public sealed record ApiParameter(string Name, string In, string Means, string Example);

/// <summary>One address of the interface: what it gives, and the type whose shape it answers.</summary>
public sealed record ApiEndpoint(string Path, string Operation, string Gives, IReadOnlyList<ApiParameter> Takes, Type Answers)
{
    public string Example => "/api/v1" + Takes.Where(p => p.In == "path").Aggregate(Path, (path, p) => path.Replace($"{{{p.Name}}}", p.Example, StringComparison.Ordinal)) + string.Concat(Takes.Where(p => p.In == "query").Select((p, i) => $"{(i == 0 ? '?' : '&')}{p.Name}={p.Example}"));
}

/// <summary>Everything that the interface gives. The OpenAPI document and the page about it are written from it; a test holds it against the pages that answer.</summary>
public static class ApiRegister
{
    private static readonly ApiParameter Year = new("year", "query", Words.Key("A financial year that is over; the last one where nothing is said"), "2010-11");

    public static IReadOnlyList<ApiEndpoint> All { get; } =
    [
        new("/measures", "listMeasures", Words.Key("Every measure with its definition"), [], typeof(MeasuresOut)),
        new("/figures", "listFigures", Words.Key("Every figure of the scheme for a financial year, and for the year before"), [Year], typeof(FiguresOut)),
        new("/figures/{measure}", "readFigure", Words.Key("One figure: year by year, and by establishment, gender and more where that may be shown"), [new("measure", "path", Words.Key("Code of the measure"), "address-14"), Year], typeof(OneFigureOut)),
        new("/returns", "listReturns", Words.Key("The quarters whose return is handed in"), [], typeof(ReturnsOut)),
        new(
            "/returns/{year}/{quarter}",
            "readReturn",
            Words.Key("The cells of the return handed in for a quarter of a year that is over; small counts are hidden, and what would give them away"),
            [new("year", "path", Words.Key("Financial year of the quarter"), "2010-11"), new("quarter", "path", Words.Key("1 (from April) to 4 (from January)"), "1")],
            typeof(ReturnOut)
        ),
    ];

    /// <summary>What can go wrong: status, and what it means.</summary>
    public static IReadOnlyList<(int Status, string Means)> Problems { get; } =
    [
        (400, Words.Key("The year is none that is over")),
        (401, Words.Key("No key was sent, or none that is in force")),
        (404, Words.Key("There is no such measure, or no return of that quarter is handed in")),
        (429, Words.Key("Too many requests in a minute, or too many wrong keys: wait as long as Retry-After says")),
    ];
}
