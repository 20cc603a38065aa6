using System.Globalization;
using Throughgate.Bench;
using Throughgate.Bench.Import;
using Throughgate.Bench.Pages;
using Throughgate.Bench.Returns;

// ./do bench [NAME] [--people N]: one line a figure, tab-separated: name, value, floor, ratio, goal, met or short.
var benches = new Dictionary<string, Func<Setting, Task>>(StringComparer.Ordinal)
{
    ["import"] = ImportBench.RunAsync,
    ["return"] = ReturnBench.RunAsync,
    ["pages"] = PagesBench.RunAsync,
};

var at = Array.IndexOf(args, "--people");
var people = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 100_000;
var name = args.Where((_, i) => at < 0 || (i != at && i != at + 1)).FirstOrDefault();
if (name is not null && !benches.ContainsKey(name))
{
    await Console.Error.WriteLineAsync($"There is no bench {name}. There are: {string.Join(", ", benches.Keys)}");
    return 2;
}

using var setting = new Setting(people);
Console.WriteLine($"machine\t{Environment.ProcessorCount} cores\t{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB\t{people} people");
foreach (var (_, run) in benches.Where(b => name is null || b.Key == name))
{
    await run(setting);
}

return 0;
