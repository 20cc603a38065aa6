namespace Throughgate.Web.Features.Signing.Second;

/// <summary>Recovery codes on the one page that shows them, and where it leads.</summary>
public sealed record ShownOnce(IReadOnlyList<string> Codes, string Next);
