using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Releases.Board;

/// <summary>Who leaves custody and what is ready for the day: nobody of the scheme who is held is missing here.</summary>
[Needs(Permission.SeeCaseload)]
public sealed class BoardPage(SchemeLists lists, Actor actor, Seen seen, DayAsked day, Words words) : PageModel
{
    public const int Weeks = 12;

    /// <summary>So many of each part are shown at first; who leaves soon comes first and has more.</summary>
    public const int Shown = 10;
    public const int ShownOfSoon = 25;

    /// <summary>The part to show in full.</summary>
    [BindProperty(SupportsGet = true)]
    public string? All { get; set; }

    public DayAsked Day => day;

    /// <summary>The expected day has come, and no release is on record: longest ago first.</summary>
    public IReadOnlyList<Held> Passed { get; private set; } = [];

    public IReadOnlyList<Held> WithoutDate { get; private set; } = [];

    public IReadOnlyList<Held> OnRemand { get; private set; } = [];

    /// <summary>Leaving from today on, within the weeks of the board, nearest first.</summary>
    public IReadOnlyList<Held> Soon { get; private set; } = [];

    public IReadOnlyList<Held> Later { get; private set; } = [];

    public BoardQuestion Question { get; private set; } = new(null, null, null);

    /// <summary>Everybody held, whatever the board is narrowed to: what can be chosen.</summary>
    public IReadOnlyList<Held> Everybody { get; private set; } = [];

    public bool MayTakeAway => actor.May(Permission.Export);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        seen.People(new[] { ("passed", Passed), ("undated", WithoutDate), ("soon", Soon), ("later", Later), ("remand", OnRemand) }
            .SelectMany(p => p.Item2.Take(MostOf(p.Item1))).Select(h => h.Who.PersonId));
        WayBack.Remember(HttpContext);
    }

    /// <summary>Everybody of the board as it is narrowed, not only those shown at first.</summary>
    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? file, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        (string, IReadOnlyList<Held> Rows)[] parts =
        [
            (words["Date passed, not recorded as released"], Passed), (words["No release date"], WithoutDate), (words["Leaving in the next {0} weeks", Weeks], Soon), (words["Leaving later"], Later), (words["On remand"], OnRemand),
        ];
        seen.People(parts.SelectMany(p => p.Rows).Select(h => h.Who.PersonId));
        return this.Take(new BoardBook(words).Of(parts, day.On), file, seen, words);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Everybody = (await lists.HeldAsync(day.On, cancel)).Rows;
        Question = BoardQuestion.From(Request.Query, Everybody, day.On);
        var held = Everybody.Where(h => Question.Asks(h, day.On)).ToList();
        var last = day.On.AddDays(7 * Weeks);
        var dated = held.Where(h => h.Leaves is not null).OrderBy(h => h.Leaves).ToList();
        Passed = dated.FindAll(h => h.Leaves < day.On);
        Soon = dated.FindAll(h => h.Leaves >= day.On && h.Leaves <= last);
        Later = dated.FindAll(h => h.Leaves > last);
        WithoutDate = [.. held.Where(h => h is { Leaves: null, OnRemand: false })];
        OnRemand = [.. held.Where(h => h.OnRemand)];
    }

    /// <summary>How many rows of a part are shown.</summary>
    public int MostOf(string part) => All == part ? int.MaxValue : part == "soon" ? ShownOfSoon : Shown;

    public BoardPart Part(string id, string title, string? note, IReadOnlyList<Held> rows, bool dated = true) =>
        new(id, title, note, rows.Count, [.. rows.Take(MostOf(id))], day, Question.Address(day, all: id), dated);
}

/// <summary>One part of the board: how many it has, the rows that are shown, and whether the day they leave is known.</summary>
/// <param name="Whole">The board with this part in full, narrowed as it is now.</param>
public sealed record BoardPart(string Id, string Title, string? Note, int Count, IReadOnlyList<Held> Rows, DayAsked Day, string Whole, bool Dated = true);
