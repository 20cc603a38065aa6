using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Returns;

/// <summary>A young person as lists of the return show them.</summary>
public sealed record NamedPerson(Guid Id, string Reference, string Name);

public static class Named
{
    /// <summary>Names of those of the people that this reader may see; the log is told of each.</summary>
    public static async Task<IReadOnlyDictionary<Guid, NamedPerson>> NamesOfAsync(
        this Visible visible,
        Seen seen,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancel
    )
    {
        var named = await visible
            .Few(people)
            .Select(p => new NamedPerson(p.Id, p.Reference, p.FirstName + " " + p.LastName))
            .ToDictionaryAsync(p => p.Id, cancel);
        seen.People(named.Keys);
        return named;
    }
}
