using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Gate;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Figures.Lasting;
using Throughgate.Domain.Figures.Learning;
using Throughgate.Domain.Figures.TakeUp;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Returns;

namespace Throughgate.Domain.Extracts;

/// <summary>A column that says how it went. No day, no place, nothing that somebody wrote.</summary>
/// <param name="Harms">Knowing it of somebody may harm them: where all who are alike share one answer, it is not given.</param>
/// <param name="Values">What can stand in it: English, the keys of their Welsh.</param>
public sealed record Outcome(string Code, string Label, string Means, bool Harms, IReadOnlyList<string> Values, Func<Subject, Asked, string> Of);

/// <summary>What an extract says of how it went: the same functions as the figures of performance.</summary>
public static class Outcomes
{
    public const string DoesNotApply = "Does not apply, or not yet";
    public const string StillOpen = "Still open";
    public const string NoOffer = "No offer recorded";

    private static readonly string NotRecorded = Parts.NotRecorded.Label;
    private static readonly string[] Changes = ["Better", "The same", "Worse"];
    private static readonly string[] Endings = ["Support came to its end", "The young person stopped", "Another reason"];

    /// <summary>Answers that say nothing of somebody.</summary>
    public static IReadOnlySet<string> Nothing { get; } = new HashSet<string> { DoesNotApply, StillOpen, NoOffer, NotRecorded };

    public static IReadOnlyList<Outcome> Columns { get; } =
    [
        Measured("offers", AcceptedAt.Measure, (_, _) => true, NoOffer, harms: true),
        OfRelease("gate", MetAtTheGate.Measure),
        OfRelease("address", AddressInTime.Days14),
        OfRelease("ete-release", InEteAfterRelease.AtRelease),
        OfRelease("ete-1", InEteAfterRelease.OneMonth),
        OfRelease("ete-3", InEteAfterRelease.ThreeMonths),
        OfRelease("ete-6", InEteAfterRelease.SixMonths),
        new(
            "hours",
            "Hours a week",
            "The mean of the weeks recorded for the programme, all places together; weeks in which they were unable for an allowed reason are left out.",
            false,
            [.. HoursReceived.Measure.Parts.Where(p => p.Code != "unable").Select(p => p.Label), NotRecorded],
            Hours
        ),
        new("asset", "Asset from start to end", "The sum of the sections scored at both: lower is better.", true, [.. Changes, NotRecorded], (of, _) => Change(of.Case)),
        new("length", "Length of support", "From the start of the programme to its closing.", false, [.. LengthOfSupport.Measure.Parts.Select(p => p.Label), StillOpen], Length),
        new("closing", "Why the programme closed", "Reasons in three groups: a death, a move and anything rare stand under another reason.", true, [.. Endings, StillOpen], Closing),
    ];

    private static Outcome OfRelease(string code, Measure measure) => Measured(code, measure, (of, one) => one.On == of.ReleasedOn, DoesNotApply, harms: false);

    private static Outcome Measured(string code, Measure measure, Func<Subject, Measured, bool> isIt, string otherwise, bool harms) =>
        new(
            code,
            measure.Label,
            measure.Meets,
            harms,
            [.. measure.Parts.Select(p => p.Label), otherwise],
            (of, asked) => measure.Of(of.Person, asked).LastOrDefault(m => m.Case?.Id == of.Case.Id && isIt(of, m)) is { } one ? measure.PartOf(one.Part).Label : otherwise
        );

    private static string Hours(Subject of, Asked asked)
    {
        var weeks = of.Case.Ete.Where(e => e.Week <= asked.Today).GroupBy(e => e.Week).Where(w => w.All(e => e.UnableReason is null)).Select(w => w.Sum(e => e.Hours)).ToList();
        return weeks.Count == 0 ? NotRecorded : HoursReceived.Measure.PartOf(HoursReceived.BandOf(weeks.Average())).Label;
    }

    private static string Change(CaseFacts programme)
    {
        var change = AssetChange.Of(programme.Assessments);
        var both = change.Start.Zip(change.End).Where(s => s is { First: not null, Second: not null }).ToList();
        return both.Count == 0 ? NotRecorded : Changes[1 + Math.Sign(both.Sum(s => s.Second!.Value) - both.Sum(s => s.First!.Value))];
    }

    private static string Length(Subject of, Asked asked) => of.Case.ClosedOn <= asked.Today ? LengthOfSupport.Measure.PartOf(LengthOfSupport.BandOf(of.Case)).Label : StillOpen;

    private static string Closing(Subject of, Asked asked) =>
        !(of.Case.ClosedOn <= asked.Today) ? StillOpen
        : of.Case.ClosingReason switch
        {
            "no_longer_helps" or "last_day_reached" => Endings[0],
            "withdrew" or "no_contact_after_review" => Endings[1],
            _ => Endings[2],
        };
}
