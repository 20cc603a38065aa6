using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.FirstDay;

/// <summary>The scheme said from which day on it records here.</summary>
public sealed record FirstDaySet(DateOnly? Was, DateOnly Is) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Was is { } was
            ? words["First day of recording here: {0}, before: {1}", new Days(words).Plain(Is), new Days(words).Plain(was)]
            : words["First day of recording here: {0}", new Days(words).Plain(Is)];
}

/// <summary>Sets the scheme's first day of recording here, with the reason. What was set before stays in the list of settings.</summary>
public sealed class SetFirstDay(Db db, Actor actor, TimeProvider time)
{
    public async Task RunAsync(DateOnly? was, DateOnly day, DateOnly today, string reason)
    {
        db.SchemeFigures.Add(
            new SchemeFigure
            {
                Scheme = actor.Scheme!,
                Figure = FirstDayOfRecording.Key,
                ValueNumber = FirstDayOfRecording.Write(day),
                FromOn = today,
                SetAt = time.GetUtcNow(),
                ActorId = actor.Id,
                ActorName = actor.Name,
                Reason = reason,
            }
        );
        await db.SaveAsync(actor, time, new FirstDaySet(was, day) { Why = reason });
    }
}
