using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Features.Returns.Show;
using Throughgate.Web.Features.Returns.Write;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.Versions;

/// <summary>A frozen version: its tables, who stands behind them, who did what and when, and what is different from the version before (RET-3).</summary>
[Needs(Permission.SeeReturn)]
public sealed class ShowVersionPage(Actor actor, ReturnBook book, Visible visible, Seen seen, Words words) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    public OpenedVersion Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public HandedVersion Version { get; private set; } = null!;

    public QuarterlyReturn Figures { get; private set; } = null!;

    public FormLayout Layout { get; private set; } = null!;

    /// <summary>Number of the version before; null for the first.</summary>
    public int? Before { get; private set; }

    public IReadOnlyList<CellChange> Changes { get; private set; } = [];

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    public bool MayExport => actor.May(Permission.Export);

    /// <summary>Whether the version was reckoned anew from its own facts just now, and came to its own figures.</summary>
    public bool IsWhole => Opened.IsWhole;

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, row, cancel))
        {
            return NotFound();
        }

        var (inPeriod, byPeriodEnd) = (Opened.Figures(Reading.InPeriod), Opened.Figures(Reading.ByPeriodEnd));
        Layout = new(Address, inPeriod, byPeriodEnd, words, (table, key, column, reading) => Address.VersionPeople(row, table, key, column, reading));
        if (Standing.Versions.LastOrDefault(v => v.Number < Version.Number) is { } earlier && await book.OpenAsync(scheme, Address.Quarter, earlier.Id, cancel) is { } before)
        {
            (Before, Changes) = (earlier.Number, Difference.Of(before.Figures(), Figures));
        }

        Names = await visible.NamesOfAsync(seen, [.. ChangesShown.People(Changes).Concat(Opened.People.Values.Where(p => Opened.Told[p.Pseudonym].Accepted.Count > 0).Select(p => p.PersonId)).Distinct()], cancel);
        return Page();
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetCsvAsync(string scheme, string year, string quarter, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, row, cancel))
        {
            return NotFound();
        }

        using var text = new StringWriter();
        ReturnCsv.Write(text, Figures, withPeople: false);
        return Download("csv", "text/csv; charset=utf-8", text.ToString());
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetJsonAsync(string scheme, string year, string quarter, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, row, cancel))
        {
            return NotFound();
        }

        seen.People(Figures.Problems.Select(p => p.PersonId).Concat(Figures.Checks.SelectMany(c => c.ToMend).Select(m => m.PersonId)).Distinct());
        return Download("json", "application/json", VersionJson.Text(Opened, Version, Figures));
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string scheme, string year, string quarter, Guid row, string? file, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, row, cancel))
        {
            return NotFound();
        }

        Names = await visible.NamesOfAsync(seen, [.. ReturnTables.PeopleOf(Figures)], cancel);
        var known = Opened.People.Values.Select(k => k.PersonId).ToHashSet();
        string Unnamed(Domain.Returns.Member member) => known.Contains(member.PersonId) ? words["a record you cannot open"] : words["a record that was erased"];
        return this.Take(new ReturnTables(words).Of(Address, Figures, FileName, Said(), m => Names.GetValueOrDefault(m.PersonId)?.Name, Unnamed), file, seen, words);
    }

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetPdfAsync(string scheme, string year, string quarter, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, row, cancel))
        {
            return NotFound();
        }

        seen.Exported($"{FileName}.pdf");
        return File(new ReturnPaper(words).Of(Address, Figures, [Said()]).ToPdf(Version.At), "application/pdf", $"{FileName}.pdf");
    }

    private string Said() => $"{words["Version {0}", Version.Number]}. {(Version.Decision is { Signed: true } ? words["Handed in"] : Version.Decision is null ? words["Submitted, waits for a signature"] : words["Sent back"])}.";

    private string FileName => $"return-{Address.Scheme}-{Address.Quarter.Year}-q{Address.Quarter.Number}-version-{Version.Number}";

    private FileContentResult Download(string kind, string type, string text)
    {
        var name = $"{FileName}.{kind}";
        seen.Exported(name);
        return File(Encoding.UTF8.GetBytes(text), type, name);
    }

    private async Task<bool> FindAsync(string scheme, string year, string quarter, Guid id, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address || await book.OpenAsync(scheme, address.Quarter, id, cancel) is not { } opened)
        {
            return false;
        }

        (Address, Opened, Standing) = (address, opened, await book.StandingAsync(scheme, address.Quarter, cancel));
        (Version, Figures) = (Standing.Versions.Single(v => v.Id == id), opened.Figures());
        return true;
    }
}
