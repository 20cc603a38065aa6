using Throughgate.Domain.Figures;

namespace Throughgate.Web.Features.Performance.Open;

/// <summary>A breakdown as a table; rows open their people where the reader may.</summary>
public sealed record BreakdownTable(Breakdown By, IReadOnlyList<ComparedRow> Rows, Measure Measure, FigureInWords Said, Func<string, string>? People)
{
    public bool OfShares => Measure.Shape == Shape.Share;
}
