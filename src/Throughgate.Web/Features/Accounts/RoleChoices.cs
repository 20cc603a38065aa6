using System.Net.Mail;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts;

/// <summary>What an account can be, for choosing: straight from the table of roles.</summary>
public static class RoleChoices
{
    public static IEnumerable<Choice> Roles(Words words) => RoleTable.All.Select(r => new Choice(r.Code, words[r.Called].ToString()));

    /// <summary>Why a role cannot be had there; null where it can. Without a place a role that sees records sees nobody.</summary>
    public static string? Problem(Role? role, Seat? seat, bool hasOne) =>
        role is null ? null
        : seat is null ? role.Kinds.Count == 0 || hasOne ? null : Words.Key("Choose where: this role sees only what belongs to a place")
        : seat.Fits(role) ? null
        : role.Kinds.Count == 0 ? Words.Key("This role belongs to no place: choose none")
        : Words.Key("An account of this role is not a member of such a place: choose one of another kind");

    public static bool IsEmail(string? email) => email is { Length: <= 200 } && !email.Trim().Contains(' ', StringComparison.Ordinal) && MailAddress.TryCreate(email.Trim(), out _);
}
