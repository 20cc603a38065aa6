namespace Throughgate.Web.Access;

/// <summary>
/// What the answer to this request shows, told by the page while it reads: one row of the log is made of it and committed before the
/// answer goes out. A person who is shown and was not told here is a fault; telling after the row is written throws.
/// </summary>
public sealed class Seen
{
    private readonly HashSet<Guid> _people = [];
    private readonly SortedDictionary<string, string> _detail = new(StringComparer.Ordinal);
    private bool _written;

    public IReadOnlyCollection<Guid> Shown => _people;

    public IReadOnlyDictionary<string, string> Detail => _detail;

    /// <summary>Whether a page that anyone may open (sign-in, say) told something that must be on record.</summary>
    public bool IsEmpty => _people.Count == 0 && _detail.Count == 0;

    /// <summary>Who acted, where the request itself is anonymous: the account that tried to sign in.</summary>
    public Actor? As { get; set; }

    /// <summary>What happened, where it is not plain from the page: "signed_in", "sign_in_refused", "exported".</summary>
    public string? Outcome { get; set; }

    public void Person(Guid id)
    {
        Open();
        _people.Add(id);
    }

    public void People(IEnumerable<Guid> ids)
    {
        Open();
        _people.UnionWith(ids);
    }

    /// <summary>The answer gives nothing of what was read for it: it asks for something first, or leads elsewhere. Nobody was seen.</summary>
    public void Withheld()
    {
        Open();
        _people.Clear();
    }

    /// <summary>What was searched for, in the words of whoever searched.</summary>
    public void Searched(string text) => Note("searched", text);

    /// <summary>What left as a file: "return leeds 2010-11 q1 csv".</summary>
    public void Exported(string what)
    {
        Note("exported", what);
        Outcome ??= "exported";
    }

    /// <summary>A page that is made to be printed and taken along: "plan", "visit sheet".</summary>
    public void Printed(string what)
    {
        Note("printed", what);
        Outcome ??= "printed";
    }

    public void Imported(string what)
    {
        Note("imported", what);
        Outcome ??= "imported";
    }

    public void Note(string key, string text)
    {
        Open();
        _detail[key] = text;
    }

    internal bool IsWritten => _written;

    internal void Close() => _written = true;

    private void Open()
    {
        if (_written)
        {
            throw new InvalidOperationException("The log row of this answer is already written: tell Seen in the handler, before the page is rendered.");
        }
    }
}
