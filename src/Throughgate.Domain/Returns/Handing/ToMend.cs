using Throughgate.Domain.Assessments;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Returns.Handing;

public enum MendKind
{
    /// <summary>Stops the return: no usual residence on a day that counts.</summary>
    Residence,

    /// <summary>Stops it: neither the arrest nor the offence date of a sentence is known.</summary>
    CountingDate,

    /// <summary>Stops it: no end Asset, or one without all scores.</summary>
    EndAsset,

    /// <summary>Stops it: no start Asset, or one without all scores.</summary>
    StartAsset,

    /// <summary>Stops it: gender, ethnicity or offence stands in no list.</summary>
    Codes,

    /// <summary>Weakens it: the ethnicity is not known, and it is not of more than a twentieth of those counted.</summary>
    Ethnicity,

    /// <summary>Weakens it: released, and never offered support (OFR-2).</summary>
    NeverOffered,

    /// <summary>Weakens it: released, and the plan of the programme is not agreed by both.</summary>
    PlanNotAgreed,

    /// <summary>Weakens it: no hours are recorded for the week that counts, which makes them none.</summary>
    Hours,
}

/// <summary>One thing to mend on one young person's record before a return goes.</summary>
/// <param name="Case">The programme concerned; null where it is none.</param>
/// <param name="On">Day without a residence, or Monday of the week without hours.</param>
/// <param name="Sentence">Sentence without a date.</param>
/// <param name="Row">The Asset that lacks scores; null where there is none at all.</param>
/// <param name="Sections">Codes of the sections without a score.</param>
public sealed record Mend(Guid PersonId, MendKind Kind, CaseFacts? Case = null, DateOnly? On = null, Guid? Sentence = null, Guid? Row = null, IReadOnlyList<string>? Sections = null)
{
    public bool Stops => Kind < MendKind.Ethnicity;
}

/// <summary>
/// What stops or weakens a return, thing by thing, from the same figures and facts that are handed in. It is worked out anew each time, so that what was
/// mended is gone.
/// </summary>
public static class ToMend
{
    /// <summary>Of those counted, how many may have no known ethnicity before it weakens the return: one in twenty (our default).</summary>
    public const int MostUnknownPercent = 5;

    /// <param name="people">Everybody whom the return was counted from, by key.</param>
    /// <param name="offered">Those ever offered support.</param>
    public static IReadOnlyList<Mend> Of(QuarterlyReturn figures, IReadOnlyDictionary<Guid, PersonFacts> people, IReadOnlySet<Guid> offered)
    {
        var mends = Stopping(figures, people);
        foreach (var member in figures.Find("I4", "", Tables.Completing)!.Members)
        {
            if (member.Ete is { Week: { } week } && member.Why.Case!.Ete.All(e => e.Week != week))
            {
                mends.Add(new(member.PersonId, MendKind.Hours, member.Why.Case, On: week));
            }
        }

        var astray = mends.Where(m => m.Kind == MendKind.Codes).Select(m => m.PersonId).ToHashSet();
        foreach (var member in figures.I1.Total(Tables.Released).Members.Where(m => !astray.Contains(m.PersonId)))
        {
            mends.AddRange(OfRelease(member, people[member.PersonId], offered));
        }

        mends.AddRange(Unknown(figures));
        return [.. mends.Distinct().OrderBy(m => m.Kind).ThenBy(m => people.GetValueOrDefault(m.PersonId)?.Reference, StringComparer.Ordinal)];
    }

    /// <summary>What stops it (RET-2), in the order of the figures.</summary>
    public static List<Mend> Stopping(QuarterlyReturn figures, IReadOnlyDictionary<Guid, PersonFacts> people)
    {
        var mends = new List<Mend>();
        foreach (var problem in figures.Problems)
        {
            var person = people[problem.PersonId];
            var programme = person.Cases.FirstOrDefault(c => c.Reference == problem.Case);
            mends.Add(
                problem.Sentence is { } reference
                    ? new(person.Id, MendKind.CountingDate, programme, Sentence: person.Sentences.First(s => s.Reference == reference).Id)
                    : new(person.Id, MendKind.Residence, programme, On: problem.On)
            );
        }

        var astray = figures.Checks.Single(c => c.Code == Checks.RowTotals).ToMend;
        mends.AddRange(astray.Select(m => new Mend(m.PersonId, MendKind.Codes, m.Why.Case)));
        foreach (var member in figures.Find("I4", "", Tables.Completing)!.Members)
        {
            mends.AddRange(OfClosing(member));
        }

        return [.. mends.Distinct()];
    }

    private static IEnumerable<Mend> OfClosing(Member member)
    {
        var programme = member.Why.Case!;
        if (member.Asset!.LacksEnd)
        {
            var end = programme.Assessments.Where(a => a.Purpose == AssessmentPurposes.ProgrammeEnd).MaxBy(a => a.CompletedOn);
            yield return new(member.PersonId, MendKind.EndAsset, programme, Row: end?.Id, Sections: Lacking(member.Asset.End));
        }

        if (member.Asset.LacksStart)
        {
            var start = programme.Assessments.Where(a => a.Purpose == AssessmentPurposes.Start).MinBy(a => a.CompletedOn);
            yield return new(member.PersonId, MendKind.StartAsset, programme, Row: start?.Id, Sections: Lacking(member.Asset.Start));
        }
    }

    private static IEnumerable<Mend> OfRelease(Member member, PersonFacts person, IReadOnlySet<Guid> offered)
    {
        if (!offered.Contains(member.PersonId))
        {
            yield return new(member.PersonId, MendKind.NeverOffered, person.Cases.Count == 0 ? null : person.Cases[^1]);
        }

        if (member.Start is { Outcome: StartOutcome.NoPlanAgreed, Case: { ClosedOn: null } programme })
        {
            yield return new(member.PersonId, MendKind.PlanNotAgreed, programme);
        }
    }

    private static List<Mend> Unknown(QuarterlyReturn figures)
    {
        var counted = figures.I1.Columns.SelectMany(c => figures.I1.Total(c).Members)
            .Concat(figures.Find("I4", "", Tables.Completing)!.Members)
            .DistinctBy(m => m.PersonId)
            .ToList();
        var unknown = counted.Where(m => m.Ethnicity == Ethnicities.NotStated).ToList();
        return unknown.Count * 100 > counted.Count * MostUnknownPercent ? [.. unknown.Select(m => new Mend(m.PersonId, MendKind.Ethnicity, m.Why.Case))] : [];
    }

    // A start that is wholly missing has no row: its sections need not be named.
    private static List<string>? Lacking(IReadOnlyList<int?> scores) =>
        scores.All(s => s is null) ? null : [.. Assessment.Sections.Where((_, i) => scores[i] is null)];
}
