using System.Diagnostics;
using System.Net;

namespace Throughgate.Bench.Pages;

/// <summary>
/// What a run of requests showed: answers a second, the middle and the slow end of their times (ms), bytes of the last one; and for each the processor's time
/// (ms) and what was allocated (kB), load and server together: these two hardly move when others keep the machine busy.
/// </summary>
internal sealed record Load(double APerSecond, double Median, double P99, long Bytes, double Processor, double Allocated)
{
    public const int Connections = 16;

    /// <summary>Asks for the path over and over, on sixteen connections unless told how many.</summary>
    public static async Task<Load> RunAsync(HttpClient client, string path, TimeSpan how, int connections = Connections)
    {
        var times = new List<double>[connections];
        var bytes = 0;
        var (spent, allocated) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(async () =>
        {
            times[n] = [];
            while (watch.Elapsed < how)
            {
                var one = Stopwatch.GetTimestamp();
                bytes = await AskAsync(client, path);
                times[n].Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToList();
        return new(
            all.Count / seconds,
            all[all.Count / 2],
            all[all.Count * 99 / 100],
            bytes,
            (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalMilliseconds / all.Count,
            (GC.GetTotalAllocatedBytes() - allocated) / 1000.0 / all.Count
        );
    }

    public static async Task<int> AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? body.Length : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }

    /// <summary>The run in the middle of several, by throughput.</summary>
    public static Load Middle(IReadOnlyCollection<Load> loads) => loads.OrderBy(l => l.APerSecond).ElementAt(loads.Count / 2);
}
