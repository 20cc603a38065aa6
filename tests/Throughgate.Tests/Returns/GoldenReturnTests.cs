using Throughgate.Domain.Returns;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Returns;

/// <summary>RET-1, RET-2: the golden returns, straight from facts. That they pass through the import and the database too is tested beside those.</summary>
public class GoldenReturnTests
{
    public static IEnumerable<TheoryDataRow<string>> Names => GoldenReturns.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_the_golden_return(string name)
    {
        var golden = GoldenReturns.Read(name);
        var figures = QuarterlyReturn.Reckon(SampleBundle.People, GoldenReturns.Question(golden));
        GoldenReturns.Json(figures).ShouldEqual(golden);
    }

    [Fact]
    public void There_are_thirty_two() => Names.Count().ShouldBe(32);
}
