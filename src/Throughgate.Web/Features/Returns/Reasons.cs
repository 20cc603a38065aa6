using Throughgate.Domain.Returns;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns;

/// <summary>Why somebody is counted, and why not, in a sentence.</summary>
public sealed class Reasons(Words words)
{
    private readonly Days _days = new(words);
    private readonly Said _said = new(words);

    /// <summary>The date that counts for an event, as people say it.</summary>
    public string Event(Verdict verdict) =>
        (verdict.Event, verdict.On) switch
        {
            (CountedEvent.Release, { } on) => words["Released on {0} (sentence {1})", _days.Plain(on), verdict.Sentence!.Reference],
            (CountedEvent.Release, null) => verdict.Sentence is { } sentence ? words["Sentence {0}", sentence.Reference] : words["Release"],
            (CountedEvent.CommunityStart, { } on) => words["Started on {0} (case {1})", _days.Plain(on), verdict.Case!.Reference],
            (CountedEvent.Closing, { } on) => words["Closed on {0} (case {1})", _days.Plain(on), verdict.Case!.Reference],
            _ => verdict.Case is { } programme ? words["Case {0}", programme.Reference] : words["Case"],
        };

    public string NameOf(CountedEvent counted) =>
        counted switch
        {
            CountedEvent.Release => words["Release from custody"],
            CountedEvent.CommunityStart => words["Start on a community sentence"],
            _ => words["Closing of the programme"],
        };

    /// <summary>What is said of a verdict: counted with what makes it so, or the first thing against it.</summary>
    public string Of(Verdict verdict) =>
        verdict.Outcome switch
        {
            Outcome.Counted => words["Counted. {0}", Counts(verdict)],
            Outcome.NothingOnRecord when verdict.Event == CountedEvent.Release => words["No custodial sentence is on record."],
            Outcome.NothingOnRecord => words["No case is on record."],
            Outcome.AnotherScheme => words["The case is another scheme’s: {0}.", Said.Scheme(verdict.Case!.Scheme)],
            Outcome.NotCommunity => words["The case is not linked to a community sentence."],
            Outcome.NotYet when verdict.Event == CountedEvent.Release => words["No release is recorded."],
            Outcome.NotYet when verdict.Event == CountedEvent.Closing => words["The case is not closed."],
            Outcome.NotYet => words["The plan is not agreed by both, so the programme has not started."],
            Outcome.AnotherQuarter => words["That day is in another quarter."],
            Outcome.ClosingNotCounted => words["Closed because: {0}. Such a closing is no completion.", _said.Label("closing", verdict.Case!.ClosingReason)],
            Outcome.LaterOneTaken => words["Each person counts once: a later one in the quarter is taken instead."],
            Outcome.NoResidence => words["No usual residence is recorded for that day."],
            Outcome.LivesElsewhere => words["Lived in {0} on that day, outside the scheme.", Yot(verdict)],
            Outcome.NoCountingDate => words["Neither the arrest nor the offence date of sentence {0} is known.", verdict.Sentence!.Reference],
            Outcome.OutsideAges => words["Was {0} {1}. Only ages 10 to 17 count.", verdict.Age, OnCountingDate(verdict)],
            _ => "",
        };

    /// <summary>Where they lived, and how old they were when.</summary>
    public string Counts(Verdict verdict) =>
        verdict.Sentence is null || verdict.Age is null ? "" : words["Lived in {0}; was {1} {2}.", Yot(verdict), verdict.Age, OnCountingDate(verdict)];

    /// <summary>Whether a release counts as started too, and why not.</summary>
    public string Of(StartAnswer start) =>
        start.Outcome switch
        {
            StartOutcome.Started => words["Counts as started: case {0} on {1}.", start.Case!.Reference, Day(start.Case.Start)],
            StartOutcome.StartedBefore => words["Case {0} had started before the quarter, on {1}.", start.Case!.Reference, Day(start.Case.Start)],
            StartOutcome.StartedAfterQuarter => words["Case {0} started after the quarter, on {1}.", start.Case!.Reference, Day(start.Case.Start)],
            StartOutcome.ClosedBeforeRelease => words["Case {0} was closed before the release, on {1}.", start.Case!.Reference, Day(start.Case.ClosedOn)],
            StartOutcome.NoPlanAgreed => words["Case {0} has no plan agreed by both yet.", start.Case!.Reference],
            _ => words["No case of this scheme."],
        };

    /// <summary>What makes this person count in this column, beyond the event.</summary>
    public string Of(Member member, string table, string row, string column) =>
        (table, column) switch
        {
            (_, Tables.ReleasedStarted or Tables.StartedBefore) => Of(member.Start!),
            (_, Tables.ClosedNotCounted) => Of(member.Why),
            ("I4", _) => Ete(member.Ete!.Value),
            ("I5", _) => Asset(member.Asset!, row),
            _ => "",
        };

    private string Ete(EteAnswer ete) =>
        ete.Week is not { } week ? words["Was unable to take part in every week on record."]
        : ete.IsFullTime ? words["{0} hours in the week of {1}: full-time is {2} or more.", ete.Hours, _days.Plain(week), ete.Needed]
        : words["{0} hours in the week of {1}, less than the {2} of full-time.", ete.Hours, _days.Plain(week), ete.Needed];

    private string Asset(AssetChange asset, string section)
    {
        var at = Domain.Assessments.Assessment.Sections.ToList().IndexOf(section);
        return words["Start score {0}, end score {1}.", Score(asset.Start[at]), Score(asset.End[at])];
    }

    private string Score(int? score) => score is { } known ? known.ToString(words.Culture) : words["not scored"];

    private string OnCountingDate(Verdict verdict) =>
        verdict.Sentence!.ArrestedOn is { } arrested
            ? words["on arrest, {0}", _days.Plain(arrested)]
            : words["on the day of the offence, {0}", Day(verdict.Sentence.OffenceOn)];

    private string Day(DateOnly? day) => day is { } known ? _days.Plain(known) : "";

    private string Yot(Verdict verdict) => verdict.Yot == Yots.Elsewhere ? words["another place"] : Said.Yot(verdict.Yot);
}
