using Throughgate.Web.Cli;

if (args is ["cli", .. var verb])
{
    return await CommandLine.RunAsync(verb);
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;

public partial class Program;
