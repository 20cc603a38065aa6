using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughgate.Web.Access;

/// <summary>The program does not start while a page does not say who may open it. It asks the pages' types alone: loading eighty pages would hold up every start.</summary>
public sealed class EveryPageIsGuarded(ApplicationPartManager parts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var views = new ViewsFeature();
        parts.PopulateFeature(views);
        var unguarded = views
            .ViewDescriptors.Where(v => v.Type is { } type && type.IsAssignableTo(typeof(PageBase)))
            .Where(v => !Gate.Of(HandlerOf(v.Type!).GetTypeInfo()).IsSaid)
            .Select(v => v.RelativePath)
            .ToList();
        return unguarded.Count > 0 ? throw new UnguardedPageException(unguarded) : Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What answers for the page: its model where it has one of its own, as the framework takes it.</summary>
    private static Type HandlerOf(Type page) =>
        page.GetProperty("Model", BindingFlags.Public | BindingFlags.Instance)?.PropertyType is { } model && model.IsAssignableTo(typeof(PageModel)) ? model : page;
}
