namespace Throughgate.Domain.Rules.Care;

/// <summary>FAM-3: a young person who is a parent: needs and safeguarding are discussed with children's services.</summary>
public static class ParentDiscussed
{
    public static readonly Figure Within = new(
        "FAM-3.working-days",
        "Working days from referral to the discussion with children’s services",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "FAM-3",
        RuleKind.Duty,
        "Where a young person is a parent, needs and safeguarding are discussed with children’s services within {0} working days of referral.",
        "S0 §Young people in custody who are parents",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Discuss needs and safeguarding with children’s services", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Person.IsParent != true)
        {
            yield break;
        }

        var within = seen.Figure(Within, seen.ReferredOn);
        DayOf? first = seen.CareDiscussions.Count == 0 ? null : new(seen.CareDiscussions[0], "Discussed with children’s services");
        yield return seen.Raise(Rule, new(seen.ReferredOn, "Referral"), seen.WorkingDaysAfter(seen.ReferredOn, within), first, lost: false, within);
    }
}
