using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;

namespace Throughgate.Tests.Features.Settings;

/// <summary>Two managers have the same setting open: the second is shown both, and decides.</summary>
public sealed class TwoManagersTests
{
    public static IEnumerable<TheoryDataRow<Server, string>> Settings =>
        from server in Enum.GetValues<Server>()
        from setting in new[] { "OFR-1.working-days", "first-day", "establishments", "release-list" }
        select new TheoryDataRow<Server, string>(server, setting);

    [Theory, MemberData(nameof(Settings))]
    public async Task The_second_sees_both_and_sending_again_is_a_decision(Server server, string setting)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var (sam, megan) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/settings/{setting}";
        var (firstFields, secondFields, theirs, yours) = Fields(setting);
        var (mine, other) = (await sam.GetAsync(path), await megan.GetAsync(path));

        (await sam.SendAgainAsync(mine, path, firstFields)).Status.ShouldBe(302);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        var late = await megan.SendAgainAsync(other, path, secondFields);

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody").Single().ShouldSatisfyAllConditions(t => t.ShouldContain(theirs), t => t.ShouldContain(yours));
        (await CountAsync(app)).ShouldBe(1);
        var again = late.Page.QuerySelectorAll("main form").Length > 1 ? late.Form() : late.MainForm();
        var form = late.Page.QuerySelectorAll("main form[method=post]")[^1].QuerySelectorAll("input, textarea, select")
            .Where(f => f.GetAttribute("name") is not null)
            .ToDictionary(f => f.GetAttribute("name")!, f => f is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : f is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value ?? "" : ((AngleSharp.Html.Dom.IHtmlInputElement)f).Value, StringComparer.Ordinal);
        form["__RequestVerificationToken"] = again.GetValueOrDefault("__RequestVerificationToken", form.GetValueOrDefault("__RequestVerificationToken", ""));
        (await megan.PostAsync(path, form)).Status.ShouldBe(302);
        (await CountAsync(app)).ShouldBe(2);
    }

    private static ((string, string?)[] First, (string, string?)[] Second, string Theirs, string Yours) Fields(string setting) => setting switch
    {
        "first-day" => ([.. Day("First", "2010-04-01"), ("Reason", "Sam says")], [.. Day("First", "2010-04-12"), ("Reason", "Megan says")], "1 April 2010", "12 April 2010"),
        "establishments" => ([("Establishment", "wetherby"), ("Sessions", "09:00-11:00"), ("Reason", "Sam rang")], [("Establishment", "wetherby"), ("Sessions", "10:00-12:00"), ("Reason", "Megan rang")], "Sam rang", "10:00-12:00"),
        "release-list" => ([("Name", "Library card")], [("Name", "Bus pass")], "Library card", "Bus pass"),
        _ => ([("Value", "3"), ("Reason", "The board wants it sooner")], [("Value", "7"), ("Reason", "The team cannot")], "The board wants it sooner", "7"),
    };

    private static async Task<int> CountAsync(TestApp app)
    {
        await using var db = app.Context();
        return await db.SchemeFigures.CountAsync() + await db.Set<EstablishmentHours>().CountAsync() + await db.ReleaseListItems.CountAsync();
    }
}
