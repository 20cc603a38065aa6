using System.Globalization;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Change;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Performance;

/// <summary>Figures, and what they are compared with, as people say them.</summary>
public sealed class FigureInWords(Words words)
{
    /// <summary>What a measure is called; Asset by its section.</summary>
    public string Label(Measure measure) =>
        AssetOfSection.SectionOf(measure) is { } section ? words[Reference.Instance.Label("section", section)] : words[measure.Label];

    /// <summary>What it is called where it stands alone.</summary>
    public string Alone(Measure measure) =>
        AssetOfSection.SectionOf(measure) is null ? Label(measure) : words["{0}: {1}", words[measure.Label], Label(measure)];

    /// <summary>60% (31 of 52) · 45 days (of 12) · 17 · Not recorded yet · Hidden</summary>
    public string Value(Shown figure) =>
        figure.As switch
        {
            ShownAs.Nothing => words["Nobody counted"],
            ShownAs.NotRecorded => words["Not recorded yet"],
            ShownAs.Hidden => words["Hidden: too few"],
            _ when figure.Share is { } share => words["{0} ({1} of {2})", Percent(share), figure.Met, figure.Told],
            _ when figure.Measure.Shape == Shape.Amount => figure.Middle is { } middle ? words["{0} {1} (middle of {2})", Number(middle), words[figure.Measure.Unit!], figure.Parts!.Sum() - figure.Untold] : words["Hidden: too few"],
            _ => Count(figure.Whole),
        };

    /// <summary>60% · 45 · 17: short, for a trend.</summary>
    public string Short(Shown figure) =>
        figure.Share is { } share ? Percent(share)
        : figure.Middle is { } middle && figure.Measure.Shape == Shape.Amount ? Number(middle)
        : figure.IsCounted ? Count(figure.Whole)
        : "–";

    /// <summary>Of whom it cannot be told; empty where it can of all, or that is not shown.</summary>
    public string Untold(Shown figure) =>
        figure.As == ShownAs.MetAndRest ? words["Who did not, and who is not recorded, are counted together."]
        : figure.Untold is { } untold and > 0 && figure.Measure.Shape == Shape.Share ? words.N(untold, "Of {0} more it cannot be told.", "Of {0} more it cannot be told.")
        : "";

    /// <summary>Better · Worse · No clear difference · Too few to tell; for a measure that is neither good nor bad, Higher · Lower.</summary>
    public string Against(Measure measure, Compared? compared) =>
        (compared, measure.Better) switch
        {
            (null, _) => "–",
            (Compared.TooFew, _) => words["Too few to tell"],
            (Compared.CannotTell, _) => words["No clear difference"],
            (Compared.Higher, Better.Higher) or (Compared.Lower, Better.Lower) => words["Better"],
            (_, Better.Neither) => compared == Compared.Higher ? words["Higher"] : words["Lower"],
            _ => words["Worse"],
        };

    /// <summary>Whether it is better than in the period before, in a sentence.</summary>
    public string Sentence(Shown now, Shown before)
    {
        if (now.As is ShownAs.Hidden)
        {
            return words["The number is too small to be shown, or would give one away."];
        }

        if (before.Share is not { } was || now.Share is null)
        {
            return now.Share is null ? ""
                : before.As == ShownAs.Hidden ? words["Whether that is better than before cannot be shown: the number before would point at too few young people."]
                : words["There is nothing to compare it with in the time before."];
        }

        var then = words["{0} ({1} of {2})", Percent(was), before.Met, before.Told];
        return now.Against(before) switch
        {
            Compared.TooFew => words["Before it was {0}. These are too few young people to tell whether that is better or worse.", then],
            Compared.CannotTell => words["Before it was {0}. The difference may well be chance.", then],
            Compared.Higher when now.Measure.Better != Better.Lower => words["Better than before, when it was {0}.", then],
            Compared.Lower when now.Measure.Better == Better.Lower => words["Better than before, when it was {0}.", then],
            _ => words["Worse than before, when it was {0}.", then],
        };
    }

    public string Theme(Theme theme) =>
        theme switch
        {
            Domain.Figures.Theme.TakeUp => words["Offers and take-up"],
            Domain.Figures.Theme.Homes => words["A place to live"],
            Domain.Figures.Theme.Gate => words["The day of release"],
            Domain.Figures.Theme.Learning => words["Education, training and work"],
            Domain.Figures.Theme.Lasting => words["Whether it lasts"],
            Domain.Figures.Theme.Change => words["Change in Asset: better at the end"],
            Domain.Figures.Theme.Planning => words["What was due, done on time"],
            Domain.Figures.Theme.Caseload => words["Caseload"],
            Domain.Figures.Theme.Then => words["Indicators of 2008 to 2011, and of Wales"],
            _ => words["Measures that services report today"],
        };

    public string By(Breakdown breakdown) =>
        breakdown switch
        {
            Breakdown.Establishment => words["By establishment"],
            Breakdown.EthnicGroup => words["By ethnic group"],
            Breakdown.Gender => words["By gender"],
            Breakdown.LookedAfter => words["Looked after"],
            Breakdown.Send => words["Special educational needs or disability"],
            Breakdown.Yot => words["By YOT"],
            Breakdown.Pathway => words["By pathway"],
            Breakdown.Worker => words["By lead worker"],
            _ => words["By scheme"],
        };

    /// <summary>The row of a breakdown.</summary>
    public string Row(Breakdown breakdown, string row, IReadOnlyDictionary<string, string> workers)
    {
        var reference = Reference.Instance;
        return (breakdown, row) switch
        {
            (Breakdown.Establishment, "") => words["Not in custody, or not known where"],
            (Breakdown.Worker, "") => words["Nobody"],
            (_, "") => words["Not known"],
            (Breakdown.Establishment, _) => reference.EstablishmentName(row),
            (Breakdown.Gender, _) => words[reference.Label("gender", row)],
            (Breakdown.LookedAfter or Breakdown.Send, _) => row == "yes" ? words["Yes"] : words["No"],
            (Breakdown.Yot, _) => row == Yots.Elsewhere ? words["Elsewhere"] : reference.Yots.TryGetValue(row, out var yot) ? yot.Name : row,
            (Breakdown.Pathway, _) => words[reference.Label("pathway", row)],
            (Breakdown.Worker, _) => workers.GetValueOrDefault(row, row),
            (Breakdown.EthnicGroup, _) => words[row],
            _ => reference.Schemes.TryGetValue(row, out var scheme) ? scheme.Name : row,
        };
    }

    /// <summary>Whose definition, and when it was in force.</summary>
    public string Edition(Edition edition)
    {
        var days = new Days(words);
        return (edition.From, edition.To) switch
        {
            ({ } from, { } to) => words["{0}, in force from {1} to {2}", words[edition.Name], days.Plain(from), days.Plain(to)],
            ({ } from, null) => words["{0}, in force since {1}", words[edition.Name], days.Plain(from)],
            _ => words[edition.Name],
        };
    }

    public string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "%";

    private string Number(decimal number) => number.ToString("0.#", words.Culture);

    private string Count(int? count) => count?.ToString(words.Culture) ?? "–";
}
