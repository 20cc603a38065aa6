using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Demo;

/// <summary>
/// <c>demo</c>: a database of its own with the sample caseload in it, invented people to sign in as, on this machine's loopback only.
/// It never opens a database that it did not make.
/// </summary>
public static class DemoSite
{
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = new Option<string>("--folder") { DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "throughgate-demo"), Description = "Where the demo keeps its database." };
        var sample = new Option<string>("--sample") { Required = true, Description = "The sample caseload: a folder of CSV files." };
        var unmoved = new Option<bool>("--unmoved") { Description = "Leave the dates alone and open at 15 September 2010." };
        var fresh = new Option<bool>("--fresh") { Description = "Make the database anew." };
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 5080, Description = "Port on 127.0.0.1." };
        var root = new RootCommand("Builds a demo database from the sample caseload and serves it on this machine alone.") { folder, sample, unmoved, fresh, port };
        root.SetAction(async (parsed, cancel) =>
        {
            var wish = new Wish(Path.GetFullPath(parsed.GetValue(folder)!), Path.GetFullPath(parsed.GetValue(sample)!), parsed.GetValue(unmoved), parsed.GetValue(fresh), parsed.GetValue(port));
            return await RunAsync(wish, cancel);
        });
        return await root.Parse(args).InvokeAsync();
    }

    public sealed record Wish(string Folder, string Sample, bool Unmoved, bool Fresh, int Port);

    private static async Task<int> RunAsync(Wish wish, CancellationToken cancel)
    {
        var today = new London(TimeProvider.System).Today;
        var days = wish.Unmoved ? 0 : MovedBundle.DaysTo(today);
        var file = Path.Combine(wish.Folder, wish.Unmoved ? "unmoved.db" : "demo.db");
        try
        {
            if (IsTaken(wish.Port))
            {
                throw new RefusedException($"Port {wish.Port} is in use. Stop what uses it, or give another: ./do demo --port {wish.Port + 1}");
            }

            await MakeAsync(wish, file, days, cancel);
            await using var app = await Site.BuildAsync([], builder =>
            {
                builder.Configuration["THROUGHGATE_DB"] = file;
                builder.Services.AddSingleton(KeyOf(wish.Folder));
                builder.Services.AddSingleton(new Connection(file));
                builder.Services.AddSingleton(new SecondFactorPolicy(Required: false));
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, wish.Port));
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton(new TrainingData(DemoAccounts.All, DemoAccounts.Password));
                if (wish.Unmoved)
                {
                    builder.Services.AddSingleton(new London(TimeProvider.System, MovedBundle.Heart));
                }
            });
            await DemoAccounts.CreateAsync(app.Services);
            await DemoSharing.CreateAsync(app.Services);
            await app.StartAsync(cancel);
            Say($"http://127.0.0.1:{wish.Port}");
            await app.WaitForShutdownAsync(cancel);
            return Exit.Done;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Exit.Refused;
        }
    }

    /// <summary>Makes the database where there is none, or where it was moved to another week; refuses a file that the demo did not make.</summary>
    private static async Task MakeAsync(Wish wish, string file, int days, CancellationToken cancel)
    {
        var wanted = days.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (File.Exists(file))
        {
            var mark = await MarkOfAsync(file, cancel) ?? throw new RefusedException($"{file} was not made by the demo, so the demo leaves it alone. Name another folder with --folder.");
            if (mark == wanted && !wish.Fresh)
            {
                return;
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var old in Directory.EnumerateFiles(wish.Folder, Path.GetFileName(file) + "*"))
            {
                File.Delete(old);
            }
        }

        Directory.CreateDirectory(wish.Folder);
        var making = file + ".making";
        File.Delete(making);
        var bundle = wish.Sample;
        if (days != 0)
        {
            bundle = Path.Combine(wish.Folder, "caseload");
            MovedBundle.Write(wish.Sample, bundle, days);
            EarlierYear.Add(bundle, new London(TimeProvider.System).Today);
            KnownBundle.Cut(bundle, new London(TimeProvider.System).Today);
        }

        await Console.Error.WriteLineAsync("Making the demo's database from the sample caseload ...");
        if (await CommandLine.RunAsync(["import", bundle, "--db", making], Quiet()) is not Exit.Done and var code)
        {
            throw new RefusedException($"The sample caseload could not be imported (exit code {code}).");
        }

        await using (var db = new Connection(making).Context())
        {
            db.Marks.Add(new Mark { Name = DemoAccounts.Mark, Value = wanted });
            if (wish.Unmoved)
            {
                foreach (var setting in await db.SchemeFigures.ToListAsync(cancel))
                {
                    (setting.FromOn, setting.ValueNumber) = (MovedBundle.Heart, Domain.Rules.FirstDayOfRecording.Write(MovedBundle.Heart));
                }
            }

            await db.SaveChangesAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", cancel);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(making, file);
    }

    /// <summary>The demo's own master key, beside its database because nothing in it is anybody's.</summary>
    private static MasterKey KeyOf(string folder)
    {
        var file = Path.Combine(folder, "master.key");
        if (!File.Exists(file))
        {
            MasterKey.Make(file);
        }

        return MasterKey.Of(new ConfigurationManager { [MasterKey.Setting] = file });
    }

    private static Terminal Quiet() => new(TextWriter.Null, Console.Error, TimeProvider.System);

    private static async Task<string?> MarkOfAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var db = new Connection(file).Context();
            return (await db.Marks.AsNoTracking().FirstOrDefaultAsync(m => m.Name == DemoAccounts.Mark, cancel))?.Value;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return null;
        }
    }

    private static bool IsTaken(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static void Say(string address)
    {
        Console.WriteLine();
        Console.WriteLine($"Throughgate's demo is at {address} (invented people; this machine only). Stop it with Ctrl-C.");
        Console.WriteLine($"Sign in with the password '{DemoAccounts.Password}' as:");
        foreach (var account in DemoAccounts.All)
        {
            Console.WriteLine($"  {account.Email,-22} {account.Name}, {RoleTableWords(account.Role)}{(account.Place is { } place ? $", {place}" : "")}");
        }

        Console.WriteLine();
    }

    private static string RoleTableWords(string role) => Access.RoleTable.Find(role)!.Called.ToLowerInvariant();
}
