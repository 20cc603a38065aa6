using Throughgate.Domain.Contacts;

namespace Throughgate.Domain.Rules.Care;

/// <summary>FAM-1: what went well in an afternoon goes on at home where somebody there is told of it.</summary>
public static class HandoverAfterActivity
{
    public static readonly Citation Citation = new(
        "FAM-1",
        RuleKind.Warning,
        "After an activity with somebody under 18, the handover to the parent or carer is recorded.",
        "S0 §Involvement of parents/carers",
        true
    );

    private const int Adult = 18;

    /// <summary>Kinds of contact after which somebody goes home: activities, with a worker or with a mentor.</summary>
    public static bool IsAskedAfter(string kind) => kind is ContactKinds.Activity or ContactKinds.Mentoring;

    /// <summary>Attended outside custody by somebody who is not of age, since recording began here, and no handover is recorded.</summary>
    public static bool IsMissing(Contact contact, bool recorded, DateOnly dateOfBirth, bool inCustody, DutyFigures figures) =>
        !recorded && contact.Attended && IsAskedAfter(contact.Kind) && !inCustody && contact.On < dateOfBirth.AddYears(Adult) && !figures.IsBeforeRecording(contact.On);
}
