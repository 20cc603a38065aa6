namespace Throughgate.Web.Data.Rows;

/// <summary>Something went between custody and YOT at a key stage: Domain/Sharing/StageExchange.</summary>
public sealed class KeyStageExchangeRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Stage { get; init; }
    public DateOnly StageOn { get; init; }
    public required string Item { get; init; }
    public DateOnly ExchangedOn { get; init; }
    public required string ByName { get; init; }
}
