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

if (args is [var word, ..] && !word.StartsWith('-') && !word.StartsWith('/') && !word.Contains('='))
{
    // Not served by mistake with a database nobody meant: "migrate" was probably "cli migrate".
    await Console.Error.WriteLineAsync($"There is no way of starting called \"{word}\". Try: throughgate (serves), throughgate cli --help, throughgate demo --help.");
    return Exit.WrongUsage;
}

await using var app = await Site.BuildAsync(args);
await app.RunAsync();
return 0;

public partial class Program;
