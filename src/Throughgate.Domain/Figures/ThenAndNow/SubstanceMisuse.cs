namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>WYJI 6: timely assessment and treatment of substance misuse. The days of referral, assessment and treatment stand in no record here.</summary>
public static class SubstanceMisuse
{
    public static readonly Measure Measure = new()
    {
        Code = "wyji-6",
        Label = "WYJI 6: substance misuse assessed and treated in time",
        Theme = Theme.Then,
        Whole = "Programmes that started in the period.",
        Meets = "Assessed within 5 working days of referral, and in treatment within 10 of the assessment.",
        Unknown = "The days of referral, assessment and treatment are not recorded in this system.",
        Rule = "PER-2",
        Edition = Edition.WelshIndicators,
        Of = (person, asked) =>
            from programme in person.Cases
            where programme.Start is { } start && asked.Covers(start) && asked.Scope.Has(person, programme, start)
            select new Measured(person, programme.Start!.Value, Parts.NotRecorded.Code, programme) { OnRecord = false },
    };
}
