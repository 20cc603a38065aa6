using Throughgate.Domain.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Places.Weigh;

/// <summary>The needs that priority is worked out from were recorded anew.</summary>
/// <param name="Yes">Which of them hold: names of fields.</param>
public sealed record NeedsRecorded(string SubstanceMisuse, string? WasSubstanceMisuse, IReadOnlyList<string> Yes, IReadOnlyList<string> Was) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Needs recorded: {0}", string.Join("; ", RecordNeeds.InWords(words, SubstanceMisuse, Yes))];
}

/// <summary>Records what the priority for a place is worked out from (ELG-6); one row a programme, changed in place, with history.</summary>
public sealed class RecordNeeds(Db db, Actor actor, TimeProvider time)
{
    /// <summary>The questions besides substance misuse: the name of each field, and how it is asked (English, the key of its Welsh).</summary>
    public static IReadOnlyList<(string Field, string Asked)> Questions { get; } =
    [
        (nameof(CaseNeeds.DualDiagnosis), Words.Key("Dual diagnosis: mental health, physical health and substance misuse together")),
        (nameof(CaseNeeds.Education), Words.Key("Education, training or employment need")),
        (nameof(CaseNeeds.Family), Words.Key("Parenting, family, carer or peer need")),
        (nameof(CaseNeeds.LearningDifficulty), Words.Key("Learning difficulty")),
        (nameof(CaseNeeds.SpeechAndLanguage), Words.Key("Speech, language or communication difficulty")),
        (nameof(CaseNeeds.DrugTesting), Words.Key("Drug testing requirement")),
        (nameof(CaseNeeds.SubstanceTreatment), Words.Key("Eligible for an intoxicating substance treatment requirement")),
        (nameof(CaseNeeds.Accommodation), Words.Key("Accommodation need")),
    ];

    /// <param name="row">Followed for changes; null where none are recorded yet.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed them since.</exception>
    public async Task RunAsync(OfCase of, CaseNeeds? row, int shown, string substance, IReadOnlyCollection<string> yes, DateOnly today)
    {
        var (was, before) = (row?.SubstanceMisuse, YesOf(row));
        if (row is null)
        {
            db.Add(row = new CaseNeeds { CaseId = of.Case.Id, SubstanceMisuse = substance });
        }
        else
        {
            row.Correct(shown);
        }

        (row.SubstanceMisuse, row.RecordedOn) = (substance, today);
        row.DualDiagnosis = yes.Contains(nameof(CaseNeeds.DualDiagnosis));
        row.Education = yes.Contains(nameof(CaseNeeds.Education));
        row.Family = yes.Contains(nameof(CaseNeeds.Family));
        row.LearningDifficulty = yes.Contains(nameof(CaseNeeds.LearningDifficulty));
        row.SpeechAndLanguage = yes.Contains(nameof(CaseNeeds.SpeechAndLanguage));
        row.DrugTesting = yes.Contains(nameof(CaseNeeds.DrugTesting));
        row.SubstanceTreatment = yes.Contains(nameof(CaseNeeds.SubstanceTreatment));
        row.Accommodation = yes.Contains(nameof(CaseNeeds.Accommodation));
        await db.SaveAsync(actor, time, new NeedsRecorded(substance, was, YesOf(row), before) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    /// <summary>The names of the fields that hold.</summary>
    public static IReadOnlyList<string> YesOf(CaseNeeds? row) =>
        row is null ? [] : [.. Questions.Select(q => q.Field).Where(f => typeof(CaseNeeds).GetProperty(f)!.GetValue(row) is true)];

    public static IEnumerable<string> InWords(Words words, string substance, IReadOnlyList<string> yes) =>
        [words[Reference.Instance.Label("substance", substance)], .. Questions.Where(q => yes.Contains(q.Field)).Select(q => words[q.Asked].ToString())];
}
