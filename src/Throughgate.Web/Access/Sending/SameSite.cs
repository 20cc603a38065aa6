namespace Throughgate.Web.Access.Sending;

/// <summary>A request that changes something must come from a page of this site: what the browser says of its origin, besides the form's token (R38).</summary>
internal static class SameSite
{
    public static bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        // Browsers that do not say more: our pages send no referrer, and so a form of ours comes with the origin "null"; its token decides.
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null" || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
