using Throughgate.Web.Cli;
using Throughgate.Web.Data;

if (args is ["cli", .. var verb])
{
    return await CommandLine.RunAsync(verb);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();

var app = builder.Build();
await app.UseDatabaseAsync();
await app.RunAsync();
return 0;

public partial class Program;
