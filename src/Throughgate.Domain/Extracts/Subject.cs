using Throughgate.Domain.Figures;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Extracts;

/// <summary>Whose records an extract is asked of.</summary>
public enum Whose
{
    /// <summary>Released from custody in the period, with a programme.</summary>
    Released,

    /// <summary>Whose programme started in the period.</summary>
    Started,
}

/// <summary>What an extract is asked for: one scheme, whole quarters that are over.</summary>
public sealed record Question(string Scheme, Whose Whose, DateRange Period);

/// <summary>One young person as an extract sees them: by the latest release, or start, of the period.</summary>
/// <param name="ReleasedOn">The release that outcomes are told of; null where there was none.</param>
/// <param name="EthnicGroup">Empty where it is not known.</param>
public sealed record Subject(PersonFacts Person, CaseFacts Case, SentenceFacts Sentence, DateOnly On, DateOnly? ReleasedOn, string EthnicGroup)
{
    /// <summary>Null where nothing of the period is on record of this person, or it was recorded in error.</summary>
    /// <param name="asked">Over all time up to today, and of the question's scheme.</param>
    public static Subject? Of(PersonFacts person, Question question, Asked asked, Func<string, string> groupOf)
    {
        var releases = Happenings.ReleasesOf(person, asked).Where(r => Counts(r.Case)).OrderBy(r => r.On).ThenBy(r => r.Custody.Reference, StringComparer.Ordinal).ToList();
        var group = groupOf(person.Ethnicity);
        if (question.Whose == Whose.Released)
        {
            var last = releases.FindLastIndex(r => question.Period.Contains(r.On));
            return last < 0 ? null : new(person, releases[last].Case, releases[last].Custody, releases[last].On, releases[last].On, group);
        }

        var started = person
            .Cases.Where(c => Counts(c) && asked.Scope.HasScheme(c.Scheme) && c.Start is { } on && on <= asked.Today && question.Period.Contains(on))
            .OrderBy(c => c.Start)
            .ThenBy(c => c.Reference, StringComparer.Ordinal)
            .LastOrDefault();
        var after = releases.Where(r => r.Case.Id == started?.Id).Select(r => (DateOnly?)r.On).LastOrDefault();
        return started is null ? null : new(person, started, started.Sentence, started.Start!.Value, after, group);
    }

    private static bool Counts(CaseFacts programme) => programme.ClosingReason != ClosingReasons.RecordedInError;
}
