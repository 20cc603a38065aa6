using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Performance;

/// <summary>Figures of performance from the database: whom it concerns in one round trip, and their facts in one for each 500 (PER-1).</summary>
public sealed class ReckonFigures(Connection connection, WorkingCalendar calendar, London london, KeptFigures? keptFigures = null)
{
    private const int Quarters = 8;

    private static readonly Dictionary<string, string> Groups = Reference
        .Instance.Codes["ethnicity"]
        .ToDictionary(c => c.Value, c => c.Group == "Not known" ? "" : c.Group, StringComparer.Ordinal);

    /// <summary>Every number with the people behind it, for whoever may open them; one measure with its breakdowns, or all measures.</summary>
    public async Task<Answered> OpenAsync(Level level, IReadOnlyList<Level> all, PeriodAsked period, Measure? only, IReadOnlySet<Guid> kept, CancellationToken cancel)
    {
        IReadOnlyList<DateRange> trend = [.. period.Quarters(Quarters, london.Today).Select(q => q.Days)];
        IReadOnlyList<Breakdown> breakdowns = only is null ? [] : Breakdowns.For(only, level.OfOneScheme);
        IReadOnlyList<Measure> measures = only is null ? level.Measures : [only];
        var periods = period.With(trend);
        var figures = only is null && keptFigures is not null
            ? await KeptAsync(keptFigures, level, periods, cancel)
            : await RunAsync(level, measures, periods, breakdowns, Keeps.People, eachScheme: false, kept, cancel: cancel);
        return new(level, all, period, trend) { Figures = figures };
    }

    /// <summary>All measures as numbers, which are the same for whoever may open the people.</summary>
    private async Task<FiguresOfPeople> KeptAsync(KeptFigures keep, Level level, IReadOnlyList<DateRange> periods, CancellationToken cancel)
    {
        var what = $"{level.Code} {string.Join(',', level.Scope.Schemes ?? new HashSet<string>())} {string.Join(',', level.Scope.Yots.Order(StringComparer.Ordinal))} {london.Today:O} {string.Join(',', periods)}";
        return await keep.OfAsync(
            what,
            changed => FigureCandidates.AnyAsync(connection, level.Scope, new(periods.Min(p => p.From), periods.Max(p => p.To)), changed, cancel),
            async () =>
            {
                var among = new HashSet<Guid>();
                return (await RunAsync(level, level.Measures, periods, [], Keeps.Numbers, eachScheme: false, among: among, cancel: cancel), among);
            },
            cancel
        );
    }

    /// <param name="periods">The first is the one whose breakdowns are counted.</param>
    /// <param name="eachScheme">Each scheme is counted by itself, and with them all on whom the sum's suppression depends.</param>
    /// <param name="kept">Whose records the reader may not open: no breakdown says anything of them.</param>
    /// <param name="among">Is given everybody who was looked at.</param>
    /// <param name="asOf">The day on which the figures stand; today, and the last 1 April for suppression.</param>
    public async Task<FiguresOfPeople> RunAsync(
        Level level,
        IReadOnlyList<Measure> measures,
        IReadOnlyList<DateRange> periods,
        IReadOnlyList<Breakdown> breakdowns,
        Keeps keeps,
        bool eachScheme,
        IReadOnlySet<Guid>? kept = null,
        DateOnly? asOf = null,
        HashSet<Guid>? among = null,
        CancellationToken cancel = default
    )
    {
        IReadOnlyDictionary<string, DutyFigures> figures;
        await using (var reader = await connection.OpenAsync(cancel: cancel))
        {
            figures = await reader.FiguresOfSchemesAsync(cancel);
        }

        var undisclosed = await UndisclosedAsync(cancel);

        var asked = new Asked
        {
            Scope = eachScheme ? level.Weighed : level.Scope,
            Periods = periods,
            Today = asOf ?? (keeps == Keeps.Events ? LastApril(london.Today) : london.Today),
            Calendar = calendar,
            FiguresOf = scheme => figures.GetValueOrDefault(scheme, DutyFigures.Defaults),
            SchemeOfYot = Reference.Instance.SchemeOfYot,
        };
        var reckoned = new FiguresOfPeople(measures, asked, keeps)
        {
            Breakdowns = breakdowns,
            GroupOf = GroupOf,
            SchemeOf = eachScheme ? SchemeOf : null,
            Has = Level.Has,
        };
        await foreach (var person in FigureCandidates.FactsAsync(connection, asked.Scope, asked.Window, cancel))
        {
            among?.Add(person.Id);
            reckoned.Add(undisclosed.Contains(person.Id) || kept?.Contains(person.Id) == true ? person with { IsUndisclosed = undisclosed.Contains(person.Id), IsKept = kept?.Contains(person.Id) == true } : person);
        }

        return reckoned;
    }

    public static string GroupOf(string ethnicity) => Groups.GetValueOrDefault(ethnicity, "");

    /// <summary>
    /// For readers who may not open people the figures stand as on the last 1 April: what ripens (twelve months after a release, say) would else move a number by one on a day
    /// that somebody may know.
    /// </summary>
    public static DateOnly LastApril(DateOnly today) => new(FinancialQuarter.OfDay(today).StartYear, 4, 1);

    /// <summary>Of whom no figure may say which establishment holds them (R2).</summary>
    private async Task<HashSet<Guid>> UndisclosedAsync(CancellationToken cancel)
    {
        await using var db = connection.Context();
        return [.. await db.Set<NotDisclosed>().Where(n => n.LiftedAt == null).Select(n => n.PersonId).ToListAsync(cancel)];
    }

    private static string? SchemeOf(Measured one) => one.Scheme ?? (one.Yot is { } yot ? Reference.Instance.SchemeOfYot(yot) : null);
}
