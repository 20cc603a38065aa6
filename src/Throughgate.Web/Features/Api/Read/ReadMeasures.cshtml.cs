using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Api.Ask;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>Every measure with its definition.</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadMeasuresPage(ApiDoor door) : PageModel
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        door.AnswerAsync("measures", _ => System.Threading.Tasks.Task.FromResult<object?>(new MeasuresOut([.. MeasureRegister.All.Select(Shapes.Of)])), cancel);
}
