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

    public string ByReading(Reading reading) => reading == Reading.InPeriod ? Page : $"{Page}?reading={reading.Code()}";

    public string WhoIs(Guid person) => $"{Who}/{person}";

    public string File(string handler, Reading reading) => $"{Page}?handler={handler}&reading={reading.Code()}";

    /// <summary>The people behind a figure; the row may be a sum of rows, see <see cref="Sums"/>.</summary>
    public string People(string table, string row, string column, Reading reading) =>
        $"{Page}/people?table={table}&row={Uri.EscapeDataString(row)}&column={column}&reading={reading.Code()}";

    /// <summary>A young person's own page.</summary>
    public static string Person(Guid person) => $"/young-people/{person}";
}
