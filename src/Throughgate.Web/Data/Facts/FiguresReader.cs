using System.Data.Common;
using Throughgate.Domain.Rules;

namespace Throughgate.Web.Data.Facts;

/// <summary>The figures in force of one scheme: the rulebook's defaults and the scheme's own dated settings.</summary>
public static class FiguresReader
{
    internal const string Statement =
        "select figure, value_number, from_on, actor_name, reason from scheme_figures where scheme = @scheme order by from_on, set_at, id";

    public static async Task<DutyFigures> FiguresOfAsync(this DbConnection connection, string scheme, CancellationToken cancel = default)
    {
        await using var command = connection.Command(Statement, ("@scheme", scheme));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await ReadAsync(rows, cancel);
    }

    internal static async Task<DutyFigures> ReadAsync(DbDataReader rows, CancellationToken cancel)
    {
        var settings = new List<KeyValuePair<string, DatedValue<int>>>();
        while (await rows.ReadAsync(cancel))
        {
            settings.Add(Setting(rows));
        }

        return Of(settings);
    }

    internal static KeyValuePair<string, DatedValue<int>> Setting(DbDataReader row) =>
        new(row.GetString(0), new(row.GetInt32(1), row.Day(2), row.GetString(3), row.GetString(4)));

    internal static DutyFigures Of(IReadOnlyCollection<KeyValuePair<string, DatedValue<int>>> settings) =>
        settings.Count == 0 ? DutyFigures.Defaults : new DutyFigures(settings);
}
