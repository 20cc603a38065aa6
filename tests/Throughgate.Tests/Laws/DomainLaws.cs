using System.Reflection;
using System.Xml.Linq;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

/// <summary>The domain is pure: it stands on nothing, and the codes it branches on are those of the code lists.</summary>
public class DomainLaws
{
    [Fact]
    public void The_domain_references_no_package_and_no_project()
    {
        var project = XDocument.Load(Repository.PathOf("src", "Throughgate.Domain", "Throughgate.Domain.csproj"));
        project.Descendants().Select(e => e.Name.LocalName).Where(n => n.EndsWith("Reference", StringComparison.Ordinal)).ShouldBeEmpty();
        typeof(Register).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ShouldAllBe(n => n.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_domain_reads_no_file_no_clock_and_no_network()
    {
        string[] forbidden = ["System.IO.File", "File.Read", "TimeProvider", "Stopwatch", "HttpClient", "Environment.", "CultureInfo.Current"];
        foreach (var file in SourceTree.Files.Where(f => f.Path.StartsWith("src/Throughgate.Domain/", StringComparison.Ordinal)))
        {
            forbidden.Where(word => file.Text.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty(file.Path);
        }
    }

    [Theory]
    [InlineData(typeof(Genders), "gender")]
    [InlineData(typeof(Ethnicities), "ethnicity")]
    [InlineData(typeof(SentenceTypes), "sentence")]
    [InlineData(typeof(OfferAnswers), "answer")]
    [InlineData(typeof(SubstanceNeeds), "substance")]
    [InlineData(typeof(PlanAnswers), "plan_answer")]
    [InlineData(typeof(PlanActors), "who")]
    [InlineData(typeof(ParentsAnswers), "parents")]
    [InlineData(typeof(PlanResources), "resource")]
    [InlineData(typeof(SupportLevels), "level")]
    [InlineData(typeof(OfferSettings), "setting")]
    [InlineData(typeof(ContactKinds), "contact")]
    [InlineData(typeof(CountsAs), "counts_as")]
    [InlineData(typeof(ContactOutcomes), "outcome")]
    [InlineData(typeof(AssessmentPurposes), "purpose")]
    [InlineData(typeof(ReviewKinds), "review")]
    [InlineData(typeof(ClosingReasons), "closing")]
    [InlineData(typeof(AccommodationTypes), "accommodation")]
    public void Every_code_that_the_domain_branches_on_stands_in_the_code_list(Type constants, string list) =>
        ConstantsOf(constants).ShouldBeSubsetOf(CodesOf(list));

    [Fact]
    public void Every_class_of_codes_is_looked_at()
    {
        var looked = typeof(DomainLaws).GetMethod(nameof(Every_code_that_the_domain_branches_on_stands_in_the_code_list))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(a => (Type)a.Data[0]!)
            .Concat([typeof(Yots), typeof(AllocationRoles)]); // codes of data.md that no list holds
        typeof(Genders).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true, Namespace: "Throughgate.Domain" } && ConstantsOf(t).Any())
            .ShouldBe(looked, ignoreOrder: true);
    }

    [Fact]
    public void The_sections_of_Asset_are_those_of_the_code_list_in_its_order() =>
        Domain.Assessments.Assessment.Sections.ShouldBe(CodesOf("section"));

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    private static IEnumerable<string> CodesOf(string list) =>
        CsvRows.Read(Repository.PathOf("data", "codes.csv")).Where(r => r["list"] == list).Select(r => r["code"]);
}
