namespace Throughgate.Domain.Figures.Caseload;

/// <summary>Who carries how many: open cases on the last day of the period, by lead worker.</summary>
public static class OpenCases
{
    public static readonly Measure Measure = new()
    {
        Code = "caseload",
        Label = "Open cases with a lead worker",
        Theme = Theme.Caseload,
        Whole = "Cases referred and not closed on the last day of the period, or today where that is still ahead; started or not.",
        Meets = "Somebody is lead worker on that day.",
        Rule = "SCH-3",
        Once = Once.AtTheEnd,
        Of = (person, asked) =>
            from end in asked.Periods.Select(p => p.To!.Value).Distinct()
            let day = end < asked.Today ? end : asked.Today
            from programme in person.Cases
            where programme.InViewOn(day) && asked.Scope.Has(person, programme, day)
            let led = programme.LedBy(day) is not null
            select new Measured(person, end, Parts.Of(led), programme) { OnRecord = led },
    };
}
