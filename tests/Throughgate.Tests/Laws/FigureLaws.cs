using System.Text.RegularExpressions;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

/// <summary>Every measure has a name of its own, a definition, a rule and parts; docs/figures.md says so.</summary>
public sealed partial class FigureLaws
{
    [Fact]
    public void Measures_are_well_formed()
    {
        MeasureRegister.All.Select(m => m.Code).ShouldBeUnique();
        foreach (var measure in MeasureRegister.All)
        {
            Code().IsMatch(measure.Code).ShouldBeTrue(measure.Code);
            Register.Find(measure.Rule).ShouldNotBeNull($"{measure.Code}: {measure.Rule} is no rule");
            measure.Whole.ShouldEndWith(".", customMessage: measure.Code);
            measure.Meets.ShouldEndWith(".", customMessage: measure.Code);
            measure.Parts.Select(p => p.Code).ShouldBeUnique();
            measure.Parts.ShouldAllBe(p => p.Label.Length > 0);
            (measure.Shape == Shape.Share && !measure.Parts.Any(p => p.Tells == Tells.Met)).ShouldBeFalse(measure.Code);
            MeasureRegister.Find(measure.Code).ShouldBeSameAs(measure);
        }

        MeasureRegister.Questions.ShouldAllBe(q => MeasureRegister.All.Contains(q.Measure));
    }

    [Fact]
    public void The_document_of_figures_is_fresh()
    {
        var path = Repository.PathOf("docs", "figures.md");
        var fresh = FiguresDocument.Write(MeasureRegister.All);
        var stale = !File.Exists(path) || File.ReadAllText(path) != fresh;
        if (stale && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, fresh);
        }

        stale.ShouldBeFalse("docs/figures.md was stale. Run this test outside CI: it has then been written anew, so look at it and commit it.");
    }

    [GeneratedRegex("^[a-zA-Z0-9-]+$")]
    private static partial Regex Code();
}
