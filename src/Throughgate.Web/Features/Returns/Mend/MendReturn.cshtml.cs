using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.Mend;

/// <summary>One worker's part of the worklist.</summary>
public sealed record MendGroup(Guid? Worker, string Name, IReadOnlyList<MendLine> Stops, IReadOnlyList<MendLine> Weakens);

/// <summary>What stops or weakens a return, by worker, each line with the page that mends it. A worker sees their own first, a manager or information officer everybody's.</summary>
[Needs(Permission.SeeReturn)]
public sealed class MendReturnPage(Actor actor, ReadMending read, Seen seen, Words words) : PageModel
{
    /// <summary>All workers' lines, where one's own would be shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public ReturnAddress Address { get; private set; } = null!;

    public IReadOnlyList<MendGroup> Groups { get; private set; } = [];

    /// <summary>About people whose records the reader cannot open.</summary>
    public int Hidden { get; private set; }

    /// <summary>Lines of others, where only one's own are shown.</summary>
    public int Others { get; private set; }

    public bool IsOwn { get; private set; }

    public bool May(Permission permission) => actor.May(permission);

    public bool MayMend(Domain.Returns.Handing.Mend mend) => MendWords.MayMend(actor, mend);

    public int Stops => Groups.Sum(g => g.Stops.Count);

    public int Weakens => Groups.Sum(g => g.Weakens.Count);

    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string scheme, string year, string quarter, string? file, CancellationToken cancel)
    {
        if (await OnGetAsync(scheme, year, quarter, cancel) is not PageResult)
        {
            return NotFound();
        }

        var say = new MendWords(words);
        var table = new Sheet(
            words["Before handing in"],
            [new(words["Lead worker"], Kind.Text), new(words["Stops or weakens"], Kind.Text), new(words["Young person"], Kind.Text), new(words["Reference"], Kind.Text), new(words["Case"], Kind.Text), new(words["What is missing"], Kind.Text)],
            [
                .. from @group in Groups
                   from line in @group.Stops.Concat(@group.Weakens)
                   select (IReadOnlyList<object?>)
                       [
                           @group.Worker is null ? words["Nobody leads"].ToString() : @group.Name,
                           (line.Mend.Stops ? words["Stops the return"] : words["Weakens it"]).ToString(),
                           line.Person.Name,
                           line.Person.Reference,
                           line.Mend.Case?.Reference,
                           say.What(line.Mend),
                       ],
            ]
        );
        var title = $"{words["Before handing in"]}: {Said.Scheme(scheme)}, {new Said(words).Quarter(Address.Quarter)}";
        return this.Take(new($"before-handing-in-{scheme}-{Address.Quarter.Year}-q{Address.Quarter.Number}", title, [table]), file, seen, words);
    }

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address)
        {
            return NotFound();
        }

        Address = address;
        if (!Request.Query.ContainsKey("handler"))
        {
            WayBack.Remember(HttpContext);
        }

        (var lines, Hidden) = await read.RunAsync(address, cancel);
        IsOwn = !All && actor.WorkerId is not null && !actor.May(Permission.HandInReturn);
        Others = IsOwn ? lines.Count(l => l.Worker != actor.WorkerId) : 0;
        Groups =
        [
            .. lines
                .Where(l => !IsOwn || l.Worker == actor.WorkerId)
                .GroupBy(l => (l.Worker, l.WorkerName))
                .OrderBy(g => g.Key.Worker is null ? 0 : 1)
                .ThenBy(g => g.Key.WorkerName, StringComparer.CurrentCulture)
                .Select(g => new MendGroup(g.Key.Worker, g.Key.WorkerName, [.. g.Where(l => l.Mend.Stops)], [.. g.Where(l => !l.Mend.Stops)])),
        ];
        return Page();
    }
}
