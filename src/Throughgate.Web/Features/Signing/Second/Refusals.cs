using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second;

/// <summary>A code or a password that was wrong, or not looked at: nothing of it is shown again.</summary>
public static class Refusals
{
    /// <summary>Says it in the field, and gives the status of the answer.</summary>
    public static int Refuse(this PageModel page, string field, Tried tried, string wrong)
    {
        page.ModelState.Clear();
        page.ModelState.AddModelError(field, tried == Tried.TooMany ? Words.Key("There were too many wrong tries. Wait fifteen minutes, then try again.") : wrong);
        return tried == Tried.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
    }
}
