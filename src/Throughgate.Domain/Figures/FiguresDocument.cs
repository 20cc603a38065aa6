using System.Globalization;
using System.Text;
using Throughgate.Domain.Figures.Change;

namespace Throughgate.Domain.Figures;

/// <summary>docs/figures.md, generated: every measure with its definition, its edition and the rule that asks for it. A law test fails when the document is stale.</summary>
public static class FiguresDocument
{
    public static string Write(IReadOnlyList<Measure> measures)
    {
        var text = new StringBuilder("# The figures of performance\n\n")
            .Append("Generated from the register of measures by a law test (FigureLaws); do not edit.\n\n")
            .Append("Each measure is one file under `src/Throughgate.Domain/Figures/`: a pure function from a person's facts to those counted, each in\n")
            .Append("exactly one part. Page, CSV, JSON and the people behind a figure ask the same function. A share is those who meet it of those of whom it\n")
            .Append("can be told. Where nothing that answers was recorded for anybody, the figure says \"not recorded yet\" and never 0.\n\n")
            .Append("Days include both ends of the period. Where the day of arrest is not known it is that of the most recent offence; who has neither is not\n")
            .Append("counted among residents. Where one of a young person\u2019s sentences counts and two fall on one day, it is the one with the higher reference, as in\n")
            .Append("the return. Of two programmes of a scheme for one sentence the one referred later answers. A suitable address is called suitable and is not a\n")
            .Append("place of no fixed abode, bed and breakfast or for assessment; one for after release begins on or after the day of sentence. A young person\n")
            .Append("was unable to take part in a week where any of its rows has an allowed reason. How late a duty is are the days from the one on which it was due\n")
            .Append("to that on which it was done, or where it was not, to today, or to the last day on which the case was open; one that can no longer be met has none.\n\n")
            .Append("A difference is called better, worse, higher or lower where Newcombe's 95% interval of the two shares excludes none (made of both Wilson\n")
            .Append(CultureInfo.InvariantCulture, $"intervals); with fewer than {Interval.FewestTold} told on either side it is too few to tell.\n");
        foreach (var group in measures.GroupBy(m => m.Edition))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Key.Name}{InForce(group.Key)}\n\n| measure | what | counted | met | cannot be told | cannot say | rule |\n|---|---|---|---|---|---|---|\n");
            foreach (var measure in group)
            {
                var section = AssetOfSection.SectionOf(measure) is { } code ? $" ({code})" : "";
                text.Append(CultureInfo.InvariantCulture, $"| {measure.Code} | {measure.Label}{section} | {measure.Whole} | {Meets(measure)} | {measure.Unknown} | {measure.Beware} | {measure.Rule} |\n");
            }
        }

        return text.ToString();
    }

    private static string Meets(Measure measure) =>
        measure.Shape == Shape.Share ? measure.Meets : $"{measure.Meets} Parts: {string.Join("; ", measure.Parts.Select(p => p.Label))}.";

    private static string InForce(Edition edition) =>
        (edition.From, edition.To) switch
        {
            ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $" ({from:yyyy-MM-dd} to {to:yyyy-MM-dd})"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $" (since {from:yyyy-MM-dd})"),
            _ => "",
        };
}
