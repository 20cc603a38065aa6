using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Bench.Import;

/// <summary>A made-up caseload of any size, about thirty rows a person, the same for the same number.</summary>
public static class SyntheticBundle
{
    private static readonly string[] First = ["Ann", "Siôn", "Leah", "Faisal", "Harri", "Megan", "Zoë", "Kofi", "Jo", "Tariq"];
    private static readonly string[] Family = ["Khan", "O'Brien", "Jones", "Smith", "Adeleke", "Marsden", "Évans", "Singh", "Hughes", "Brown"];

    private const int WorkersOfAScheme = 25;

    /// <summary>Sentences up to this day; back from it as many years as are asked for.</summary>
    private static readonly DateOnly Last = new(2011, 6, 19);

    /// <summary>One scheme that is as large whatever the nation is: what the pages of one scheme cost must not grow with the others.</summary>
    public const string Steady = "cardiff";

    private const int PeopleOfSteady = 90;

    /// <summary>Writes the bundle; returns its number of rows.</summary>
    public static long Write(string folder, int people, int days)
    {
        Directory.CreateDirectory(folder);
        var files = BundleFiles.All.ToDictionary(f => f.Name, f => new StreamWriter(Path.Combine(folder, f.FileName)) { NewLine = "\n" }, StringComparer.Ordinal);
        foreach (var file in BundleFiles.All)
        {
            files[file.Name].WriteLine(string.Join(',', file.Columns.Select(c => c.Name)));
        }

        long rows = 0;
        void Row(string file, string cells)
        {
            files[file].WriteLine(cells);
            rows++;
        }

        var random = new Random(people);
        var all = Reference.Instance.Yots.Values.Where(y => y.Scheme.Length > 0).ToLookup(y => y.Scheme == Steady);
        var (steady, yots) = (all[true].First(), all[false].ToList());
        for (var i = 0; i < people; i++)
        {
            Person(i, random, i < PeopleOfSteady ? steady : yots[random.Next(yots.Count)], days, Row);
        }

        foreach (var writer in files.Values)
        {
            writer.Dispose();
        }

        return rows;
    }

    private static void Person(int i, Random random, YotEntry yot, int days, Action<string, string> row)
    {
        var (p, s, c) = ($"P{i:000000}", $"S{i:000000}", $"C{i:000000}");
        var sentenced = Last.AddDays(-random.Next(days));
        row("people", $"{p},{First[random.Next(10)]},{Family[random.Next(10)]},{Day(sentenced.AddDays(-5500 - random.Next(1000)))},{(random.Next(5) == 0 ? "female" : "male")},{Code("ethnicity", random)},no,,no,English");
        row("residences", $"{p},{yot.Value},1998-02-01,");
        var released = sentenced.AddDays(120 + random.Next(60));
        row("sentences", $"{s},{p},dto,{Code("offence", random)},{Day(sentenced.AddDays(-90))},,{Day(sentenced)},ashfield,{Day(released)},{Day(released)},{Day(released.AddDays(150))}");
        if (random.Next(3) == 0)
        {
            row("sentences", $"{s}b,{p},referral_order,{Code("offence", random)},,,{Day(sentenced.AddDays(-300))},,,,{Day(sentenced.AddDays(-100))}");
        }

        var start = sentenced.AddDays(20);
        row("cases", $"{c},{p},{yot.Scheme},{s},{Day(sentenced.AddDays(2))},{Day(sentenced.AddDays(9))},{Day(start)},{Day(start)},{Day(start)},{Closing(random, released.AddDays(150))}");
        row("allocations", $"{c},lead_worker,Worker {yot.Scheme} {random.Next(WorkersOfAScheme)},{Day(sentenced.AddDays(3))},");
        row("offers", $"{c},{Day(sentenced.AddDays(8))},custody,accepted");
        row("assessments", $"{c},{Day(start)},start,{Scores(random)}");
        row("assessments", $"{c},{Day(released.AddDays(150))},order_end,{Scores(random)}");
        row("accommodation", $"{c},{Day(released)},,family,yes,{Day(released.AddDays(-14))},{Day(released.AddDays(-14))}");
        row("reviews", $"{c},{Day(start)},initial_planning");
        row("reviews", $"{c},{Day(released)},release");
        var week = released.AddDays(8 - (int)released.DayOfWeek);
        for (var k = 0; k < 5; k++)
        {
            row("ete", $"{c},{Day(week.AddDays(7 * k))},{random.Next(100) / 4m},{Code("provision", random)},");
        }

        for (var k = 0; k < 13; k++)
        {
            row("contacts", $"K{i:000000}-{k},{c},{Day(start.AddDays(k * 11))}T{random.Next(9, 18):00}:{random.Next(4) * 15:00},{random.Next(1, 9) * 15},{Code("contact", random)},{Code("counts_as", random)},{Code("outcome", random)}");
        }
    }

    // Nine of ten are closed within three months of the order's end.
    private static string Closing(Random random, DateOnly ends) =>
        random.Next(10) == 0 ? "," : $"{Day(ends.AddDays(random.Next(90)))},{(random.Next(3) == 0 ? Code("closing", random) : "last_day_reached")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Code(string list, Random random) => Reference.Instance.Codes[list][random.Next(Reference.Instance.Codes[list].Count)].Value;

    private static string Scores(Random random) => string.Join(',', Enumerable.Range(0, 12).Select(_ => random.Next(5)));
}
