using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Starts;

/// <summary>From the start of the process to its first answer, and the memory it then holds: the program at its sign-in page, beside an empty Razor Pages app.</summary>
public static class StartBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(Setting setting)
    {
        var database = Path.Combine(setting.Folder, "start.db");
        await Migrator.MigrateAsync(new Connection(database), TextWriter.Null);
        var (product, empty) = (new List<(double Ms, double MiB)>(), new List<(double Ms, double MiB)>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await StartAsync("Throughgate.Bench", "empty-app", "/plain?rows=0", database));
            product.Add(await StartAsync("throughgate", "", "/sign-in", database));
        }

        Setting.AgainstFloor("start-to-sign-in-ms", Setting.Median(product.Select(p => p.Ms)), Setting.Median(empty.Select(e => e.Ms)), 1.5);
        Setting.AgainstFloor("memory-after-start-mib", Setting.Median(product.Select(p => p.MiB)), Setting.Median(empty.Select(e => e.MiB)), 2);
    }

    private static async Task<(double Ms, double MiB)> StartAsync(string program, string verb, string path, string database)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), [.. new[] { verb, "--urls", address }.Where(a => a.Length > 0)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["THROUGHGATE_DB"] = database;
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri(address + path));
                    if (answer.StatusCode == HttpStatusCode.OK)
                    {
                        return (watch.Elapsed.TotalMilliseconds, ResidentMib(process.Id));
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(5);
                }
            }

            throw new InvalidOperationException($"{program} did not answer at {address}{path} within a minute.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static double ResidentMib(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
