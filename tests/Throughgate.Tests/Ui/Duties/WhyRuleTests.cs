using Microsoft.AspNetCore.Http;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Ui.Duties;

/// <summary>The "Why?" of a gate or a warning: the rule in plain words with the figures in force, where it comes from, and who can change it.</summary>
public sealed class WhyRuleTests
{
    private static readonly Words English = new(Vocabulary.Embedded, Words.English);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_says_the_figure_in_force_and_who_set_it(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using (var db = test.Context())
        {
            db.Add(new SchemeFigure { Scheme = "leeds", Figure = "OPN-6.months", ValueNumber = 4, FromOn = new(2010, 1, 1), ActorName = "Sam Reid", Reason = "Agreed with the board" });
            await db.SaveChangesAsync();
        }

        await using var own = test.Context();
        var leeds = Drawn.By(Tag("OPN-6", new FiguresInForce(own, new Actor(Guid.CreateVersion7(), "Priya Shah", RoleTable.Worker, "leeds"))));
        leeds.ShouldContain("up to 4 months");
        leeds.ShouldContain("Set by Sam Reid from 1 January 2010: Agreed with the board");
        var cardiff = Drawn.By(Tag("OPN-6", new FiguresInForce(own, new Actor(Guid.CreateVersion7(), "Huw", RoleTable.Worker, "cardiff"))));
        cardiff.ShouldContain("up to 6 months");
        cardiff.ShouldContain("A scheme manager can change it.");
    }

    [Fact]
    public async Task A_rule_without_figures_says_where_it_comes_from_and_asks_the_database_nothing()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var db = test.Context();
        var drawn = Drawn.By(Tag("ISS-1", new FiguresInForce(db, Actor.Anonymous)));
        drawn.ShouldContain("<details class=\"govuk-details tg-why\">");
        drawn.ShouldContain("href=\"/rules#ISS-1\"");
        drawn.ShouldContain("Management Guidance");
        drawn.ShouldContain("No figure in it can be changed.");
        Should.Throw<InvalidOperationException>(() => Drawn.By(Tag("ISS-99", new FiguresInForce(db, Actor.Anonymous)))).Message.ShouldContain("docs/rules.md");
    }

    private static WhyRuleTag Tag(string rule, FiguresInForce figures) =>
        new(English, figures, new DayAsked(new HttpContextAccessor(), new London(TimeProvider.System))) { Rule = rule };
}
