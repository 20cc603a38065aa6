using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Web.Access.Sending;

/// <summary>Every form that posts carries a one-time key, so that sending it twice does the thing once (R14).</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class OnceTagHelper : TagHelper
{
    public const string Field = "tg-once";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var method = context.AllAttributes["method"].Value?.ToString();
        if (string.Equals(method, "post", StringComparison.OrdinalIgnoreCase))
        {
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{Field}\" value=\"{Guid.CreateVersion7():N}\">");
        }
    }
}
