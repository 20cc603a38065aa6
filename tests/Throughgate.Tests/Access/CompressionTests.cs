using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Access;

/// <summary>Compressed for our own pages and the person alone; what another site could have asked for tells nothing by its length (ADR 0015).</summary>
public sealed class CompressionTests
{
    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData(null, false)]
    public async Task A_page_is_compressed_only_where_no_other_site_asked(string? site, bool compressed)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/help");
        request.Headers.Add("Accept-Encoding", "br");
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Content.Headers.ContentEncoding.Contains("br").ShouldBe(compressed);
    }
}
