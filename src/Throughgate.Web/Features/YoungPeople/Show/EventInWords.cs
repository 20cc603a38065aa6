using System.Text.Json;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Records;
using Throughgate.Web.History;
using Throughgate.Web.Keeping;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>
/// Each kind of history event as the timeline says it. An event that neither tells itself (<see cref="ITold"/>) nor has a line here fails a test: what was recorded must be seen.
/// </summary>
public static class EventInWords
{
    private static readonly Dictionary<string, Func<Happened, Words, string>> Lines = new(StringComparer.Ordinal)
    {
        [HistoryEvent.KindOf(typeof(CaseloadImported))] = (_, words) => words["A caseload was imported"],
        [HistoryEvent.KindOf(typeof(RowImported))] = OfImport,
        [HistoryEvent.KindOf(typeof(AccountAdded))] = (_, words) => words["An account was opened"],
        [HistoryEvent.KindOf(typeof(AccountClosed))] = (_, words) => words["An account was closed"],
        [HistoryEvent.KindOf(typeof(PasswordChanged))] = (_, words) => words["A password was changed"],
    };

    /// <summary>Events of accounts and keys: they belong to nobody's record, and stand on no young person's timeline.</summary>
    private static readonly HashSet<string> OfAccounts =
    [
        .. HistoryEvent.All.Where(t => t.Namespace!.StartsWith("Throughgate.Web.Access.", StringComparison.Ordinal) && !t.IsAssignableTo(typeof(ITold))).Select(HistoryEvent.KindOf),
    ];

    private static readonly HashSet<string> Told = [.. HistoryEvent.All.Where(t => t.IsAssignableTo(typeof(ITold))).Select(HistoryEvent.KindOf)];

    public static bool Knows(string kind) => Lines.ContainsKey(kind) || Told.Contains(kind) || OfAccounts.Contains(kind);

    public static string Of(Happened happened, Words words) =>
        HistoryEvent.IsErased(happened.Kind, happened.Data) ? new ContentErased().Tell(words)
        : Lines.TryGetValue(happened.Kind, out var line) ? line(happened, words)
        : Told.Contains(happened.Kind) ? ((ITold)HistoryEvent.Read(happened.Kind, happened.Data)).Tell(words)
        : OfAccounts.Contains(happened.Kind) ? words["An account or a key was changed"]
        : happened.Kind.Replace('_', ' ');

    private static string OfImport(Happened happened, Words words)
    {
        var row = (RowImported)HistoryEvent.Read(happened.Kind, happened.Data);
        var what = words[Part(row.File)].ToString();
        return row switch
        {
            { Was: null } => words["An import added to {0}: {1}", what, Cells(row.Is, words)],
            { Is: null } => words["An import took away from {0}: {1}", what, Cells(row.Was, words)],
            _ => words["An import changed {0}: {1}, before: {2}", what, Cells(row.Is, words), Cells(row.Was, words)],
        };
    }

    private static string Cells(IReadOnlyDictionary<string, string?>? cells, Words words) =>
        string.Join("; ", (cells ?? new Dictionary<string, string?>()).Select(c => $"{c.Key.Replace('_', ' ')} {(string.IsNullOrEmpty(c.Value) ? words["not known"] : c.Value)}"));

    private static string Part(string file) => file.Split('.')[0] switch
    {
        "people" => Words.Key("personal details"),
        "residences" => Words.Key("usual residence"),
        "sentences" => Words.Key("sentences"),
        "cases" => Words.Key("plan and programme"),
        "allocations" => Words.Key("people allocated"),
        "offers" => Words.Key("offers"),
        "contacts" => Words.Key("contacts"),
        "assessments" => Words.Key("assessments"),
        "ete" => Words.Key("education and work"),
        "accommodation" => Words.Key("accommodation"),
        "reviews" => Words.Key("reviews"),
        var other => other,
    };
}
