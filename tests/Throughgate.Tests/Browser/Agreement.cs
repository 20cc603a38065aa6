using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;
using Throughgate.Domain.Time;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Cli;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Features.YoungPeople.Show;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Browser;

/// <summary>
/// They agree: what the rules make of one young person's facts, the record, Today, the release board, the command line and the return say the same.
/// The reader leads this one young person's case and no other.
/// </summary>
public sealed class Agreement(TestApp app, TestBrowser reader, Guid person)
{
    private static readonly Words English = new(Vocabulary.Embedded, Words.English);

    private readonly DateOnly _on = DateOnly.FromDateTime(London.Civil(app.Clock.GetUtcNow()));

    /// <param name="step">Where in the life this is, for whoever reads that they do not agree.</param>
    /// <returns>The duties of the day, and where something does not agree with them.</returns>
    public async Task<(IReadOnlyList<Duty> Duties, IReadOnlyList<string> Faults)> AsReckonedAsync(string step)
    {
        await using var connection = await app.Connection.OpenAsync();
        var facts = (await connection.FactsOfAsync([person], Gather.All)).Single();
        var figures = (await connection.DutiesOfAsync(SampleBundle.Calendar, [person], "leeds", _on)).Figures;
        var duties = DutyRules.DutiesOf([facts], "leeds", _on, SampleBundle.Calendar, figures);
        var where = $"{step}, {_on:yyyy-MM-dd}";
        var faults = new List<string>();
        foreach (var compare in new[]
        {
            () => RecordAsync(duties, where), () => TodayAsync(duties, facts, where), () => BoardAsync(duties, facts, where), () => CommandLineAsync(duties, where),
            () => ReturnAsync(facts, where),
        })
        {
            try
            {
                await compare();
            }
            catch (ShouldAssertException fault)
            {
                faults.Add(fault.Message);
            }
        }

        return (duties, faults);
    }

    private async Task RecordAsync(IReadOnlyList<Duty> duties, string where)
    {
        var page = await reader.GetAsync($"/young-people/{person}");
        page.Page.QuerySelectorAll("#due li.tg-duty").Select(d => $"{d.Id} {d.QuerySelector(".tg-state")!.TextContent}").Order(StringComparer.Ordinal)
            .ShouldBe(duties.Select(d => $"{DutyParts.Anchor(d)} {Said(d)}").Order(StringComparer.Ordinal), $"the record: {where}");
    }

    private async Task TodayAsync(IReadOnlyList<Duty> duties, PersonFacts facts, string where)
    {
        var released = facts.Cases.Where(c => c.InViewOn(_on)).ToDictionary(c => c.Id, c => c.CustodyOn(_on).ReleasedOn);
        var asked = duties.Where(d =>
            d.State == DutyState.Overdue || (d.State == DutyState.Due && (d.Due < _on.AddDays(7) || d.RuleId is "REL-2" or "REL-13"))
            || (d.State == DutyState.Missed && d.RuleId == "REL-2" && released[d.CaseId] >= _on.AddDays(-7)));
        var page = await reader.GetAsync("/today?all=true");
        var shown = page.Page.QuerySelectorAll("section[aria-labelledby=first] li.tg-row, section[aria-labelledby=week] li.tg-row, section[aria-labelledby=overdue] li.tg-row")
            .Select(r => $"{r.QuerySelector("a[href^='/rules#']")!.GetAttribute("href")!.Split('#')[1]} {r.QuerySelector(".tg-state")!.TextContent}");
        shown.Distinct().Order(StringComparer.Ordinal).ShouldBe(asked.Select(d => $"{d.RuleId} {Said(d)}").Distinct().Order(StringComparer.Ordinal), $"Today: {where}");
    }

    private async Task BoardAsync(IReadOnlyList<Duty> duties, PersonFacts facts, string where)
    {
        var held = facts.Cases.Where(c => c.InViewOn(_on)).Select(c => c.CustodyOn(_on)).SingleOrDefault(s => s.HoldsOn(_on));
        var page = (await reader.GetAsync("/release")).Page;
        var rows = page.QuerySelectorAll("main tbody tr").Where(r => r.QuerySelector($"a[href^='/young-people/{person}']") is not null).ToList();
        rows.Count.ShouldBe(held is null ? 0 : 1, $"the board: {where}");
        if (held is null)
        {
            return;
        }

        var leaves = held.LeavesAsKnownOn(_on);
        rows[0].Closest("table")!.GetAttribute("aria-labelledby").ShouldBe(leaves is null ? "undated" : leaves < _on ? "passed" : leaves <= _on.AddDays(84) ? "soon" : "later", $"the board: {where}");
        rows[0].TextContent.ShouldContain(new Days(English).Short(leaves!.Value), customMessage: $"the board: {where}");

        // After a return to custody the address is asked again: the one of this release stands on the board and on Today.
        var address = duties.Where(d => d.RuleId == "REL-3").TakeLast(1).Select(Said).ToList();
        rows[0].QuerySelectorAll("[data-label^=Address] .tg-state").Select(s => s.TextContent).ShouldBe(address, $"the board's address: {where}");
        if (leaves >= _on && leaves < _on.AddDays(84))
        {
            var leaving = (await reader.GetAsync("/today")).Page.QuerySelectorAll("section[aria-labelledby=leaving] li.tg-row").ShouldHaveSingleItem($"leaving, on Today: {where}");
            leaving.TextContent.ShouldContain(new Days(English).Short(leaves.Value), customMessage: $"leaving, on Today: {where}");
            leaving.QuerySelectorAll(".tg-state").Select(s => s.TextContent).ShouldBe(address, $"the address, on Today: {where}");
        }
    }

    private async Task CommandLineAsync(IReadOnlyList<Duty> duties, string where)
    {
        var told = JsonNode.Parse(await RunAsync("duties", "--on", Iso(_on), "--all", "--json"))!.AsArray();
        told.Select(d => $"{d!["due"]} {d["case"]} {d["rule"]} {d["state"]} {d["met_on"]}").ShouldBe(
            duties.Select(d => $"{Iso(d.Due)} {d.Case} {d.RuleId} {d.StateCode} {(d.MetOn is { } met ? Iso(met) : "")}"), $"cli duties: {where}");
    }

    private async Task ReturnAsync(PersonFacts facts, string where)
    {
        var quarter = FinancialQuarter.OfDay(_on);
        var number = quarter.Number.ToString(CultureInfo.InvariantCulture);
        var heading = (await reader.GetAsync($"/figures/return/leeds/{quarter.Year}/{number}/who/{person}")).Texts("h1").Single();
        var figures = JsonNode.Parse(await RunAsync("return", "--year", quarter.Year, "--quarter", number, "--json", "--cases"))!;
        var counted = figures.ToJsonString().Contains($"\"{facts.Reference}\"", StringComparison.Ordinal);
        heading.EndsWith(counted ? ": counted in this return" : ": not counted in this return", StringComparison.Ordinal).ShouldBeTrue($"the return of {quarter}: {heading}, {where}");

        // What the page of the form says in numbers are the same people.
        var page = await reader.GetAsync($"/figures/return/leeds/{quarter.Year}/{number}");
        page.Page.QuerySelectorAll("main table a").Any().ShouldBe(counted, $"the form of {quarter}: {where}");
    }

    private async Task<string> RunAsync(string verb, params string[] asked)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter();
        (await CommandLine.RunAsync([verb, "--scheme", "leeds", .. asked, "--db", app.Connection.File ?? app.Connection.MigrationsText], new Terminal(output, error, app.Clock))).ShouldBe(Exit.Done, error.ToString());
        return output.ToString();
    }

    private string Said(Duty duty) => StateInWords.Of(English, duty.State, duty.Due, duty.MetOn, _on);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
