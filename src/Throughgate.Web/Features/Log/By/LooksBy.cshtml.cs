using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Log.By;

/// <summary>What somebody of the scheme did here: odd looks first, then every row of the log, searches, files and refusals among them.</summary>
[Needs(Permission.SeeLog)]
public sealed class LooksByPage(Connection database, Db db, Visible visible, Actor actor, Seen seen, WorkingCalendar calendar, FiguresInForce figures, London london, Words words) : LogPage(london)
{
    private readonly London _london = london;

    private Dictionary<Guid, string> _names = [];

    public string Name { get; private set; } = "";

    public IReadOnlyList<AccessRow> Rows { get; private set; } = [];

    /// <summary>Who was shown: the name of the one, the number of several; nothing where nobody was.</summary>
    public string Whom(AccessRow row) =>
        People(row) switch
        {
            [] => "–",
            [var one] => _names.GetValueOrDefault(one) ?? "–",
            { Count: var several } => words.N(several, "{0} young person", "{0} young people").ToString(),
        };

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        SettleDays();
        var rows = db.LogOf(actor.Chain, row);
        if (await rows.OrderByDescending(r => r.Seq).Select(r => r.ActorName).FirstOrDefaultAsync(cancel) is not { } name)
        {
            return NotFound();
        }

        Name = name;
        Lines = [.. (await new ReadLooks(database, db, visible, actor, calendar, figures, _london).RunAsync(Days, l => l.LookerId == row, cancel)).Where(l => l.IsRaised).Take(ReadLooks.OnAPage)];
        var (from, to) = (London.StartOf(Days.First), London.StartOf(Days.Last.AddDays(1)));
        rows = rows.Where(r => r.At >= from && r.At < to);
        Pages = Math.Max(1, (await rows.CountAsync(cancel) + ReadLooks.OnAPage - 1) / ReadLooks.OnAPage);
        Rows = await rows.OrderByDescending(r => r.Seq).Skip((Number - 1) * ReadLooks.OnAPage).Take(ReadLooks.OnAPage).ToListAsync(cancel);
        var alone = Rows.Select(People).Where(p => p.Count == 1).Select(p => p[0]).ToHashSet();
        _names = await visible.Few(alone).Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        seen.People(_names.Keys.Concat(Lines.Select(l => l.Look.PersonId)));
        seen.Note("log_of", row.ToString());
        return Page();
    }

    private static List<Guid> People(AccessRow row) => JsonSerializer.Deserialize<List<Guid>>(row.People) ?? [];
}
