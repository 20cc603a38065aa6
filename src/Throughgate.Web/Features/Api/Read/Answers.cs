using System.ComponentModel;

namespace Throughgate.Web.Features.Api.Read;

// The shapes of what the interface answers; the OpenAPI document is written from them.

public sealed record PartOut(string Code, string Label, [property: Description("met, not_met or neither: on which side of the share it counts")] string Tells);

public sealed record MeasureOut(
    [property: Description("Stable name, as in the address of its figure")] string Code,
    string Label,
    string Theme,
    [property: Description("share, spread, amount or funnel")] string Shape,
    [property: Description("Who, or what, is counted")] string Counted,
    [property: Description("When it is met; for a spread, what the parts are")] string Met,
    [property: Description("When it cannot be told; empty where it always can")] string Untold,
    [property: Description("What the figure cannot say")] string CannotSay,
    [property: Description("Rule of the rulebook, see /rules")] string Rule,
    [property: Description("Whose definition it follows")] string Edition,
    DateOnly? InForceFrom,
    DateOnly? InForceTo,
    [property: Description("Unit of the amounts: days or hours")] string? Unit,
    IReadOnlyList<PartOut> Parts
);

public sealed record MeasuresOut(IReadOnlyList<MeasureOut> Measures);

[Description("A figure over one financial year. A number that is not shown or not recorded is null, never 0.")]
public sealed record FigureOut(
    DateOnly From,
    DateOnly To,
    [property: Description("nothing: nobody is counted; not_recorded; hidden: a count of 1 to 4, or what would give one away; met_and_rest: who did not and who is not recorded, together; answers; parts")] string ShownAs,
    int? Counted,
    int? Met,
    int? NotMet,
    int? Untold,
    [property: Description("0 to 1: who meet it, of those of whom it can be told")] double? Share,
    [property: Description("The middle one of the amounts")] decimal? Middle,
    [property: Description("How many stand in each part, by its code")] IReadOnlyDictionary<string, int>? Parts
);

public sealed record MeasureFigure(string Measure, string Label, FigureOut Period, [property: Description("The year before")] FigureOut Before);

public sealed record FiguresOut(string Scheme, string Year, IReadOnlyList<MeasureFigure> Figures);

public sealed record RowOut([property: Description("Code of the row; empty where it is not known")] string Row, string Called, FigureOut Figure);

public sealed record BreakdownOut(string By, IReadOnlyList<RowOut> Rows);

public sealed record OneFigureOut(
    string Scheme,
    string Year,
    MeasureOut Measure,
    FigureOut Period,
    FigureOut Before,
    [property: Description("Year by year, oldest first")] IReadOnlyList<FigureOut> Trend,
    [property: Description("Those of which every row may be shown")] IReadOnlyList<BreakdownOut> Breakdowns
);

public sealed record HandedOut(string Year, int Quarter, DateOnly From, DateOnly To, [property: Description("Number of the version that holds")] int Version, DateTimeOffset SignedAt);

public sealed record ReturnsOut(string Scheme, IReadOnlyList<HandedOut> Returns);

public sealed record ReturnRowOut(string Row, [property: Description("One a column; null where it is hidden")] IReadOnlyList<int?> Counts);

public sealed record ReturnTableOut([property: Description("I1, I2, I3, I5 of the form; totals; or a coarser breakdown: gender, age, group")] string Table, IReadOnlyList<string> Columns, IReadOnlyList<ReturnRowOut> Rows);

public sealed record ReturnOut(
    string Scheme,
    string Year,
    int Quarter,
    DateOnly From,
    DateOnly To,
    int Version,
    DateTimeOffset SignedAt,
    [property: Description("Edition of the counting rules")] string Edition,
    [property: Description("Some count is hidden: it is 1 to 4, or would give one away")] bool Hides,
    IReadOnlyList<ReturnTableOut> Tables
);

[Description("RFC 9457")]
public sealed record ProblemOut(string Type, string Title, int Status, string Detail);
