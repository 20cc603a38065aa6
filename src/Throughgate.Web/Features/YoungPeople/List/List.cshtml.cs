using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.People;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>The caseload: everybody with an open case of the scheme and what is due for them, those who were closed, and whoever a search finds.</summary>
[Needs(Permission.SeeCaseload)]
public sealed class ListPage(SchemeLists lists, SearchText search, Actor actor, Seen seen, DayAsked day, Words words) : PageModel
{
    public ListQuestion Question { get; private set; } = new();

    public DayAsked Day => day;

    /// <summary>The rows of this page of the list.</summary>
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    /// <summary>How many the list has on all its pages.</summary>
    public int Total { get; private set; }

    /// <summary>Everybody with an open case, whatever the filters; empty on other lists.</summary>
    public IReadOnlyList<ListRow> Open { get; private set; } = [];

    /// <summary>Who can be asked for as lead worker, by name.</summary>
    public IReadOnlyList<Allocated> Workers { get; private set; } = [];

    /// <summary>Codes of the establishments where somebody is held, in the order of their names.</summary>
    public IReadOnlyList<string> Establishments { get; private set; } = [];

    /// <summary>What was searched for; null without a search.</summary>
    public string? Sought { get; private set; }

    /// <summary>The address holds a search that can no longer be read.</summary>
    public bool SearchIsOver => Question.Find is not null && Sought is null;

    /// <summary>More were found than a search gathers.</summary>
    public bool FoundTooMany => Sought is not null && Total > SchemeLists.MostFound;

    /// <summary>The worker that the signed-in person is; null where they are none.</summary>
    public Guid? Me => actor.WorkerId;

    public bool IamWorker => Me is not null;

    public int Pages => Math.Max(1, (Math.Min(Total, Sought is null ? int.MaxValue : SchemeLists.MostFound) + Question.Size - 1) / Question.Size);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Question = ListQuestion.Read(Request.Query, day.Query);
        Sought = search.Read(Question.Find);
        if (Sought is not null)
        {
            await FindAsync(Sought, cancel);
        }
        else if (!SearchIsOver)
        {
            await (Question.IsClosed ? ClosedAsync(cancel) : OpenAsync(cancel));
        }

        seen.People(Rows.Select(r => r.Person.Id));
        WayBack.Remember(HttpContext);
    }

    /// <summary>The list on all its pages.</summary>
    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? file, CancellationToken cancel)
    {
        var rows = new List<ListRow>();
        var page = 0;
        do
        {
            Question = ListQuestion.Read(Request.Query, day.Query) with { Size = ListQuestion.Sizes[^1], Page = ++page };
            Sought = search.Read(Question.Find);
            if (SearchIsOver)
            {
                return NotFound();
            }

            await (Sought is not null ? FindAsync(Sought, cancel) : Question.IsClosed ? ClosedAsync(cancel) : OpenAsync(cancel));
            rows.AddRange(Rows);
        } while (page < Pages);

        seen.People(rows.Select(r => r.Person.Id));
        return this.Take(new ListBook(words).Of(rows, day.On), file, seen, words);
    }

    public bool MayTakeAway => actor.May(Permission.Export);

    /// <summary>The same list with more, or fewer, on a page; null where all of it is shown either way.</summary>
    public ListQuestion? OtherSize =>
        Total > ListQuestion.Sizes[0] ? Question with { Size = ListQuestion.Sizes.First(s => s != Question.Size), Page = 1 } : null;

    public string AddressOfPage(int page) => (Question with { Page = page }).ToString();

    private async Task OpenAsync(CancellationToken cancel)
    {
        var list = await lists.OpenAsync(day.On, cancel);
        Open = [.. list.Select(p => ListRow.Of(p, actor.Scheme!, day.On))];
        Workers = [.. list.SelectMany(p => p.Cases).Select(c => c.LeadWorker).OfType<Allocated>().DistinctBy(w => w.WorkerId).OrderBy(w => w.Name, StringComparer.Ordinal)];
        Establishments =
        [
            .. Open.Select(r => r.Establishment)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .OrderBy(e => Reference.Instance.Establishments.GetValueOrDefault(e)?.Name ?? e, StringComparer.Ordinal),
        ];
        var rows = Open.Where(r => r.Answers(Question, actor.WorkerId)).ToList();
        Total = rows.Count;
        Question = Question with { Page = Math.Min(Question.Page, Pages) };
        Rows = [.. rows.InOrder(Question.Sort).Skip((Question.Page - 1) * Question.Size).Take(Question.Size)];
    }

    private async Task ClosedAsync(CancellationToken cancel)
    {
        var worker = Question.Worker == ListQuestion.Mine ? actor.WorkerId : Question.WorkerId;
        var order = Question.Sort == ListQuestion.ByName ? ClosedOrder.Name : ClosedOrder.LastClosedFirst;
        var list = await lists.ClosedAsync(day.On, new(order, Question.Page, Question.Size, worker, Question.LookedAfter), cancel);
        if (list.People.Count == 0 && list.Total > 0)
        {
            Question = Question with { Page = (list.Total + Question.Size - 1) / Question.Size };
            list = await lists.ClosedAsync(day.On, new(order, Question.Page, Question.Size, worker, Question.LookedAfter), cancel);
        }

        (Rows, Total) = (ListRow.Of(list), list.Total);
    }

    private async Task FindAsync(string text, CancellationToken cancel)
    {
        seen.Searched(text);
        var list = await lists.FoundAsync(day.On, text, Question.Page, Question.Size, cancel);
        if (list.People.Count == 0 && list.Total > 0)
        {
            Question = Question with { Page = (Math.Min(list.Total, SchemeLists.MostFound) + Question.Size - 1) / Question.Size };
            list = await lists.FoundAsync(day.On, text, Question.Page, Question.Size, cancel);
        }

        (Rows, Total) = (ListRow.Of(list), list.Total);
    }
}
