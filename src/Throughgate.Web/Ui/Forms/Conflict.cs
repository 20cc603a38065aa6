namespace Throughgate.Web.Ui.Forms;

/// <summary>One field of a record that two people changed: what this person entered, and what stands there now. Both in the reader's language.</summary>
public sealed record Differs(string Label, string? Yours, string? Theirs);

/// <summary>
/// Two people changed the same record: shown by <c>&lt;partial name="/Ui/Forms/_Conflict.cshtml" model="Model.Conflict" /&gt;</c> above the form, with status 409, the
/// form filled with what this person entered and carrying the new version, so that sending it again is a decision.
/// </summary>
/// <param name="By">Who changed it, where history says so.</param>
public sealed record Conflict(string? By, IReadOnlyList<Differs> Fields)
{
    /// <summary>The fields that differ.</summary>
    public static Conflict Between(string? by, params IEnumerable<Differs> fields) => new(by, [.. fields.Where(f => f.Yours != f.Theirs)]);
}
