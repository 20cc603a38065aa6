namespace Throughgate.Web.Data.Rows;

/// <summary>How an offer recorded here was made (a code of the list <c>way</c>), and the young person's own words to it. An imported offer has none.</summary>
public sealed class OfferSaid : IOfCase
{
    public Guid OfferId { get; init; }

    public Guid CaseId { get; init; }
    public required string Way { get; set; }
    public string? OwnWords { get; set; }
}
