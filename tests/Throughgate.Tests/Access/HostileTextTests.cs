using AngleSharp.Dom;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>
/// R15: text that would be markup is text. Every form about a young person is sent with it, whether it is taken or refused, and each answer and the pages
/// that show it afterwards are read as a browser reads them: no element, attribute or address came of it.
/// </summary>
[Trait("requirement", "R15")]
public sealed class HostileTextTests
{
    private static readonly string[] Texts =
    [
        "<x-evil>", "\"><x-evil>", "'><x-evil>", "</textarea><x-evil>", "</title><x-evil>", "</script><x-evil>", "--><x-evil>", "]]><x-evil>", "</option></select><x-evil>",
        "\" onx-evil=1 x=\"", "' onx-evil=1 x='", "x onx-evil=1", "`onx-evil=1", "/onx-evil=1/", "\" autofocus onx-evil=1 \"", "&quot; onx-evil=1", "&#34;&#62;<x-evil>", "%22%3E%3Cx-evil%3E",
        "javascript:x-evil()", " javascript:x-evil()", "java\tscript:x-evil()", "JaVaScRiPt:x-evil()", "data:text/html,<x-evil>", "vbscript:x-evil", "//x-evil.example/", "\\\\x-evil.example",
        "<svg><x-evil>", "<math><mi><x-evil>", "<svg/onx-evil=1>", "<img src=x onx-evil=1>", "<iframe srcdoc='<x-evil>'>", "<style>@import 'x-evil'</style><x-evil>", "<base href=//x-evil>", "<meta http-equiv=refresh content='0;//x-evil'><x-evil>",
        "<form action=//x-evil><x-evil>", "<template><x-evil></template><x-evil>", "<noscript><p title='</noscript><x-evil>'>", "<x-evil\u00a0a>", "<\u0000x-evil>", "\uFF1Cx-evil\uFF1E", "{{x-evil}}", "${x-evil}", "<%= x-evil %>", "@x-evil", "@(1+1)<x-evil>",
        "<!--<x-evil>", "<![CDATA[<x-evil>]]>", "<x-evil/>", "<x-evil\n>", "<x-evil\t/>", "\u202E<x-evil>", "<a href='javascript:x-evil()'>", "<input onx-evil=1>", "<details open onx-evil=1>", "<object data=x-evil>", "<embed src=x-evil>", "<link rel=import href=x-evil>",
        "<table background=javascript:x-evil>", "<body onx-evil=1>", "<html onx-evil=1>", "<x-evil style=x:expression(1)>",
    ];

    [Fact]
    public async Task Text_that_would_be_markup_is_text_in_every_form_and_on_every_page()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var (faults, sent, taken, number) = (new List<string>(), 0, 0, 0);
        var templates = (await MatrixTests.PagesAsync(app)).Select(p => p.Template).ToList();
        foreach (var template in templates.Where(t => t.Contains("{id:guid}", StringComparison.Ordinal) && Slice.Has(t, 4)))
        {
            var person = await PersonAsync(app, Texts[number++ % Texts.Length]);
            var address = MatrixTests.Address(template, person, "leeds");
            var first = await manager.GetAsync(address);
            Look(first, address, faults);
            foreach (var (action, _) in PageForms.Of(first, address))
            {
                // Each form anew: what was sent before may have changed what the page asks.
                var text = Texts[number++ % Texts.Length];
                if (PageForms.Of(await manager.GetAsync(address), address, text).FirstOrDefault(f => f.Action == action) is (_, { } fields))
                {
                    var answer = await manager.PostAsync(action, fields);
                    (sent, taken) = (sent + 1, taken + (answer.Status == 302 ? 1 : 0));
                    Look(answer, $"POST {action} with {text}", faults);
                }
            }

            foreach (var page in new[] { address, $"/young-people/{person}", $"/young-people/{person}/history", $"/young-people/{person}/plan" })
            {
                Look(await manager.OpenAsync(page), $"{page} after {address}", faults);
            }
        }

        foreach (var role in new[] { RoleTable.Manager, RoleTable.Worker, RoleTable.LinkWorker })
        {
            var browser = await app.SignInAsync(role, role == RoleTable.LinkWorker ? "wetherby" : "leeds");
            foreach (var template in templates.Where(t => !t.Contains("{id:guid}", StringComparison.Ordinal)))
            {
                Look(await browser.GetAsync(MatrixTests.Address(template, Guid.Empty, "leeds")), $"{role} {template}", faults);
            }
        }

        string.Join('\n', faults.Distinct(StringComparer.Ordinal)).ShouldBeEmpty();
        sent.ShouldBeGreaterThan(Long.Or(3, 40));
        taken.ShouldBeGreaterThan(Long.Or(1, 15)); // enough of it was stored
    }

    [Theory]
    [InlineData("<p>&lt;x-evil&gt; \" onx-evil=1</p><a href='/today'>x</a>", 0)]
    [InlineData("<p><x-evil></p>", 1)]
    [InlineData("<input value=\"\" onx-evil=1 x=\"\">", 1)]
    [InlineData("<a href='javascript:x-evil()'>x</a><a href='//x-evil.example/'>y</a>", 2)]
    public void Markup_that_came_of_text_is_seen(string body, int faults)
    {
        using var response = new HttpResponseMessage { Content = new StringContent(body, System.Text.Encoding.UTF8, "text/html") };
        var found = new List<string>();
        Look(new TestAnswer(200, response, body), "here", found);
        found.Count.ShouldBe(faults);
    }

    private static void Look(TestAnswer answer, string where, List<string> faults)
    {
        answer.Status.ShouldBeLessThan(500, where);
        if (!answer.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal) || answer.Body.Length == 0)
        {
            return;
        }

        foreach (var element in answer.Page.All)
        {
            if (element.LocalName.Contains("x-evil", StringComparison.Ordinal) || element.Attributes.Any(a => Bad(element, a)))
            {
                faults.Add($"{where}: {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}");
            }
        }
    }

    private static bool Bad(IElement element, IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.Ordinal)
        || attribute.Name is "style" or "srcdoc"
        || (attribute.Name is "href" or "src" or "action" or "formaction" && !attribute.Value.StartsWith('/') && !attribute.Value.StartsWith('#') && !attribute.Value.StartsWith('?') && !attribute.Value.StartsWith("https://", StringComparison.Ordinal) && !attribute.Value.StartsWith("mailto:", StringComparison.Ordinal) && !attribute.Value.StartsWith("tel:", StringComparison.Ordinal) && attribute.Value.Length > 0)
        || (attribute.Name is "href" or "src" or "action" && attribute.Value.Contains("//x-evil", StringComparison.Ordinal))
        || (element.LocalName == "script" && attribute.Name == "src" && !attribute.Value.StartsWith('/'));

    private static async Task<Guid> PersonAsync(TestApp app, string text)
    {
        var kase = ACase().ReferredOn("2010-03-02").AllocatedTo("Priya Shah", "2010-03-02").With(AnOffer("2010-03-05"), AContact("2010-03-08 10:00"), AnAsset("2010-03-09"), AnAddress("2010-09-20"));
        var person = await AYoungPerson().Named(text.Replace("\0", "", StringComparison.Ordinal), $"Last {text.Replace("\0", "", StringComparison.Ordinal)}").Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-09-20").HeldAt("wetherby").With(kase)).SaveAsync(app);
        await using var db = app.Context();
        db.Add(new PersonAround { PersonId = person, Kind = "parent", Name = $"Mother {text}".Replace("\0", "", StringComparison.Ordinal), FromOn = new(2008, 1, 1), Phone = "07" });
        await db.SaveChangesAsync();
        return person;
    }
}
