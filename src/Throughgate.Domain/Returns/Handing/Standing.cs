using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Handing;

/// <summary>Where a return of a scheme and quarter stands.</summary>
public enum ReturnState
{
    /// <summary>Counted from the records at any time; nobody has said anything of it.</summary>
    Draft,

    /// <summary>Somebody looked at these very figures and found them right.</summary>
    Checked,

    /// <summary>Frozen, and waits for the accountable manager.</summary>
    Submitted,

    /// <summary>The accountable manager sent it back.</summary>
    SentBack,

    /// <summary>Signed by somebody else than who submitted it.</summary>
    HandedIn,
}

/// <summary>Why a step cannot be taken.</summary>
public enum HandingRefusal
{
    /// <summary>The quarter is not over: the figures can still grow.</summary>
    NotOver,

    /// <summary>Something stops it that is neither mended nor accepted (RET-2, RET-6).</summary>
    Stopped,

    /// <summary>The figures are not those that were checked.</summary>
    NotChecked,

    /// <summary>A version waits for its signature.</summary>
    Waits,

    /// <summary>The figures are those of the version that is handed in.</summary>
    NothingNew,

    /// <summary>A version after the first needs a reason.</summary>
    NoReason,

    /// <summary>There is nothing to sign.</summary>
    NothingToSign,

    /// <summary>Who submitted a version does not sign it.</summary>
    SamePerson,
}

/// <summary>What was decided about a version.</summary>
public sealed record Decided(bool Signed, Guid By, string ByName, DateTimeOffset At, string? Reason);

/// <summary>One frozen version, without its figures.</summary>
/// <param name="Seal">Of the figures and who is behind them (<see cref="Frozen"/>): two with one seal say the same.</param>
public sealed record HandedVersion(Guid Id, int Number, string Seal, Guid By, string ByName, DateTimeOffset At, string? Why, Decided? Decision);

/// <summary>Somebody found the figures right that have this seal.</summary>
public sealed record CheckedBy(string Seal, Guid By, string ByName, DateTimeOffset At);

/// <summary>
/// RET-3: draft, checked, submitted by one person, signed by another. What is submitted is frozen from then on; what is wrong with it is put right
/// by a new version with a reason, and both stay. The state follows from what was done; it is not kept.
/// </summary>
/// <param name="Versions">Oldest first, numbered from 1.</param>
/// <param name="Check">The latest, of whatever figures.</param>
[Rule("RET-3")]
public sealed record Standing(IReadOnlyList<HandedVersion> Versions, CheckedBy? Check)
{
    public HandedVersion? Latest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>The version that holds: the last one signed.</summary>
    public HandedVersion? HandedIn => Versions.LastOrDefault(v => v.Decision is { Signed: true });

    /// <summary>Signed for the first time: what the due date is held against.</summary>
    public DateTimeOffset? FirstHandedIn => Versions.FirstOrDefault(v => v.Decision is { Signed: true })?.Decision!.At;

    public int NextNumber => Versions.Count + 1;

    /// <param name="seal">Of the figures as they are now.</param>
    public ReturnState State(string seal) =>
        Latest is { Decision: null } ? ReturnState.Submitted
        : IsChecked(seal) ? ReturnState.Checked
        : Latest is { Decision.Signed: false } ? ReturnState.SentBack
        : HandedIn is not null ? ReturnState.HandedIn
        : ReturnState.Draft;

    /// <summary>Whether these figures were checked since the last version was decided.</summary>
    public bool IsChecked(string seal) => Check is { } check && check.Seal == seal && !(check.At <= Latest?.At);

    /// <summary>Why these figures cannot be checked or submitted; null where they can.</summary>
    /// <param name="left">What stops the return and is not accepted.</param>
    public HandingRefusal? ToCheck(FinancialQuarter quarter, DateOnly today, int left, string seal) =>
        today <= quarter.To ? HandingRefusal.NotOver
        : Latest is { Decision: null } ? HandingRefusal.Waits
        : left > 0 ? HandingRefusal.Stopped
        : HandedIn is { } holds && holds == Latest && holds.Seal == seal ? HandingRefusal.NothingNew
        : null;

    /// <param name="why">Why there is another version; the first needs none.</param>
    public HandingRefusal? ToSubmit(FinancialQuarter quarter, DateOnly today, int left, string seal, string? why) =>
        ToCheck(quarter, today, left, seal)
        ?? (!IsChecked(seal) ? HandingRefusal.NotChecked
            : Latest is not null && string.IsNullOrWhiteSpace(why) ? HandingRefusal.NoReason
            : null);

    /// <summary>Why this person cannot sign the version that waits, or send it back; null where they can. To send one's own back is to take it back.</summary>
    public HandingRefusal? ToDecide(Guid by, bool sign, string? reason) =>
        Latest is not { Decision: null } waits ? HandingRefusal.NothingToSign
        : sign && waits.By == by ? HandingRefusal.SamePerson
        : !sign && string.IsNullOrWhiteSpace(reason) ? HandingRefusal.NoReason
        : null;
}
