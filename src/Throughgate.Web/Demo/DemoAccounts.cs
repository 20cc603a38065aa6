using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Demo;

/// <summary>The invented people whom one can be in the demo. They exist in a database that the demo made and marked, and in no other.</summary>
public static class DemoAccounts
{
    public const string Mark = "demo";
    public const string Password = "through the gate";

    /// <summary>The demo's partner worker.</summary>
    public const string OfAPartner = "jo@airehomes.demo";

    public static IReadOnlyList<TrainingAccount> All { get; } =
    [
        new("priya@leeds.demo", "Priya Shah", RoleTable.Worker, "leeds"),
        new("tom@leeds.demo", "Tom Bevan", RoleTable.CaseManager, "leeds"),
        new("sam@leeds.demo", "Sam Okoro", RoleTable.Manager, "leeds"),
        new("nia@leeds.demo", "Nia Rowlands", RoleTable.InformationOfficer, "leeds"),
        new("ruby@leeds.demo", "Mentor Ruby", RoleTable.Mentor, "leeds"),
        new("gwen@leeds.demo", "Gwen Arkley", RoleTable.BoardMember, "leeds"),
        new("lee@wetherby.demo", "Lee Hartwell", RoleTable.LinkWorker, "wetherby"),
        new("megan@cardiff.demo", "Megan Pryce", RoleTable.Manager, "cardiff"),
        new("alex@westyorkshire.demo", "Alex Thorne", RoleTable.ConsortiumManager, DemoConsortium.Name),
        new(OfAPartner, "Jo Field", RoleTable.PartnerWorker, DemoSharing.HousingPartner),
        new("robin@national.demo", "Robin Hale", RoleTable.NationalAnalyst, null),
        new("ada@national.demo", "Ada Quill", RoleTable.Administrator, null),
    ];

    public static async Task CreateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (!await db.Marks.AnyAsync(m => m.Name == Mark))
        {
            throw new InvalidOperationException("Demo accounts are made only in a database that the demo made and marked.");
        }

        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (email, name, role, of) in All)
        {
            if (await accounts.FindByNameAsync(email) is not null)
            {
                continue;
            }

            var account = new Account
            {
                UserName = email,
                Email = email,
                DisplayName = name,
                Role = role,
                WorkerId = (await db.Workers.FirstOrDefaultAsync(w => w.Name == name))?.Id,
            };
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"Demo account {email}: {string.Join("; ", made.Errors.Select(e => e.Description))}");
            }

            // What a partner's worker is a member of is made with the partners.
            if (of is not null && RoleTable.Find(role)!.Kinds[0] is not MembershipKinds.Partner and var kind)
            {
                db.Add(account.Of(kind, kind == MembershipKinds.Consortium ? (await DemoConsortium.MakeAsync(db)).ToString() : of));
                await db.SaveChangesAsync();
            }
        }
    }
}
