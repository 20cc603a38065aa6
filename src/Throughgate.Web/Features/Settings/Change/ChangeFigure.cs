using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.Change;

/// <summary>The scheme set one of its figures, from a day on.</summary>
public sealed record FigureChanged(string Figure, int Was, int Is, DateOnly From) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The scheme changed a figure: {0}, {1}, before: {2}, from {3}", Label(words), Is, Was, new Days(words).Plain(From)];

    private string Label(Words words) => Register.Figures.FirstOrDefault(f => f.Key == Figure) is { } figure ? words[figure.Label] : Figure;
}

/// <summary>Sets a figure of the scheme from a day on, with the reason. What was set before stays, and holds until that day.</summary>
public sealed class ChangeFigure(Db db, Actor actor, TimeProvider time)
{
    /// <param name="was">In force on the day until now.</param>
    public async Task RunAsync(Figure figure, int was, int value, DateOnly from, string reason)
    {
        db.SchemeFigures.Add(
            new SchemeFigure
            {
                Scheme = actor.Scheme!,
                Figure = figure.Key,
                ValueNumber = value,
                FromOn = from,
                SetAt = time.GetUtcNow(),
                ActorId = actor.Id,
                ActorName = actor.Name,
                Reason = reason,
            }
        );
        await db.SaveAsync(actor, time, new FigureChanged(figure.Key, was, value, from) { Why = reason });
    }
}
