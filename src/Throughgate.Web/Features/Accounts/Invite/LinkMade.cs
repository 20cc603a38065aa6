namespace Throughgate.Web.Features.Accounts.Invite;

/// <summary>A link on the one page that shows it: for whom, until when, and whether it went out by e-mail.</summary>
public sealed record LinkMade(string Email, string Address, DateTimeOffset Until, bool Sent, string Back);
