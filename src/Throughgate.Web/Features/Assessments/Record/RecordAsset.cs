using Throughgate.Domain.Assessments;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Assessments.Record;

/// <summary>Records an Asset, or corrects one. What it was made for is what somebody says: the return reads nothing into its day (RET-1).</summary>
public sealed class RecordAsset(Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(OfCase of, AssetSaid said)
    {
        var row = new AssessmentRow { CaseId = of.Case.Id, CompletedOn = said.CompletedOn, Purpose = said.Purpose };
        AssetScores.Write(row, said.Scores);
        db.Add(row);
        await db.SaveAsync(actor, time, new AssetRecorded(row.Id, said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return row.Id;
    }

    /// <param name="row">Followed for changes.</param>
    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CorrectAsync(OfCase of, AssessmentRow row, int shown, AssetSaid said)
    {
        row.Correct(shown);
        var was = Said(row);
        (row.CompletedOn, row.Purpose) = (said.CompletedOn, said.Purpose);
        AssetScores.Write(row, said.Scores);
        await db.SaveAsync(actor, time, new AssetCorrected(row.Id, was, said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    public static AssetSaid Said(AssessmentRow row) => new(row.CompletedOn, row.Purpose, AssetScores.Of(row));

    /// <summary>One score as typed: 0 to 4, or nothing where the section was not scored.</summary>
    public static bool TryScore(string? text, out int? score)
    {
        score = text?.Trim() is [>= '0' and <= '4' and var digit] ? digit - '0' : null;
        return score is not null || string.IsNullOrWhiteSpace(text);
    }

    public static int Sections => Assessment.Sections.Count;
}
