using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Api.Ask;
using Throughgate.Web.Features.Api.Describe;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Api;

/// <summary>The interface for programs: a key gives what a board member sees and nothing else, ends, is revoked at once, and each use stands in the log.</summary>
[Trait("rule", "INF-6")]
public sealed class ApiTests(SampleDatabases samples)
{
    internal static async Task<TestAnswer> AskAsync(TestApp app, string path, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{path}");
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return await app.Browser().SendAsync(request);
    }

    private static JsonElement Json(TestAnswer answer) => JsonDocument.Parse(answer.Body).RootElement;

    internal static async Task<string> MakeKeyAsync(TestBrowser manager, string name, string until)
    {
        var answer = await manager.SubmitAsync("/settings/api-keys", "/settings/api-keys", [("Name", name), .. Forms.Day("EndsOn", until).Select(d => (d.Item1, d.Item2!))]);
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Texts("#made code").Single();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_key_is_made_shown_once_used_and_revoked_at_once(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2011, 6, 30, 12, 0, 0)));
        await AYoungPerson().Named("Amaryllis", "Released").With(ADto("2010-01-05").ReleasedOn("2010-05-10").With(ACase().AgreedOn("2010-05-01"))).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync("/settings")).Body.ShouldContain("/settings/api-keys");
        (await manager.SubmitAsync("/settings/api-keys", "/settings/api-keys", ("Name", " "))).Status.ShouldBe(400);
        (await manager.SubmitAsync("/settings/api-keys", "/settings/api-keys", [("Name", "x"), .. Forms.Day("EndsOn", "2013-07-01").Select(d => (d.Item1, d.Item2!))])).Status.ShouldBe(400);
        var key = await MakeKeyAsync(manager, "Council reports <b>", "2011-12-31");
        key.ShouldStartWith("tg_");
        (await manager.GetAsync("/settings/api-keys")).Body.ShouldNotContain(key);
        await using (var db = app.Context())
        {
            var row = await db.Set<ApiKey>().SingleAsync();
            (row.Scheme, row.UsedAt, row.KeyHash.Length).ShouldBe(("leeds", null, 32));
        }

        foreach (var endpoint in ApiRegister.All)
        {
            var answer = await AskAsync(app, endpoint.Example["/api/v1".Length..], key);
            (answer.Status == 200 || endpoint.Operation == "readReturn").ShouldBeTrue($"{endpoint.Path}: {answer.Body}");
            answer.Body.ShouldNotContain("Amaryllis");
            answer.Header("Cache-Control").ShouldContain("no-store");
        }

        // One was released: hidden, though the manager sees it.
        var figure = Json(await AskAsync(app, "/figures/address-14?year=2010-11", key));
        figure.GetProperty("period").GetProperty("shown_as").GetString().ShouldBe("hidden");
        figure.GetProperty("period").GetProperty("counted").ValueKind.ShouldBe(JsonValueKind.Null);
        (await AskAsync(app, "/figures?year=2011-12", key)).Status.ShouldBe(400, "the year is not over");
        (await AskAsync(app, "/figures?year=nonsense", key)).Header("Content-Type").ShouldStartWith("application/problem+json");
        (await AskAsync(app, "/figures/no-such", key)).Status.ShouldBe(404);
        (await AskAsync(app, "/returns/2010-11/1", key)).Status.ShouldBe(404, "nothing is handed in");
        (await AskAsync(app, "/returns/2011-12/1", key)).Status.ShouldBe(400, "the year is not over, and would be taken apart by its quarters");
        var log = (await app.LogAsync()).Where(r => r.Role == ApiDoor.Role).ToList();
        log.ShouldAllBe(r => r.Chain == "leeds" && r.People == "[]" && r.ActorName == "Council reports <b>");
        log.Count(r => r.Outcome == "exported").ShouldBe(ApiRegister.All.Count);

        var page = await manager.GetAsync("/settings/api-keys");
        page.Texts("td[data-label='Last used']").Single().ShouldBe("30 June 2011");
        (await manager.PostAsync("/settings/api-keys?handler=Revoke", page.Form("/settings/api-keys?handler=Revoke"))).Status.ShouldBe(302);
        var refused = await AskAsync(app, "/measures", key);
        (refused.Status, refused.Header("WWW-Authenticate"), Json(refused).GetProperty("status").GetInt32()).ShouldBe((401, "Bearer", 401));
        (await AskAsync(app, "/measures", key)).Status.ShouldBe(401);
        (await app.LogAsync()).Count(r => r.Role == ApiDoor.Role && r.Outcome == "refused" && r.Action.EndsWith("/measures", StringComparison.Ordinal)).ShouldBe(1, "a revoked key that is still tried is on record, and not each time");
        var short_ = await MakeKeyAsync(manager, "Short", "2011-06-30");
        (await AskAsync(app, "/measures", short_)).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await AskAsync(app, "/measures", short_)).Status.ShouldBe(401, "its last day is over");
        await using (var db = app.Context())
        {
            (await db.History.CountAsync(h => h.Kind == "api_key_made" || h.Kind == "api_key_revoked")).ShouldBe(3);
        }
    }

    [Fact]
    public async Task Keys_are_the_manager_s_of_their_own_scheme_after_a_fresh_proof_and_wrong_ones_are_counted()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        foreach (var role in new[] { RoleTable.Worker, RoleTable.InformationOfficer, RoleTable.BoardMember })
        {
            (await (await app.SignInAsync(role, "leeds")).GetAsync("/settings/api-keys")).Status.ShouldBe(404, role);
        }

        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var key = await MakeKeyAsync(manager, "Leeds", app.Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var other = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await other.GetAsync("/settings/api-keys")).Body.ShouldContain("There is no key yet");
        var form = (await manager.GetAsync("/settings/api-keys")).Form("/settings/api-keys?handler=Revoke");
        var theirs = (await other.GetAsync("/settings/api-keys")).Form("/settings/api-keys");
        theirs["Key"] = form["Key"];
        (await other.PostAsync("/settings/api-keys?handler=Revoke", theirs)).Status.ShouldBe(404);
        (await AskAsync(app, "/measures", key)).Status.ShouldBe(200);

        // Sent twice without script: the second answer is the page again, where a key that nobody has is revoked.
        var twice = (await manager.GetAsync("/settings/api-keys")).Form("/settings/api-keys");
        foreach (var (field, value) in Forms.Day("EndsOn", app.Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Append(("Name", "Twice")))
        {
            twice[field] = value!;
        }

        (await manager.PostAsync("/settings/api-keys", twice)).Status.ShouldBe(200);
        (await manager.PostAsync("/settings/api-keys", twice)).Location.ShouldBe("/settings/api-keys");

        // A member of one YOT has no key to the whole scheme; and whoever made one and left is named.
        await using (var db = app.Context())
        {
            db.Remove(db.Set<Membership>().Single(m => m.AccountId == other.Account.Id));
            db.Add(new Membership { AccountId = other.Account.Id, Kind = MembershipKinds.Yot, OfWhat = "cardiff", FromOn = new(2010, 1, 1) });
            db.Accounts.Single(a => a.Id == manager.Account.Id).ClosedAt = app.Clock.GetUtcNow().AddMinutes(-1);
            await db.SaveChangesAsync();
        }

        (await other.GetAsync("/settings/api-keys")).Body.ShouldContain("ask a manager of the whole scheme");
        theirs["Name"] = "Not theirs to make";
        (await other.PostAsync("/settings/api-keys", theirs)).Status.ShouldBe(404);
        manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync("/settings/api-keys")).Body.ShouldContain("Whoever made it has left");
        (await AskAsync(app, "/measures", null)).Status.ShouldBe(401);
        for (var i = 0; i < 60; i++)
        {
            (await AskAsync(app, "/measures", key)).Status.ShouldBeOneOf(200, 429);
        }

        var paced = await AskAsync(app, "/measures", key);
        (paced.Status is 200 or 429).ShouldBeTrue(); // a minute may have turned meanwhile
        for (var i = 0; i < 30; i++)
        {
            (await AskAsync(app, "/measures", "tg_wrong")).Status.ShouldBe(401);
        }

        var closed = await AskAsync(app, "/measures", key);
        (closed.Status, closed.Header("Retry-After")).ShouldBe((429, "900"));
        app.Clock.Advance(FreshAttribute.Opened + TimeSpan.FromSeconds(1));
        (await manager.GetAsync("/settings/api-keys")).Location!.ShouldStartWith("/prove");
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await AskAsync(app, "/measures", key)).Status.ShouldBe(200);
    }

    [Fact]
    public void A_key_may_ask_so_often_and_no_oftener()
    {
        var clock = new TestClock();
        clock.Set(new(2011, 6, 30, 12, 0, 5, TimeSpan.Zero));
        var (pace, key) = (new Pace(clock), Guid.CreateVersion7());
        Enumerable.Range(0, Pace.AMinute).ShouldAllBe(_ => pace.Wait(key) == null);
        pace.Wait(key).ShouldBe((55, true));
        pace.Wait(key).ShouldBe((55, false), "a loop is on record once a minute");
        pace.Wait(Guid.CreateVersion7()).ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(56));
        pace.Wait(key).ShouldBeNull();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_key_reads_the_very_numbers_that_a_board_member_takes_away(Server server)
    {
        await using var app = TestApp.On(await samples.OnAsync(server));
        app.Clock.Set(new(2011, 6, 30, 12, 0, 0, TimeSpan.Zero));
        var key = ApiDoor.MakeKey();
        var board = await app.SignInAsync(RoleTable.BoardMember, "leeds");
        await using (var db = app.Context())
        {
            db.Add(new ApiKey { Scheme = "leeds", Name = "Sample", KeyHash = ApiDoor.Hash(key), MadeAt = app.Clock.GetUtcNow(), MadeBy = board.Account.Id, MadeByName = "Sam", EndsOn = new(2012, 1, 1) });
            await db.SaveChangesAsync();
        }

        var own = Json(await board.GetAsync("/figures/performance?handler=Json")).GetProperty("measures").EnumerateArray().ToDictionary(m => m.GetProperty("measure").GetString()!, m => m.GetProperty("period"));
        var figures = Json(await AskAsync(app, "/figures", key)).GetProperty("figures").EnumerateArray().ToList();
        figures.Count.ShouldBe(own.Count);
        var shown = 0;
        foreach (var figure in figures)
        {
            var (code, period) = (figure.GetProperty("measure").GetString()!, figure.GetProperty("period"));
            foreach (var number in new[] { "shown_as", "counted", "met", "not_met", "untold" })
            {
                period.GetProperty(number).ToString().ShouldBe(own[code].GetProperty(number).ToString(), $"{code} {number}");
            }

            shown += period.GetProperty("met").ValueKind == JsonValueKind.Number ? 1 : 0;
        }

        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_document_says_every_address_that_answers_and_its_shape_is_the_answers()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        var answer = await app.Browser().GetAsync("/api/v1/openapi.json");
        (answer.Status, answer.Header("Content-Type")).ShouldBe((200, "application/json; charset=utf-8"));
        var document = Json(answer);
        document.GetProperty("openapi").GetString().ShouldBe("3.1.1");
        var said = document.GetProperty("paths").EnumerateObject().Select(p => $"/api/v1{p.Name}").Append("/api/v1/openapi.json");
        (await Access.MatrixTests.PagesAsync(app)).Select(p => p.Template).Where(t => t.StartsWith("/api/", StringComparison.Ordinal)).ShouldBe(said, ignoreOrder: true);

        app.Clock.Set(new(2011, 6, 30, 12, 0, 0, TimeSpan.Zero));
        var key = ApiDoor.MakeKey();
        var board = await app.SignInAsync(RoleTable.BoardMember, "leeds");
        await using (var db = app.Context())
        {
            db.Add(new ApiKey { Scheme = "leeds", Name = "Shapes", KeyHash = ApiDoor.Hash(key), MadeAt = app.Clock.GetUtcNow(), MadeBy = board.Account.Id, MadeByName = "Sam", EndsOn = new(2012, 1, 1) });
            await db.SaveChangesAsync();
        }

        foreach (var endpoint in ApiRegister.All.Where(e => e.Operation != "readReturn"))
        {
            var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(endpoint.Answers.Name[..^3]);
            Fits(schema, Json(await AskAsync(app, endpoint.Example["/api/v1".Length..], key)), document, endpoint.Path);
        }

        var page = await app.Browser().GetAsync("/api");
        page.Status.ShouldBe(200);
        page.Texts("tbody th code").ShouldBe(ApiRegister.All.Select(e => $"/api/v1{e.Path}"));
    }

    /// <summary>As much of JSON Schema as the document uses.</summary>
    private static void Fits(JsonElement schema, JsonElement value, JsonElement root, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (at, name) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(name));
        }

        var types = !schema.TryGetProperty("type", out var type) ? [] : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToList() : [type.GetString()!];
        var kind = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Null => "null",
            JsonValueKind.Number => value.TryGetInt64(out _) && types.Contains("integer") ? "integer" : "number",
            _ => "boolean",
        };
        types.ShouldContain(kind, where);
        if (kind == "object" && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in value.EnumerateObject())
            {
                properties.TryGetProperty(property.Name, out var of).ShouldBeTrue($"{where}: {property.Name} is not in the document");
                Fits(of, property.Value, root, $"{where}/{property.Name}");
            }
        }

        if (kind == "array")
        {
            foreach (var item in value.EnumerateArray())
            {
                Fits(schema.GetProperty("items"), item, root, $"{where}[]");
            }
        }
    }
}
