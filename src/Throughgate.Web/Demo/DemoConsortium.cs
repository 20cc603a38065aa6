using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Demo;

/// <summary>
/// The demo's consortium: the five schemes of West Yorkshire, of which the sample caseload knows two. The others stand in it as schemes that record nothing yet do.
/// </summary>
public static class DemoConsortium
{
    public const string Name = "West Yorkshire";

    public static IReadOnlyList<string> Schemes { get; } = ["bradford", "calderdale", "kirklees", "leeds", "wakefield"];

    /// <summary>Its key; it is made where there is none of the name, and an administrator of the demo may change it from then on.</summary>
    public static async Task<Guid> MakeAsync(Db db)
    {
        if (await db.Set<Consortium>().FirstOrDefaultAsync(c => c.Name == Name) is { } there)
        {
            return there.Id;
        }

        var made = new Consortium { Name = Name };
        db.Add(made);
        db.AddRange(Schemes.Select(s => new ConsortiumScheme { ConsortiumId = made.Id, Scheme = s, FromOn = Members.Always }));
        await db.SaveChangesAsync();
        return made.Id;
    }
}
