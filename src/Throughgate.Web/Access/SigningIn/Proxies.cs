using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Throughgate.Web.Access.SigningIn;

/// <summary>
/// The proxies in front of the program, as THROUGHGATE_PROXIES lists them: addresses or networks, with commas between. What they say of where a request
/// came from is believed, so that throttling counts whoever sent it; what anybody else says of it is not.
/// </summary>
public static class Proxies
{
    public const string Setting = "THROUGHGATE_PROXIES";

    /// <exception cref="FormatException">Something in the list is neither an address nor a network.</exception>
    public static ForwardedHeadersOptions Of(IConfiguration settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in (settings[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(one, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new FormatException($"{Setting} holds \"{one}\", which is neither an address (10.0.0.5) nor a network (10.0.0.0/24).");
            }
        }

        if (options.KnownProxies.Count + options.KnownIPNetworks.Count == 0)
        {
            options.ForwardedHeaders = ForwardedHeaders.None;
        }

        return options;
    }
}
