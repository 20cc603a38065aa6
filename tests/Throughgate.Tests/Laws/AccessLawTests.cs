using Throughgate.Domain.Access;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.History;

namespace Throughgate.Tests.Laws;

/// <summary>Every page says who may open it, and reaches people only through Visible.</summary>
public sealed partial class AccessLawTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        await app.Browser().GetAsync("/sign-in");
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            var said =
                endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
                || endpoint.DisplayName == "Fallback {**path:file}" // the program's own files, too, while it is built
                || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
                || endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null
                || endpoint.Metadata.GetMetadata<AnyoneAttribute>() is not null;
            said.ShouldBeTrue($"{endpoint.DisplayName}: put [Needs] or [Anyone(\"why\")] on it; pages carry it on their model");
        }
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var silent = typeof(Actor).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract && !Gate.Of(t).IsSaid);
        silent.Select(t => t.Name).ShouldBeEmpty("put [Needs(Permission.…)] or [Anyone(\"why\")] on the page model");
    }

    [Fact]
    public async Task The_program_does_not_start_with_a_page_that_says_nothing()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite, unguarded: true);
        Should.Throw<UnguardedPageException>(() => app.Services).Message.ShouldContain("/Trial/Unguarded");
    }

    [Fact]
    public void Every_exception_to_a_rule_says_why()
    {
        foreach (var page in typeof(Actor).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel))))
        {
            var gate = Gate.Of(page);
            (gate.Why ?? "needs").Length.ShouldBeGreaterThan(4, page.Name);
            page.GetCustomAttributes(typeof(RepeatableAttribute), false).Cast<RepeatableAttribute>().ShouldAllBe(r => r.Why.Length > 4);
        }
    }

    [Fact]
    public void Pages_reach_people_only_through_Visible()
    {
        var reaching =
            from file in Directory.EnumerateFiles(Repository.PathOf("src/Throughgate.Web/Features"), "*.cs*", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            where PersonKeyedSet().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        reaching.ShouldBeEmpty("a page asks Visible (visible.PersonAsync, visible.People, visible.Cases …), never the table");
    }

    [Theory]
    [InlineData("var x = db.People.Where(p => true);", true)]
    [InlineData("await db.Set<Person>().ToListAsync()", true)]
    [InlineData("_db.Cases.Single()", true)]
    [InlineData("visible.People.Where(p => true)", false)]
    [InlineData("db.Workers.ToList()", false)]
    public void The_law_sees_an_unscoped_read(string line, bool seen) => PersonKeyedSet().IsMatch(line).ShouldBe(seen);

    [Fact]
    public void An_unscoped_page_would_break_it() =>
        File.ReadLines(Repository.PathOf("tests/Throughgate.Tests/Features/Trial/Unscoped.cshtml.cs")).Any(l => PersonKeyedSet().IsMatch(l)).ShouldBeTrue();

    [Fact]
    public void Every_kind_of_event_has_a_name_of_its_own() =>
        HistoryEvent.All.Select(HistoryEvent.KindOf).ShouldBeUnique();

    [Fact]
    public void The_document_of_roles_is_fresh()
    {
        var path = Repository.PathOf("docs", "access.md");
        var fresh = RolesDocument.Write();
        var stale = !File.Exists(path) || File.ReadAllText(path) != fresh;
        if (stale && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, fresh);
        }

        stale.ShouldBeFalse("docs/access.md was stale. Run this test outside CI: it has then been written anew, so look at it and commit it.");
    }

    [Fact]
    [Trait("requirement", "R32")]
    public void Every_role_of_a_scheme_and_no_other_sees_records()
    {
        foreach (var role in RoleTable.All)
        {
            var records = role.May.Any(p => p is Permission.SeePerson or Permission.SeeCaseload or Permission.SeeToday or Permission.Import or Permission.Export);
            records.ShouldBe(role.Sees == Sees.PeopleOfTheScheme, role.Code);
            (role.May.Contains(Permission.SeeCounts) && role.Sees != Sees.Nobody).ShouldBeFalse(role.Code);
        }
    }

    [GeneratedRegex(@"\b_?db\s*\.\s*(People|Residences|Sentences|SentenceDates|Placements|Cases|Allocations|Offers|Contacts|Assessments|EteWeeks|Accommodation|Reviews|LicenceConditions|History|AccessLog)\b|Set<(Person|ResidenceRow|Sentence|SentenceDate|Placement|Case|Allocation|OfferRow|ContactRow|AssessmentRow|EteWeek|AccommodationRow|ReviewRow|LicenceCondition|HistoryRow|AccessRow)>", RegexOptions.IgnoreCase)]
    private static partial Regex PersonKeyedSet();
}
