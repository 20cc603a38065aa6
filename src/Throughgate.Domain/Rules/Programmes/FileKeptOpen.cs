using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>Why the YOT's file of a programme cannot be archived yet.</summary>
public enum FileIsNeeded
{
    StillOpen,
    ContactPlanned,
    ContactSince,
}

/// <summary>OPN-9: the YOT keeps its file while the resettlement team is in touch.</summary>
public static class FileKeptOpen
{
    public static readonly Citation Citation = new(
        "OPN-9",
        RuleKind.Gate,
        "The YOT’s file cannot be archived while resettlement contact goes on: while the programme is open, a contact is planned, or one was held on that day or after it.",
        "S0 §What if a young person returns to custody while still on IRS?; S0 §Community provision",
        true
    );

    /// <summary>What stands against archiving on a day; empty where nothing does.</summary>
    public static IReadOnlyList<FileIsNeeded> Reasons(CaseFacts facts, DateOnly on)
    {
        var irs = facts.Contacts.Where(c => c.CountsAs == CountsAs.Irs).ToList();
        var reasons = new List<FileIsNeeded>();
        void Stands(bool holds, FileIsNeeded reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }

        Stands(!(facts.ClosedOn <= on), FileIsNeeded.StillOpen);
        Stands(irs.Exists(c => c.Outcome == ContactOutcomes.Planned), FileIsNeeded.ContactPlanned);
        Stands(irs.Exists(c => c.Attended && c.On >= on), FileIsNeeded.ContactSince);
        return reasons;
    }
}
