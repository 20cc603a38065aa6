using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Keeping;

namespace Throughgate.Web.Data.Import;

/// <summary>A bundle that still names a record which was erased here is refused, with each line: else it would bring back what two people signed away.</summary>
internal sealed class ErasedRecords(ImportConnection connection, Problems problems)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var erased = new HashSet<string>(StringComparer.Ordinal);
        await connection.ReadAsync("select reference from disposals where done_at is not null", r => erased.Add(r.GetString(0)), cancel);
        foreach (var name in erased.Count == 0 ? [] : (string[])["people", "residences", "sentences", "cases"])
        {
            var file = BundleFiles.Of(name);
            await connection.ReadAsync(
                $"select line, \"person\" from {file.Stage} where \"person\" is not null order by line",
                r =>
                {
                    if (erased.Contains(Erase.HashOf(r.GetString(1))))
                    {
                        problems.Add(file.FileName, r.GetInt32(0), "person", "this record was erased here when its time was over", "a bundle without it: take it out of the system that the bundle comes from, too");
                    }
                },
                cancel
            );
        }
    }
}
