namespace Throughgate.Domain.Rules;

/// <summary>
/// The figures of one scheme: the defaults and the scheme's dated settings. A duty uses the figure in force on the day that it is reckoned
/// from, or on the day looked at where that comes first: a new figure neither turns what was done in time into late, nor shows before it holds.
/// </summary>
public sealed class DutyFigures
{
    private readonly Dictionary<string, Dated<int>> _settings = new(StringComparer.Ordinal);

    /// <param name="settings">The scheme's settings by the figure's key, those that begin earlier first, and of one day those set earlier first.</param>
    /// <exception cref="ArgumentException">A key that no figure has, or a value that the figure cannot take.</exception>
    public DutyFigures(IEnumerable<KeyValuePair<string, DatedValue<int>>> settings)
    {
        foreach (var ofKey in settings.GroupBy(s => s.Key, s => s.Value, StringComparer.Ordinal))
        {
            if (ofKey.Key == FirstDayOfRecording.Key)
            {
                var last = ofKey.Last();
                RecordedHere = new(FirstDayOfRecording.Read(last.Value), last.From, last.By, last.Reason);
                continue;
            }

            var figure =
                Register.Figures.FirstOrDefault(f => f.Key == ofKey.Key)
                ?? throw new ArgumentException($"There is no figure {ofKey.Key}; the figures are listed in docs/rules.md.", nameof(settings));
            foreach (var change in ofKey.Where(c => c.Value < 0 || c.Value > figure.Most))
            {
                throw new ArgumentException($"{figure.Key} is from 0 to {figure.Most}, not {change.Value}.", nameof(settings));
            }

            _settings[figure.Key] = new Dated<int>(figure.Default, ofKey);
        }
    }

    /// <summary>No settings: every figure at its default.</summary>
    public static DutyFigures Defaults { get; } = new([]);

    /// <summary>The first day of recording here, with who set it and why; null where nothing was imported and nobody set it.</summary>
    public DatedValue<DateOnly>? RecordedHere { get; }

    /// <summary>Due before recording here began: a rule beyond the bundle raises no duty then, and pages say "not recorded then".</summary>
    public bool IsBeforeRecording(DateOnly due) => due < RecordedHere?.Value;

    public FigureInForce InForce(Figure figure, DateOnly day)
    {
        var setting = _settings.GetValueOrDefault(figure.Key)?.ChangeOn(day);
        return new FigureInForce(figure, setting?.Value ?? figure.Default, setting);
    }
}
