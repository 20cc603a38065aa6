using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Web.Features.Gaps;

/// <summary>The needs of a scheme's open programmes, of those whom the reader may see.</summary>
public sealed class ReadNeeds(Visible visible)
{
    public Task<NeedsRead> RunAsync(string scheme, DateOnly today, CancellationToken cancel) =>
        NeedsReader.ReadAsync(
            new(visible.Cases, visible.People, visible.OfCases<PlanRow>(), visible.OfCases<PlanPathwayRow>(), visible.OfCases<PlanActionRow>()),
            [scheme],
            today,
            ReckonFigures.GroupOf,
            cancel
        );
}
