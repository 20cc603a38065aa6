using System.CommandLine;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Cli;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary><c>keys make FILE</c>, <c>keys rotate</c>.</summary>
public static class KeysVerb
{
    public static Command Command(Terminal terminal) =>
        new("keys", "The keys that cookies and secrets are sealed with.") { Make(terminal), Rotate(terminal) };

    private static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A file that is not there yet, outside the database's folder and its back-ups." };
        var command = new Command("make", $"Write a new master key; name it in {MasterKey.Setting}, keep a copy in a safe.") { file };
        command.SetAction(
            async (parsed, _) =>
            {
                var path = Path.GetFullPath(parsed.GetValue(file)!);
                if (File.Exists(path))
                {
                    throw new RefusedException($"{path} is there already, and is left as it is.");
                }

                MasterKey.Make(path);
                await terminal.Output.WriteLineAsync($"export {MasterKey.Setting}={path}");
                return Exit.Done;
            }
        );
        return command;
    }

    private static Command Rotate(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var command = new Command("rotate", "New keys in the place of all: everybody is signed out, what is kept sealed is sealed again. A running program follows within a minute.") { db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var settings = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
                await using var services = new ServiceCollection()
                    .AddLogging()
                    .AddSingleton(database)
                    .AddSingleton(terminal.Time)
                    .AddSingleton<SecretSeal>()
                    .AddSingleton<DraftSeal>()
                    .AddSingleton<StudySeal>()
                    .AddKeys(Read(settings))
                    .BuildServiceProvider();
                await using var context = database.Context();
                var done = await ActivatorUtilities.CreateInstance<RotateKeys>(services, context).RunAsync(terminal.Who, cancel);
                await terminal.Output.WriteLineAsync($"New keys. Signed out: {done.Sessions}; sealed again: {done.Secrets} secrets, {done.Drafts} drafts, {done.Studies} keys of studies.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static MasterKey Read(IConfiguration settings)
    {
        try
        {
            return MasterKey.Of(settings);
        }
        catch (FormatException wrong)
        {
            throw new RefusedException(wrong.Message);
        }
    }
}
