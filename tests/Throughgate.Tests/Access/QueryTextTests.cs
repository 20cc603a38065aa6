using Throughgate.Tests.Build;
using Throughgate.Tests.Laws;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R16: nothing that somebody asks for becomes part of a statement.</summary>
[Trait("requirement", "R16")]
public sealed class QueryTextTests
{
    private static readonly string[] Asked = ["q", "on", "show", "order", "sort", "by", "page", "from", "to", "who", "worker", "kind", "yot", "establishment", "week", "month", "table", "row", "column", "reading", "lang", "next", "programme", "case", "all"];

    private static readonly string[] Texts = ["' or '1'='1", "1; drop table people; --", "1) union select password_hash from accounts --", "\"; select pg_sleep(9); --", "%' escape '!", "\0", "-9223372036854775809", "9999-99-99"];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whatever_is_asked_for_a_page_answers_in_its_own_words(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Named("Kai", "Ownington").With(ADto("2010-03-01").ExpectedOn("2010-09-20").With(ACase())).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var (faults, number) = (new List<string>(), 0);
        foreach (var (template, _) in await MatrixTests.PagesAsync(app))
        {
            var address = MatrixTests.Address(template, person, "leeds");
            foreach (var turn in Enumerable.Range(0, Long.Or(2, Texts.Length)))
            {
                var query = string.Join('&', Asked.Select((a, i) => $"{a}={Uri.EscapeDataString(Texts[(number + i + turn) % Texts.Length])}"));
                var answer = await manager.GetAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
                number++;
                if (answer.Status >= 500 || answer.Body.Contains("pg_sleep(9)' ", StringComparison.Ordinal) || answer.Body.Contains("syntax error", StringComparison.OrdinalIgnoreCase))
                {
                    faults.Add($"{address}?{query}: {answer.Status}");
                }
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
        (await manager.GetAsync($"/young-people/{person}")).Status.ShouldBe(200);
    }

    [Fact]
    public void Statements_are_written_in_few_rooms_and_never_by_a_page() =>
        SourceTree.Files
            .Where(f => f.Path.StartsWith("src/Throughgate.Web/Features/", StringComparison.Ordinal) || f.Path.StartsWith("src/Throughgate.Web/Ui/", StringComparison.Ordinal) || f.Path.StartsWith("src/Throughgate.Web/Access/", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("CommandText", StringComparison.Ordinal) || f.Text.Contains("FromSql", StringComparison.Ordinal) || f.Text.Contains("ExecuteSql", StringComparison.Ordinal) || f.Text.Contains(".Command(", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ShouldBeEmpty();
}
