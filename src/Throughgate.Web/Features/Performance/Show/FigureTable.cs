using Throughgate.Domain.Figures;

namespace Throughgate.Web.Features.Performance.Show;

/// <summary>The measures of one theme as a table.</summary>
public sealed record FigureTable(string Caption, IReadOnlyList<Measure> Measures, Answered Answered, FigureInWords Said)
{
    /// <summary>Days late are shown where duties are.</summary>
    public bool SaysHowLate => Measures.Any(m => m.Theme == Theme.Planning);
}
