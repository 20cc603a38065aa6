using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>
/// Every form of the running program × every role × somebody of another scheme, restricted, of none: the form is taken from the page of one's own young
/// person, with its tokens, and sent to another's address. Generated from the pages there are, so that a new one cannot be forgotten.
/// </summary>
[Trait("requirement", "R1")]
[Trait("requirement", "R3")]
public sealed class WritingMatrixTests
{
    private const string Own = "leeds";
    private const string Other = "cardiff";

    /// <summary>What every request may write: who asked for what (and who looked at whom, which is read from it), and who is signed in.</summary>
    private static readonly HashSet<string> OfTheRequest = new(StringComparer.Ordinal) { "access_log", "chain_heads", "sessions", "accounts", "looks", "looks_read", "wrong_tries" };

    [Fact]
    public async Task No_form_writes_to_a_record_that_is_not_one_s_own_to_see()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var app = TestApp.On(database);
        var (mine, theirs, nobody) = (await PersonAsync(database, Own, "Ownington"), await PersonAsync(database, Other, "Otherby"), Guid.CreateVersion7());
        var restricted = await PersonAsync(database, Own, "Restricton");
        await using (var db = app.Context())
        {
            db.Add(new Restriction { PersonId = restricted, SetAt = DateTimeOffset.UnixEpoch, SetBy = "Sam", Reason = "A threat" });
            await db.SaveChangesAsync();
        }

        var pages = await MatrixTests.PagesAsync(app);
        var browsers = new List<(Role Role, TestBrowser Browser)>();
        foreach (var role in RoleTable.All)
        {
            browsers.Add((role, await app.SignInAsync(role.Code, role.NeedsScheme || role.Kinds.Count > 0 && role.Code != RoleTable.PartnerWorker && role.Code != RoleTable.LinkWorker ? Own : null)));
        }

        var before = await database.DumpAsync();
        var faults = new List<string>();
        var sent = 0;
        foreach (var (role, browser) in browsers)
        {
            foreach (var (template, page) in pages)
            {
                if (!Slice.Has($"{role.Code} {template}", 4))
                {
                    continue;
                }

                var admitted = Gate.Of(page).Admits(new Actor(Guid.Empty, "", role.Code, Own));
                if (!admitted && Posts(page))
                {
                    var address = MatrixTests.Address(template, mine, Own);
                    var answer = await browser.PostAsync(address, await TokenAsync(browser));
                    sent++;
                    if (answer.Status != 404 || answer.Body.Contains("Ownington", StringComparison.Ordinal))
                    {
                        faults.Add($"{role.Code} POST {address}: {answer.Status}, and it is not theirs to use");
                    }
                }
                else if (admitted && template.Contains("{id:guid}", StringComparison.Ordinal))
                {
                    var address = MatrixTests.Address(template, mine, Own);
                    foreach (var (action, fields) in PageForms.Of(await browser.GetAsync(address), address))
                    {
                        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
                        foreach (var (whose, person) in new[] { ("nobody's", nobody), ("other's", theirs), ("restricted", restricted) })
                        {
                            var to = action.Replace(mine.ToString(), person.ToString(), StringComparison.Ordinal);
                            var answer = await browser.PostAsync(to, fields.Select(f => new KeyValuePair<string, string>(f.Key, f.Value.Replace(mine.ToString(), person.ToString(), StringComparison.Ordinal))));
                            sent++;
                            answers[whose] = answer.Status;
                            if (answer.Status is not 404 || answer.Body.Contains("Otherby", StringComparison.Ordinal) || answer.Body.Contains("Restricton", StringComparison.Ordinal))
                            {
                                faults.Add($"{role.Code} POST {to} ({whose}): {answer.Status}");
                            }
                        }
                    }
                }
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
        sent.ShouldBeGreaterThan(Long.Or(100, 500));
        var after = await database.DumpAsync();
        after.Keys.Where(t => !OfTheRequest.Contains(t) && !after[t].SequenceEqual(before[t], StringComparer.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>R38: whatever is only looked at stays as it is.</summary>
    [Fact]
    [Trait("requirement", "R38")]
    public async Task Opening_every_page_changes_nothing_but_the_log()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var app = TestApp.On(database);
        var mine = await PersonAsync(database, Own, "Ownington");
        var browsers = new List<TestBrowser>();
        foreach (var role in new[] { RoleTable.Manager, RoleTable.Worker, RoleTable.Administrator })
        {
            browsers.Add(await app.SignInAsync(role, role == RoleTable.Administrator ? null : Own));
        }

        var before = await database.DumpAsync();
        var opened = 0;
        foreach (var (template, _) in await MatrixTests.PagesAsync(app))
        {
            foreach (var browser in browsers.Where((_, i) => Slice.Has($"{i} {template}", 2)))
            {
                opened += (await browser.GetAsync(MatrixTests.Address(template, mine, Own))).Status == 200 ? 1 : 0;
            }
        }

        opened.ShouldBeGreaterThan(Long.Or(60, 150));
        var after = await database.DumpAsync();
        after.Keys.Where(t => !OfTheRequest.Contains(t) && !after[t].SequenceEqual(before[t], StringComparer.Ordinal)).ShouldBeEmpty();
    }

    private static bool Posts(Type page) => page.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal));

    /// <summary>The form by which anybody signs out holds a token that is good for this browser.</summary>
    private static async Task<Dictionary<string, string>> TokenAsync(TestBrowser browser)
    {
        if (!Tokens.TryGetValue(browser, out var token))
        {
            Tokens[browser] = token = (await browser.OpenAsync("/help")).Form("/sign-out");
        }

        return token;
    }

    private static readonly Dictionary<TestBrowser, Dictionary<string, string>> Tokens = [];

    private static Task<Guid> PersonAsync(TestDatabase database, string scheme, string last) =>
        AYoungPerson()
            .Named("Kai", last)
            .Living(scheme)
            .With(ADto("2010-03-01").ExpectedOn("2010-09-20").HeldAt("wetherby").With(ACase(scheme).ReferredOn("2010-03-02").AllocatedTo("Priya Shah", "2010-03-02").With(AnOffer("2010-03-05"), AContact("2010-03-08 10:00"), AnAsset("2010-03-09"), AnAddress("2010-09-20"), AReview("2010-06-01"))))
            .SaveAsync(database);
}
