using System.Globalization;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>What the list is asked for, as it stands in the address: whatever it does not know it takes as not asked.</summary>
public sealed record ListQuestion
{
    public const string Path = "/young-people";

    public const string Started = "started";
    public const string NotStarted = "not-started";
    public const string NotTakenUp = "not-taken-up";
    public const string Closed = "closed";
    public static readonly IReadOnlyList<string> Shows = [Started, NotStarted, NotTakenUp, Closed];

    public const string Mine = "me";
    public const string Nobody = "nobody";
    public const string NotAllocated = "not-allocated";

    public const string InCustody = "custody";
    public const string OnRemand = "remand";
    public const string InTheCommunity = "community";
    public const string OrderEnded = "order-ended";
    public static readonly IReadOnlyList<string> Wheres = [InCustody, OnRemand, InTheCommunity, OrderEnded];

    public const string Anything = "any";

    public const string ByName = "name";
    public const string ByRelease = "release";

    public static readonly IReadOnlyList<int> Sizes = [25, 50];

    /// <summary>A search, sealed; null without one. A search looks at everybody, whatever else is asked.</summary>
    public string? Find { get; init; }

    /// <summary>Null: every open case.</summary>
    public string? Show { get; init; }

    /// <summary>A lead worker's key, <see cref="Mine"/>, <see cref="Nobody"/> or <see cref="NotAllocated"/>.</summary>
    public string? Worker { get; init; }

    /// <summary>One of <see cref="Wheres"/>, or the code of an establishment.</summary>
    public string? Where { get; init; }

    /// <summary><see cref="Anything"/>, or the id of a rule.</summary>
    public string? Overdue { get; init; }

    public bool LookedAfter { get; init; }

    /// <summary>Null: what is most urgent first.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public int Size { get; init; } = Sizes[0];

    /// <summary>The day looked at; null for today.</summary>
    public string? On { get; init; }

    public bool IsClosed => Show == Closed;

    public Guid? WorkerId => Guid.TryParse(Worker, out var id) ? id : null;

    /// <summary>Something narrows the list of open cases.</summary>
    public bool IsNarrowed => Show is not null || Worker is not null || Where is not null || Overdue is not null || LookedAfter;

    public static ListQuestion Read(IQueryCollection query, string? on)
    {
        string? Of(string name, Predicate<string> known) => query[name].ToString() is { Length: > 0 } text && known(text) ? text : null;
        int Number(string name, Predicate<int> known, int otherwise) => int.TryParse(query[name], out var number) && known(number) ? number : otherwise;
        return new()
        {
            Find = Of("find", f => f.Length < 2000),
            Show = Of("show", Shows.Contains),
            Worker = Of("worker", w => w is Mine or Nobody or NotAllocated || Guid.TryParse(w, out _)),
            Where = Of("where", w => Wheres.Contains(w) || Reference.Instance.Establishments.ContainsKey(w)),
            Overdue = Of("overdue", o => o == Anything || DutyRules.Find(o) is not null),
            LookedAfter = query["looked-after"] == "yes",
            Sort = Of("sort", s => s is ByName or ByRelease),
            Page = Number("page", n => n is > 0 and < 100_000, 1),
            Size = Number("size", Sizes.Contains, Sizes[0]),
            On = on,
        };
    }

    /// <summary>The address of this question.</summary>
    public override string ToString()
    {
        var pairs = new List<(string Name, string? Value)>
        {
            ("find", Find),
            ("show", Show),
            ("worker", Worker),
            ("where", Where),
            ("overdue", Overdue),
            ("looked-after", LookedAfter ? "yes" : null),
            ("sort", Sort),
            ("size", Size == Sizes[0] ? null : Size.ToString(CultureInfo.InvariantCulture)),
            ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
            ("on", On),
        };
        return Path + QueryString.Create(pairs.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}
