using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Tests.Features.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>
/// Every page about one young person, against everything that may tie somebody to them or no longer does: agreed with an agency, with another, taken back,
/// of another scheme, a programme that closed, an allocation that ended, custody long over. The table below says who sees whom; the routes come from the running program.
/// </summary>
public sealed class MatrixOfTiesTests
{
    private const string Mentor = "Ffion Mentor";

    private static readonly string[] Everybody = ["agreed", "without", "withdrawn", "lapsed", "left", "closed", "restricted", "elsewhere"];

    private static readonly string[] OfLeeds = ["agreed", "without", "withdrawn", "lapsed", "left", "closed"];

    /// <summary>Of those whose record it is, whom each sees; everybody else does not exist for them.</summary>
    private static readonly Dictionary<string, string[]> Seen = new(StringComparer.Ordinal)
    {
        [RoleTable.Worker] = OfLeeds,
        [RoleTable.CaseManager] = OfLeeds,
        [RoleTable.Manager] = OfLeeds,
        [RoleTable.InformationOfficer] = OfLeeds,
        [RoleTable.Mentor] = ["agreed", "lapsed", "left"],
        [RoleTable.LinkWorker] = ["agreed", "without", "withdrawn", "lapsed"],
        [RoleTable.PartnerWorker] = ["agreed"],
    };

    [Fact, Trait("requirement", "R1")]
    public async Task Every_page_about_a_young_person_exists_for_those_alone_whom_something_ties_to_them_today()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var people = await PeopleAsync(app);
        var pages = (await MatrixTests.PagesAsync(app)).Where(p => Gate.Of(p.Page).Needs is not null).ToList();
        var faults = new List<string>();
        foreach (var role in RoleTable.All)
        {
            var browser = await BrowserAsync(app, role);
            var sees = Seen.GetValueOrDefault(role.Code) ?? [];
            var hidden = Everybody.Except(sees).Select(NameOf).ToList();
            var actor = new Actor(Guid.Empty, "", role.Code, "leeds");
            foreach (var (template, page) in pages)
            {
                var about = template.StartsWith("/young-people/{", StringComparison.Ordinal) || template.StartsWith("/shared/{", StringComparison.Ordinal) || template.StartsWith("/held/{", StringComparison.Ordinal) || template.StartsWith("/mentoring/{", StringComparison.Ordinal);
                foreach (var who in about ? Everybody : ["agreed"])
                {
                    if (!Slice.Has($"ties {role.Code} {template} {who}", 4) && !template.StartsWith("/shared", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    var address = MatrixTests.Address(template, people[who], "leeds");
                    var answer = await browser.GetAsync(address);
                    var may = Gate.Of(page).Admits(actor) && (!about || sees.Contains(who));
                    if (about && answer.Status != 404 && !may)
                    {
                        faults.Add($"{role.Code} GET {template} ({who}): {answer.Status}, and nothing ties them");
                    }

                    if (about && may && answer.Status == 404 && !template.Contains("{row:guid}", StringComparison.Ordinal))
                    {
                        faults.Add($"{role.Code} GET {template} ({who}): 404, and it is theirs to open");
                    }

                    faults.AddRange(hidden.Where(n => answer.Body.Contains(n, StringComparison.Ordinal)).Select(n => $"{role.Code} GET {template} ({who}): names {n}"));
                }
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
    }

    private static string NameOf(string who) => $"Zz{who}son";

    /// <summary>Everybody is of Leeds, but who lives and is supported elsewhere.</summary>
    private static async Task<Dictionary<string, Guid>> PeopleAsync(TestApp app)
    {
        var (ours, theirs) = (await app.PartnerAsync("Aire Homes"), await app.PartnerAsync("Calder Homes"));
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var who in Everybody)
        {
            var scheme = who == "elsewhere" ? "cardiff" : "leeds";
            var kase = ACase(scheme).ReferredOn("2010-03-01").AllocatedTo(who is "without" ? "Somebody Else" : Mentor, "2010-03-02", "mentor", who == "withdrawn" ? "2010-04-01" : null);
            kase = who == "closed" ? kase.ClosedOn("2010-12-01") : kase;
            var dto = ADto("2010-03-01").ExpectedOn("2010-09-20").With(kase);
            dto = who is "closed" or "left" ? dto.HeldAt("wetherby").ReleasedOn("2010-09-20") : who == "elsewhere" ? dto : dto.HeldAt("wetherby");
            people[who] = await AYoungPerson().Named("Kai", NameOf(who)).Living(scheme).With(dto).SaveAsync(app);
            if (who is "agreed" or "withdrawn" or "lapsed" or "restricted")
            {
                await app.AgreesAsync(kase.Id, who == "lapsed" ? theirs : ours, Categories.Identity, Categories.Plan);
            }

            if (who == "withdrawn")
            {
                await app.SaysAsync(kase.Id, ours, ConsentAnswers.Withdrawn, Categories.Identity, Categories.Plan);
            }
        }

        await using var db = app.Context();
        db.Add(new Restriction { PersonId = people["restricted"], SetAt = DateTimeOffset.UnixEpoch, SetBy = "Sam", Reason = "A threat" });
        db.Set<AgreementRow>().Single(a => a.PartnerId == theirs).UntilOn = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        await db.SaveChangesAsync();
        return people;
    }

    private static async Task<TestBrowser> BrowserAsync(TestApp app, Role role)
    {
        if (role.Code == RoleTable.PartnerWorker)
        {
            await using var db = app.Context();
            return await SharedWithPartnerTests.WorkerAsync(app, db.Set<PartnerRow>().Single(p => p.Name == "Aire Homes").Id);
        }

        return await app.SignInAsync(
            role.Code,
            role.Kinds.Contains(MembershipKinds.Establishment) ? "wetherby" : role.NeedsScheme || role.Kinds.Contains(MembershipKinds.Consortium) ? "leeds" : null,
            role.Code == RoleTable.Mentor ? Mentor : null
        );
    }
}
