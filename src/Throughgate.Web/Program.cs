using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Ui;

if (args is ["cli", .. var verb])
{
    return await CommandLine.RunAsync(verb);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.AddUi();
builder.AddAccess();

var app = builder.Build();
await app.UseDatabaseAsync();
app.UseUi();
app.UseAccess();
app.MapUi();
await app.RunAsync();
return 0;

public partial class Program;
