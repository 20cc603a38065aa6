using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.History;

namespace Throughgate.Web.Ui.Failures;

/// <summary>Which status an exception that nobody caught becomes; the page says what happened in words, never the exception.</summary>
public static class Failure
{
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        DbUpdateConcurrencyException or ChangedMeanwhileException => StatusCodes.Status409Conflict,
        DbException or DbUpdateException or TimeoutException or IOException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
