using Throughgate.Domain.Rules;
using Throughgate.Web.Access;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// The first import of a scheme's cases sets its first day of recording here to the day of that import: before it, another system was the
/// record. A scheme that has the setting keeps it.
/// </summary>
internal sealed class RecordingBegins(ImportConnection connection, Actor actor, DateTimeOffset at, DateOnly today)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var schemes = new List<string>();
        await connection.ReadAsync(
            "select distinct s.\"scheme\" from s_cases s where not exists (select 1 from scheme_figures f where f.scheme = s.\"scheme\" and f.figure = @figure)",
            r => schemes.Add(r.GetString(0)),
            cancel,
            ("@figure", FirstDayOfRecording.Key)
        );
        foreach (var scheme in schemes)
        {
            await connection.RunAsync(
                "insert into scheme_figures (id, scheme, figure, value_number, from_on, set_at, actor_id, actor_name, reason) "
                    + "values (@id, @scheme, @figure, @value, @on, @at, @actor, @who, @reason)",
                cancel,
                ("@id", Guid.CreateVersion7()),
                ("@scheme", scheme),
                ("@figure", FirstDayOfRecording.Key),
                ("@value", FirstDayOfRecording.Write(today)),
                ("@on", today),
                ("@at", at),
                ("@actor", actor.Id),
                ("@who", actor.Name),
                ("@reason", "The first import of the scheme's cases")
            );
        }
    }
}
