using Throughgate.Domain.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>One thing that the list can be narrowed by.</summary>
public sealed record ListFilter(string Name, string Label, string Value, IReadOnlyList<ListChoice> Choices);

public sealed record ListChoice(string Value, string Words);

/// <summary>The filters in words, with what can be chosen now. The closed are asked less: where somebody was and what was due is not looked at.</summary>
public sealed class ListFilters(Words words, ListPage page)
{
    public IEnumerable<ListFilter> All => page.Question.IsClosed ? [Show, Worker, Sort] : [Show, Worker, Where, Overdue, Sort];

    private ListFilter Show => new("show", words["Cases"], page.Question.Show ?? "",
    [
        new("", words["All open cases"]),
        new(ListQuestion.Started, words["Support started"]),
        new(ListQuestion.NotStarted, words["Support not started"]),
        new(ListQuestion.NotTakenUp, words["Offered, not taken up"]),
        new(ListQuestion.Closed, words["Closed cases"]),
    ]);

    private ListFilter Worker
    {
        get
        {
            var choices = new List<ListChoice> { new("", words["Anybody"]) };
            if (page.IamWorker)
            {
                choices.Add(new(ListQuestion.Mine, words["Me"]));
            }

            if (!page.Question.IsClosed)
            {
                choices.Add(new(ListQuestion.Nobody, words["Nobody"]));
                choices.Add(new(ListQuestion.NotAllocated, words["Not allocated"]));
            }

            choices.AddRange(page.Workers.Select(w => new ListChoice(w.WorkerId.ToString(), w.Name)));
            if (page.Question.WorkerId is { } other && !page.Workers.Any(w => w.WorkerId == other))
            {
                choices.Add(new(other.ToString(), words["The worker chosen before"]));
            }

            return new("worker", words["Lead worker"], page.Question.WorkerId?.ToString() ?? page.Question.Worker ?? "", choices);
        }
    }

    private ListFilter Where => new("where", words["Where they are"], page.Question.Where ?? "",
    [
        new("", words["Anywhere"]),
        new(ListQuestion.InCustody, words["In custody"]),
        new(ListQuestion.OnRemand, words["On remand"]),
        .. page.Establishments.Union(Chosen).Select(e => new ListChoice(e, EstablishmentName.Short(e))),
        new(ListQuestion.InTheCommunity, words["In the community"]),
        new(ListQuestion.OrderEnded, words["Order ended"]),
    ]);

    private IEnumerable<string> Chosen =>
        page.Question.Where is { } where && Reference.Instance.Establishments.ContainsKey(where) ? [where] : [];

    private ListFilter Overdue => new("overdue", words["Overdue"], page.Question.Overdue ?? "",
    [
        new("", words["Overdue or not"]),
        new(ListQuestion.Anything, words["Something overdue"]),
        .. DutyRules.All.Select(r => new ListChoice(r.Citation.Rule, words[r.Asks])),
    ]);

    private ListFilter Sort => new("sort", words["Sort by"], page.Question.Sort ?? "",
        page.Question.IsClosed
            ? [new("", words["Closed last"]), new(ListQuestion.ByName, words["Name"])]
            : [new("", words["Most urgent"]), new(ListQuestion.ByRelease, words["Release date"]), new(ListQuestion.ByName, words["Name"])]);
}
