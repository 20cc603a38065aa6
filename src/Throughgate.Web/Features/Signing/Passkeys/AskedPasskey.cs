namespace Throughgate.Web.Features.Signing.Passkeys;

/// <summary>A page that asks the browser for a passkey.</summary>
/// <param name="Options">What it is asked, as the browser takes it.</param>
/// <param name="Makes">A new one is made; else one there is answers.</param>
/// <param name="Action">Where the answer goes.</param>
/// <param name="Instead">Another way, for whoever has no passkey with them.</param>
public sealed record AskedPasskey(string Options, bool Makes, string Action, string Instead, string? Next = null, string? Name = null);
