using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access;

/// <summary>Whom and which programme a page of casework is about: found by <see cref="Visible.CaseAsync"/>, and so seen and logged.</summary>
/// <param name="Case">Followed for changes.</param>
/// <param name="Several">The young person has other programmes of this scheme.</param>
public sealed record OfCase(Person Person, Case Case, Sentence Sentence, bool Several)
{
    public string Name => $"{Person.FirstName} {Person.LastName}";

    /// <summary>The young person's page, at this programme.</summary>
    public string Path => Several ? $"/young-people/{Person.Id}?programme={Case.Id}" : $"/young-people/{Person.Id}";

    /// <summary>A page under the young person's, for this programme: <c>To("plan")</c>.</summary>
    public string To(string page) => $"/young-people/{Person.Id}/{page}" + (Several ? $"?programme={Case.Id}" : "");
}
