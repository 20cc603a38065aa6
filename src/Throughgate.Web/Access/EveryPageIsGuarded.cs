using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Throughgate.Web.Access;

/// <summary>The program does not start while a page does not say who may open it.</summary>
public sealed class EveryPageIsGuarded(IActionDescriptorCollectionProvider actions, PageLoader loader) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var unguarded = new List<string>();
        foreach (var page in actions.ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
            if (!Gate.Of(compiled.HandlerTypeInfo).IsSaid)
            {
                unguarded.Add(page.ViewEnginePath);
            }
        }

        if (unguarded.Count > 0)
        {
            throw new UnguardedPageException(unguarded);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
