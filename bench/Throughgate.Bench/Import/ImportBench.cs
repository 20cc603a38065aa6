using System.Diagnostics;
using System.Globalization;

namespace Throughgate.Bench.Import;

/// <summary>Rows a second and peak memory of the program itself, as its users start it: <c>cli import</c> into an empty database, then again.</summary>
public static class ImportBench
{
    public static async Task RunAsync(Setting setting)
    {
        var bundle = Path.Combine(setting.Folder, "import");
        var rows = SyntheticBundle.Write(bundle, setting.People, setting.Days);
        Console.WriteLine($"bundle\t{rows} rows\t{Directory.GetFiles(bundle).Sum(f => new FileInfo(f).Length) >> 20} MiB");
        await RunAsync("sqlite", bundle, rows, Path.Combine(setting.Folder, "import.db"), 50_000);
        if (Setting.Postgres is { } server)
        {
            await Caseloads.AdminAsync(server, "drop database if exists bench_import with (force)");
            await Caseloads.AdminAsync(server, "create database bench_import");
            await RunAsync("postgres", bundle, rows, $"{server};Database=bench_import", 20_000);
            await Caseloads.AdminAsync(server, "drop database bench_import with (force)");
        }
    }

    private static async Task RunAsync(string name, string bundle, long rows, string database, int goal)
    {
        await StartAsync("migrate", "--db", database);
        foreach (var round in (string[])["import", "import-again"])
        {
            var (seconds, busy, peak) = await StartAsync("import", bundle, "--db", database);
            Setting.AtLeast($"{round}-{name}-rows-a-second", rows / seconds, goal);
            Setting.AtLeast($"{round}-{name}-rows-a-processor-second", rows / busy, goal);
            Setting.AtMost($"{round}-{name}-peak-mib", peak / 1024.0, 1024);
        }
    }

    private static async Task<(double Seconds, double Busy, long PeakKib)> StartAsync(params string[] verb)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "throughgate"), ["cli", .. verb]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEndAsync();
        var messages = StepsAsync(child, watch);
        long peak = 0;
        var busy = 0.0;
        while (!child.WaitForExit(50))
        {
            peak = Math.Max(peak, PeakOf(child.Id));
            busy = Math.Max(busy, BusyOf(child.Id));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await said;
        await messages;
        return child.ExitCode == 0 ? (seconds, busy, peak) : throw new InvalidOperationException($"{string.Join(' ', verb)} failed: {await messages}");
    }

    private static async Task<string> StepsAsync(Process child, Stopwatch watch)
    {
        var all = new System.Text.StringBuilder();
        while (await child.StandardError.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            if (Environment.GetEnvironmentVariable("BENCH_STEPS") is not null)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.00} {line}"));
            }
        }

        return all.ToString();
    }

    // VmHWM: the most that was ever resident, in KiB.
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // User and system time so far, in seconds: what the import costs whoever else runs on the machine.
    private static double BusyOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
