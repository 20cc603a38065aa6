using System.Text.Json.Nodes;
using Throughgate.Domain.Returns;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Features.Returns.Write;

namespace Throughgate.Tests.Build;

/// <summary>The golden returns over the sample caseload: one file a scheme, quarter and reading.</summary>
public static class GoldenReturns
{
    public static IEnumerable<TheoryDataRow<string>> Names() =>
        Directory
            .EnumerateFiles(Repository.PathOf("tests", "golden"), "return-*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(path)));

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "golden", name + ".json")))!.AsObject();

    public static ReturnQuestion Question(JsonObject golden)
    {
        FinancialQuarter.TryParse((string)golden["year"]!, golden["quarter"]!.ToString(), out var quarter, out _).ShouldBeTrue();
        Readings.TryParse((string)golden["reading"]!, out var reading).ShouldBeTrue();
        return Questions.Of((string)golden["scheme"]!, quarter, reading);
    }

    public static JsonObject Json(QuarterlyReturn figures, bool withPeople = false)
    {
        using var stream = new MemoryStream();
        ReturnJson.Write(stream, figures, withPeople);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    /// <summary>
    /// Golden files leave out the cases of checks, and name those of asset-sections in a field of their own; all else must be the same,
    /// the order of keys and rows too.
    /// </summary>
    public static void ShouldEqual(this JsonObject answer, JsonObject golden)
    {
        var cases = new JsonArray();
        foreach (var check in answer["checks"]!.AsArray())
        {
            if ((string)check!["check"]! == Checks.AssetSections)
            {
                cases = [.. check["cases"]!.AsArray().Select(c => c!.DeepClone())];
            }

            check.AsObject().Remove("cases");
        }

        cases.ToJsonString().ShouldBe(golden["bad_asset_cases"]!.ToJsonString());
        var expected = golden.DeepClone().AsObject();
        expected.Remove("bad_asset_cases");
        answer.ToJsonString().ShouldBe(expected.ToJsonString());
    }
}
