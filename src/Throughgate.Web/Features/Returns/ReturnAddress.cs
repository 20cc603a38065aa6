using System.Globalization;
using Throughgate.Domain.Returns;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Returns;

/// <summary>Where the pages of one scheme's quarter are.</summary>
public sealed record ReturnAddress(string Scheme, FinancialQuarter Quarter)
{
    /// <summary>Reads the three parts of the address; null where they name no scheme or no quarter.</summary>
    public static ReturnAddress? Read(string scheme, string year, string quarter) =>
        Reference.Instance.Schemes.ContainsKey(scheme) && FinancialQuarter.TryParse(year, quarter, out var asked, out _)
            ? new(scheme, asked)
            : null;

    private string Tail => string.Create(CultureInfo.InvariantCulture, $"{Scheme}/{Quarter.Year}/{Quarter.Number}");

    public string Page => $"/figures/return/{Tail}";

    public string Who => $"{Page}/who";

    /// <summary>The same quarter as counts only, for somebody who may not open the people.</summary>
    public string Counts => $"/figures/counts/{Tail}";

    public string ByReading(Reading reading) => With(Page, reading);

    public string WhoIs(Guid person) => $"{Who}/{person}";

    public string File(string handler, Reading reading) => $"{Page}?handler={handler}&reading={reading.Code()}";

    /// <summary>The people behind a figure; the row may be a sum of rows, see <see cref="Sums"/>.</summary>
    public string People(string table, string row, string column, Reading reading) =>
        $"{Page}/people?table={table}&row={Uri.EscapeDataString(row)}&column={column}&reading={reading.Code()}";

    /// <summary>Check and hand in.</summary>
    public string HandIn(Reading reading) => With($"{Page}/hand-in", reading);

    public string Sign => $"{Page}/sign";

    public string Accept(Reading reading) => With($"{Page}/accept", reading);

    /// <summary>What stops or weakens it, by worker.</summary>
    public string Mend => $"{Page}/mend";

    public string Typed => $"{Page}/typed";

    /// <summary>A frozen version.</summary>
    public string Version(Guid id) => $"{Page}/versions/{id}";

    public string VersionPeople(Guid id, string table, string key, string column, Reading reading) =>
        $"{Version(id)}/people?table={table}&key={Uri.EscapeDataString(key)}&column={column}&reading={reading.Code()}";

    private static string With(string path, Reading reading) => reading == Reading.InPeriod ? path : $"{path}?reading={reading.Code()}";

    /// <summary>A young person's own page.</summary>
    public static string Person(Guid person) => $"/young-people/{person}";
}
