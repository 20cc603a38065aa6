namespace Throughgate.Web.Ui.Pictures;

/// <summary>How a mark is drawn: done is filled, late is filled with a ring, missed is crossed, overdue and future are hollow.</summary>
public enum MarkState
{
    Done,
    Late,
    Overdue,
    Missed,
    Future,
}

public enum MarkShape
{
    Dot,

    /// <summary>The release: a diamond.</summary>
    Gate,

    /// <summary>The end of the order: a square.</summary>
    End,

    /// <summary>The last day of support: an arrow.</summary>
    Last,
}

/// <summary>One event on the line. Every text is already in the reader's language.</summary>
/// <param name="On">Its day: when it was, or when it is due.</param>
/// <param name="What">Two or three words: "Offer refused".</param>
/// <param name="State">How it is drawn.</param>
/// <param name="Href">Where the mark leads, mostly to the part of the page about it (<c>#offers</c>).</param>
/// <param name="Shape">Its outline.</param>
/// <param name="Note">Said after the day, in the list and to those who listen: "Done 2 days late".</param>
public sealed record Mark(
    DateOnly On,
    string What,
    MarkState State,
    string? Href = null,
    MarkShape Shape = MarkShape.Dot,
    string? Note = null
);

/// <summary>A part of the line with a name above it: "In custody", "On licence".</summary>
public sealed record Stretch(DateOnly From, DateOnly To, string What);

/// <summary>
/// The whole story as one line: sentence, offers, plan, reviews, release, order end, last day of support. In a page
/// <c>&lt;tg-journey journey="Model.Journey" label="@T["The journey so far and to come"]" /&gt;</c>; the order of the marks does not matter.
/// </summary>
/// <param name="Today">The day looked at: before it the line is filled, after it hollow.</param>
public sealed record Journey(DateOnly Today, IReadOnlyList<Mark> Marks)
{
    public IReadOnlyList<Stretch> Stretches { get; init; } = [];

    /// <summary>Small ticks without a name or a link, for what is too many to name: contacts.</summary>
    public IReadOnlyList<DateOnly> Ticks { get; init; } = [];
}
