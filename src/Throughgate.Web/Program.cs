using Throughgate.Web;
using Throughgate.Web.Cli;
using Throughgate.Web.Demo;

if (args is ["cli", .. var verb])
{
    return await CommandLine.RunAsync(verb);
}

if (args is ["demo", .. var wishes])
{
    return await DemoSite.RunAsync(wishes);
}

await using var app = await Site.BuildAsync(args);
await app.RunAsync();
return 0;

public partial class Program;
