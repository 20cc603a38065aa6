using System.Globalization;
using System.Text;
using Throughgate.Domain.Access;

namespace Throughgate.Web.Access;

/// <summary>docs/access.md, written from <see cref="RoleTable"/>: who sees what, in one table. A test holds the file fresh.</summary>
public static class RolesDocument
{
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            # Who may see and do what

            Written from the table in the code (src/Throughgate.Web/Access/RoleTable.cs), which the pages ask and the tests read; do not edit by hand.
            Whose records somebody sees follows on each day from what they are a member of, from when and until when. The rule is one pure function
            (src/Throughgate.Domain/Access/NeedToKnow.cs); pages read through its query twin (Visible), and on PostgreSQL with an account of its own for
            pages row-level security says it a second time. A restricted record is seen by the colleagues named and by nobody else, but for an hour through
            the broken glass, with a reason and a review.

            Which schemes are in a consortium, and on which days, says an administrator (keep accounts), not the consortium's own manager: it decides whose counts that manager
            sees, and nobody widens their own sight. It holds at the next request. What takes data out, brings a caseload in or changes rights asks first for a fresh proof of who
            one is (docs/signing-in.md).

            | Role | Sees | Is a member of | May |
            |---|---|---|---|

            """);
        foreach (var role in RoleTable.All)
        {
            var may = role.May.Count == 0 ? "nothing" : string.Join(", ", role.May.Order().Select(Said));
            text.Append(CultureInfo.InvariantCulture, $"| {role.Called} | {Said(role.Sees)} | {(role.Kinds.Count == 0 ? "nothing: national" : string.Join(" or ", role.Kinds))} | {may} |\n");
        }

        return text.ToString();
    }

    private static string Said(Sees sees) =>
        sees switch
        {
            Sees.PeopleOfTheScheme => "young people of the scheme, or of the YOTs of it that they are a member of",
            Sees.OwnPeople => "young people whose open programme is allocated to them",
            Sees.PeopleHeld => "young people held in the establishment, from sentence to one month after release",
            Sees.PeopleShared => "young people of whom something is shared with the agency, and of them only that",
            _ => "no records",
        };

    // SeeCaseload: "see caseload".
    private static string Said(Permission permission) =>
        string.Concat(permission.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
