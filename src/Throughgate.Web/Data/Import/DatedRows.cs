using System.Globalization;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// The dated changes of some held sentences: expected release, end of the order, establishment. A first value is known from the day of
/// sentence, another value from the day of import; nothing is overwritten.
/// </summary>
internal sealed class DatedRows(ImportWork work, BundleFile file)
{
    private readonly Dictionary<(Guid Sentence, string What), (int Position, DateOnly KnownFrom, bool Recorded)> _newest = [];
    private readonly Dictionary<string, List<object[]>> _added = file.Dated.ToDictionary(c => c.Dated!, _ => new List<object[]>(), StringComparer.Ordinal);

    public async Task LoadAsync(IReadOnlyList<(int Line, Guid Id)> sentences, CancellationToken cancel)
    {
        await Staging.FillAsync(work.Connection, "w_rows", [.. sentences.Select(s => new object[] { s.Line, s.Id })], cancel);
        await work.Connection.ReadAsync(
            """
            select d.sentence_id, d.what, d.position, d.known_from, d.origin from w_rows w join sentence_dates d on d.sentence_id = w.id
            union all
            select p.sentence_id, 'placement', p.position, p.from_on, p.origin from w_rows w join placements p on p.sentence_id = w.id
            """,
            r =>
            {
                var key = (r.Key(0), r.GetString(1));
                if (!_newest.TryGetValue(key, out var newest) || newest.Position < r.GetInt32(2))
                {
                    _newest[key] = (r.GetInt32(2), r.Day(3), r.GetString(4) == Rows.Origins.Recorded);
                }
            },
            cancel
        );
    }

    public bool IsRecorded(Guid sentence, string what) => _newest.TryGetValue((sentence, what), out var newest) && newest.Recorded;

    public void Add(int line, Guid sentence, Column column, string sentencedOn)
    {
        var (position, from) = _newest.TryGetValue((sentence, column.Dated!), out var newest)
            ? (newest.Position + 1, newest.KnownFrom > work.Today ? newest.KnownFrom : work.Today)
            : (0, DateOnly.ParseExact(sentencedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        _added[column.Dated!].Add([line, sentence, from, position]);
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        for (var i = 0; i < file.Dated.Count; i++)
        {
            var column = file.Dated[i];
            if (_added[column.Dated!] is { Count: > 0 } rows)
            {
                await Staging.FillAsync(work.Connection, "w_dated", rows, cancel);
                await work.Connection.RunAsync(InsertSql.NextDated(column.Dated!, column, i + 1), cancel, ("@import", work.ImportId));
            }
        }
    }
}
