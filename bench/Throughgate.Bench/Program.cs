using System.Globalization;
using Throughgate.Bench;
using Throughgate.Bench.Figures;
using Throughgate.Bench.Floors;
using Throughgate.Bench.Import;
using Throughgate.Bench.Pages;
using Throughgate.Bench.Returns;
using Throughgate.Bench.Starts;

// ./do bench [NAME] [--people N] [--years N] [--folder KEPT]: one line a figure, tab-separated: name, value, floor, ratio, goal, met or short.
if (args is ["empty-app", .. var rest])
{
    await FloorPages.RunEmptyAsync(rest);
    return 0;
}

var benches = new Dictionary<string, Func<Setting, Task>>(StringComparer.Ordinal)
{
    ["import"] = ImportBench.RunAsync,
    ["return"] = ReturnBench.RunAsync,
    ["figures"] = FiguresBench.RunAsync,
    ["pages"] = PagesBench.RunAsync,
    ["start"] = StartBench.RunAsync,
};

var given = args.ToList();
var people = int.Parse(Option("--people") ?? "100000", CultureInfo.InvariantCulture);
var years = double.Parse(Option("--years") ?? "2.5", CultureInfo.InvariantCulture);
var folder = Option("--folder");
var name = given.FirstOrDefault();
if (name is not null && !benches.ContainsKey(name))
{
    await Console.Error.WriteLineAsync($"There is no bench {name}. There are: {string.Join(", ", benches.Keys)}");
    return 2;
}

using var setting = new Setting(people, (int)(years * 365.25), folder);
Console.WriteLine($"machine\t{Environment.ProcessorCount} cores\t{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB\t{people} people\t{years.ToString(CultureInfo.InvariantCulture)} years");
foreach (var (_, run) in benches.Where(b => name is null || b.Key == name))
{
    await run(setting);
}

return 0;

string? Option(string option)
{
    var at = given.IndexOf(option);
    if (at < 0 || at + 1 >= given.Count)
    {
        return null;
    }

    var value = given[at + 1];
    given.RemoveRange(at, 2);
    return value;
}
