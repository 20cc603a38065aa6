using Throughgate.Domain.Access;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>
/// Every page of the running program × every role × somebody of one's own scheme, of another, of none: generated from the pages there are, so
/// that a new one cannot be forgotten.
/// </summary>
public sealed class MatrixTests
{
    private const string Own = "leeds";
    private const string Other = "cardiff";

    [Fact]
    public async Task Every_page_opens_for_those_it_is_for_and_does_not_exist_for_anybody_else()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var mine = await PersonAsync(app, Own, "Kai", "Ownington");
        var theirs = await PersonAsync(app, Other, "Seren", "Otherby");
        var nobody = Guid.CreateVersion7();
        var kept = await PersonAsync(app, Own, "Mali", "Restricton");
        await using (var db = app.Context())
        {
            db.Add(new Restriction { PersonId = kept, SetAt = DateTimeOffset.UnixEpoch, SetBy = "Sam", Reason = "A threat" });
            await db.SaveChangesAsync();
        }

        var pages = await PagesAsync(app);
        pages.Count.ShouldBeGreaterThan(5);
        var faults = new List<string>();
        foreach (var role in RoleTable.All)
        {
            var browser = await app.SignInAsync(role.Code, MemberOf(role), role.Code == RoleTable.Mentor ? Mentor : null);
            foreach (var (template, page) in pages)
            {
                var gate = Gate.Of(page);
                var admitted = gate.Admits(new Actor(Guid.Empty, "", role.Code, Own));
                foreach (var (whose, person, scheme) in new[] { ("own", mine, Own), ("other's", theirs, Other), ("nobody's", nobody, Own), ("restricted", kept, Own) })
                {
                    if (whose != "own" && !Slice.Has($"{role.Code} {template} {whose}", 3))
                    {
                        continue;
                    }

                    var address = Address(template, person, scheme);
                    var answer = await browser.GetAsync(address);
                    var about = template.Contains('{', StringComparison.Ordinal);
                    var hidden = !admitted || (about && role.Sees == Sees.PeopleOfTheScheme && whose != "own" && answer.Status != 200);
                    // What was uploaded is nobody's but the uploader's, and the interface for programs wants a key: there is nothing there to open.
                    var uploaded = template.StartsWith("/import/{", StringComparison.Ordinal) || template.StartsWith("/calendar/{", StringComparison.Ordinal) || template.StartsWith("/invitation/{", StringComparison.Ordinal) || template.StartsWith("/shared/{", StringComparison.Ordinal) || template.Contains("{row:guid}", StringComparison.Ordinal) || template.StartsWith("/api/v1/", StringComparison.Ordinal);
                    if (admitted && whose == "own" && !uploaded && answer.Status is not (200 or 302))
                    {
                        faults.Add($"{role.Code} GET {address} ({whose}): {answer.Status}, and it is theirs to open");
                    }

                    if (!admitted && answer.Status != 404)
                    {
                        faults.Add($"{role.Code} GET {address}: {answer.Status}, and it is not theirs to open");
                    }

                    if (whose == "restricted" && about && template.Contains("young-people", StringComparison.Ordinal) && answer.Status != 404)
                    {
                        faults.Add($"{role.Code} GET {address} ({whose}): {answer.Status}, and to them it does not exist");
                    }

                    if (answer.Body.Contains("Otherby", StringComparison.Ordinal) || answer.Body.Contains("Restricton", StringComparison.Ordinal) || (role.Sees == Sees.Nobody && answer.Body.Contains("Ownington", StringComparison.Ordinal)))
                    {
                        faults.Add($"{role.Code} GET {address} ({whose}): shows somebody it must not");
                    }

                    if (hidden && answer.Status == 404 && !answer.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal))
                    {
                        faults.Add($"{role.Code} GET {address}: may be kept by the browser");
                    }
                }
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_anonymous_see_nothing_but_what_anyone_may()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var mine = await PersonAsync(app, Own, "Kai", "Ownington");
        foreach (var (template, page) in await PagesAsync(app))
        {
            var address = Address(template, mine, Own);
            var answer = await app.Browser().GetAsync(address);
            answer.Body.ShouldNotContain("Ownington");
            if (Gate.Of(page).Anyone is null)
            {
                (answer.Status, answer.Location?.Split('?')[0]).ShouldBe((302, "/sign-in"), address);
            }
        }
    }

    [Fact]
    public async Task Each_record_or_list_opened_is_one_row_of_the_log_and_each_refusal_too()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var mine = await PersonAsync(app, Own, "Kai", "Ownington");
        var pages = (await PagesAsync(app)).Where(p => Gate.Of(p.Page).Needs is not null).ToList();
        var expected = 0;
        foreach (var role in new[] { RoleTable.Worker, RoleTable.NationalAnalyst })
        {
            var browser = await app.SignInAsync(role, role == RoleTable.Worker ? Own : null);
            expected++;
            foreach (var (template, _) in pages)
            {
                var answer = await browser.GetAsync(Address(template, mine, Own));
                answer.Status.ShouldBeOneOf([200, 302, 404], template);
                expected++;
            }
        }

        var log = await app.LogAsync();
        log.Count.ShouldBe(expected);
        log.Where(r => r.Role == RoleTable.NationalAnalyst).ShouldAllBe(r => r.People == "[]");
    }

    private const string Mentor = "Ffion Mentor";

    private const string Place = "wetherby";

    /// <summary>What makes the young person of one's own one's own.</summary>
    private static string? MemberOf(Role role) =>
        role.Kinds.Contains(MembershipKinds.Establishment) ? Place
        : role.NeedsScheme || role.Kinds.Contains(MembershipKinds.Consortium) ? Own
        : null;

    private static Task<Guid> PersonAsync(TestApp app, string scheme, string first, string last)
    {
        var dto = ADto("2010-03-01").ExpectedOn("2010-09-20").With(ACase(scheme).AllocatedTo(scheme == Own ? Mentor : "Somebody Else", "2010-03-02", "mentor"));
        return AYoungPerson().Named(first, last).Living(scheme).With(scheme == Own ? dto.HeldAt(Place) : dto).SaveAsync(app);
    }

    internal static async Task<List<(string Template, Type Page)>> PagesAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var pages = new List<(string, Type)>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
            var template = $"/{page.AttributeRouteInfo!.Template}";
            if (!template.StartsWith("/error/", StringComparison.Ordinal))
            {
                pages.Add((template, compiled.HandlerTypeInfo));
            }
        }

        return pages;
    }

    /// <summary>A template with its places filled; a place that this does not know fails the test until it is named here.</summary>
    internal static string Address(string template, Guid person, string scheme) =>
        System.Text.RegularExpressions.Regex.Replace(
            // A part that may be left out is left out: the page then is the one that records anew.
            System.Text.RegularExpressions.Regex.Replace(template, @"/\{[a-z]+(:[a-z]+)?\?\}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)),
            @"\{(?<name>[a-z]+)[^}]*\}",
            m =>
                m.Groups["name"].Value switch
                {
                    "id" or "person" => person.ToString(),
                    "scheme" => scheme,
                    "year" => "2010-11",
                    "quarter" => "2",
                    "rule" => "OFR-1",
                    "figure" => "OFR-1.working-days",

                    // A row of a record that there is not: opened by its own tests.
                    "row" => Guid.Empty.ToString(),
                    "what" => "contacts",
                    "about" => "order-end",
                    "measure" => "address-14",
                    "item" => "bank_account",
                    "exchange" => "education_asked",
                    "stage" => "month_1",
                    "key" => "no-such-key",
                    var name => throw new InvalidOperationException($"{template}: say in MatrixTests what stands for {{{name}}}"),
                },
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        ) + (template.EndsWith("/people", StringComparison.Ordinal) ? "?table=I1&row=&column=released" : "");
}
