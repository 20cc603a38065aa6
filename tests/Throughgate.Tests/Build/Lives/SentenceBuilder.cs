using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build.Lives;

/// <summary>A sentence, with the dates that change as changes, and the programmes linked to it.</summary>
public sealed class SentenceBuilder
{
    private readonly List<Row> _below = [];
    private readonly List<CaseBuilder> _cases = [];

    public SentenceBuilder(string type, DateOnly sentencedOn) =>
        Row = new()
        {
            Reference = Life.Reference("S"),
            Type = type,
            Kind = Throughgate.Web.Data.Reference.Instance.KindOf(type).ToString().ToLowerInvariant(),
            MainOffence = "robbery",
            ArrestedOn = sentencedOn.AddDays(-60),
            SentencedOn = sentencedOn,
        };

    public Sentence Row { get; }

    public IReadOnlyList<CaseBuilder> Cases => _cases;

    internal IReadOnlyList<Row> Below => _below;

    /// <summary>Expected release; said again, it is a change known from the day given.</summary>
    public SentenceBuilder ExpectedOn(string? on, string? knownFrom = null) => Dated(SentenceDate.ExpectedRelease, on, knownFrom);

    /// <summary>Last day of the order or licence; said again, it is a change.</summary>
    public SentenceBuilder EndsOn(string? on, string? knownFrom = null) => Dated(SentenceDate.Ends, on, knownFrom);

    public SentenceBuilder ReleasedOn(string on) => Set(s => s.ReleasedOn = Life.Day(on));

    public SentenceBuilder HeldAt(string? establishment, string? from = null)
    {
        _below.Add(
            new Placement
            {
                SentenceId = Row.Id,
                Establishment = establishment,
                FromOn = Life.MaybeDay(from) ?? Row.SentencedOn,
                Position = _below.OfType<Placement>().Count(),
            }
        );
        return this;
    }

    public SentenceBuilder With(params IEnumerable<CaseBuilder> cases)
    {
        _cases.AddRange(cases);
        return this;
    }

    public SentenceBuilder Set(Action<Sentence> change)
    {
        change(Row);
        return this;
    }

    internal Sentence RowFor(Guid person)
    {
        Row.PersonId = person;
        return Row;
    }

    private SentenceBuilder Dated(string what, string? on, string? knownFrom)
    {
        _below.Add(
            new SentenceDate
            {
                SentenceId = Row.Id,
                What = what,
                ValueOn = Life.MaybeDay(on),
                KnownFrom = Life.MaybeDay(knownFrom) ?? Row.SentencedOn,
                Position = _below.OfType<SentenceDate>().Count(d => d.What == what),
            }
        );
        return this;
    }
}
