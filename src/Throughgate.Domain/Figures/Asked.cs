using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures;

/// <summary>Of whom figures are asked: everybody, some schemes, the young people who live in some YOTs, or one worker's.</summary>
public sealed record Scope
{
    /// <summary>Codes of the schemes whose programmes count; null for all.</summary>
    public IReadOnlySet<string>? Schemes { get; init; }

    /// <summary>Codes of the YOTs whose residents count.</summary>
    public required IReadOnlySet<string> Yots { get; init; }

    /// <summary>Programmes too count only of those who live there.</summary>
    public bool ByResidence { get; init; }

    /// <summary>Only programmes of which this is the lead worker on the day.</summary>
    public Guid? Worker { get; init; }

    public bool HasScheme(string scheme) => Schemes is null || Schemes.Contains(scheme);

    public bool Has(PersonFacts person, CaseFacts programme, DateOnly on) =>
        HasScheme(programme.Scheme) && (!ByResidence || HasResident(person, on)) && (Worker is null || programme.LedBy(on) == Worker);

    public bool HasResident(PersonFacts person, DateOnly on) => person.YotOn(on) is { } yot && Yots.Contains(yot);
}

/// <summary>What figures are asked for.</summary>
public sealed record Asked
{
    private readonly IReadOnlyList<DateRange> _periods = [];
    private (Asked? By, PersonFacts? Person, object? What) _last;

    public required Scope Scope { get; init; }

    /// <summary>Each with a last day.</summary>
    public required IReadOnlyList<DateRange> Periods
    {
        get => _periods;
        init => (_periods, Window) = (value, new(value.Min(p => p.From), value.Max(p => p.To)));
    }

    public required DateOnly Today { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The figures in force of a scheme, by its code.</summary>
    public required Func<string, DutyFigures> FiguresOf { get; init; }

    /// <summary>The scheme of a YOT. Where one is given, only the programme of the scheme where somebody lives answers for a resident, so that schemes add up to the whole.</summary>
    public Func<string, string?>? SchemeOfYot { get; init; }

    /// <summary>From the first day of any period to the last of any.</summary>
    public DateRange Window { get; private init; }

    /// <summary>Work that several measures share, done once for the person at hand: people are counted one after the other.</summary>
    internal T OnceFor<T>(PersonFacts person, Func<T> work)
        where T : class
    {
        if (!ReferenceEquals(_last.By, this) || !ReferenceEquals(_last.Person, person) || _last.What is not T)
        {
            _last = (this, person, work());
        }

        return (T)_last.What!;
    }

    internal bool IsWhereTheyLive(string scheme, PersonFacts person, DateOnly on) => SchemeOfYot is null || (person.YotOn(on) is { } yot && SchemeOfYot(yot) == scheme);

    /// <summary>In some period, and not ahead of today.</summary>
    public bool Covers(DateOnly day) => day <= Today && Window.Contains(day);
}
