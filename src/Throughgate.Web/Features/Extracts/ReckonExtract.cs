using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Extracts;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Web.Features.Extracts;

/// <summary>An extract as it would be made now.</summary>
/// <param name="InQuestion">Whom the question is about; restricted records are not among them.</param>
/// <param name="No">Who said no or took a yes back.</param>
public sealed record Reckoned(Extract Extract, int InQuestion, int No, int NotAsked)
{
    public int Yes => InQuestion - No - NotAsked;
}

/// <summary>Reads whom a question is about, asks each one's statistics flag, and makes the extract of those who said yes. A restricted record is never in one.</summary>
public sealed class ReckonExtract(Db db, Connection connection, Visible visible, WorkingCalendar calendar, London london, TimeProvider time)
{
    private const int AtOnce = 500;

    public async Task<Reckoned> RunAsync(Question question, IReadOnlyList<int>? levels, CancellationToken cancel)
    {
        var (today, now) = (london.Today, time.GetUtcNow());
        var asked = new Asked
        {
            Scope = new Scope { Schemes = new HashSet<string> { question.Scheme }, Yots = new HashSet<string>() },
            Periods = [new(new DateOnly(1990, 1, 1), today)],
            Today = today,
            Calendar = calendar,
            FiguresOf = _ => DutyFigures.Defaults,
        };
        var seeable = visible.PersonIds;
        var restricted = db.Set<Restriction>().Where(r => r.LiftedAt == null).Select(r => r.PersonId);
        var ids = await FigureCandidates.Of(db, asked.Scope, question.Period).Where(id => seeable.Contains(id) && !restricted.Contains(id)).ToListAsync(cancel);
        var (said, candidates, no, notAsked) = (0, new List<Candidate>(), 0, 0);
        await using var reader = await connection.OpenAsync(cancel: cancel);
        foreach (var lot in ids.Chunk(AtOnce))
        {
            var answers = await db.StatisticsOfAsync(lot, cancel);
            foreach (var person in await reader.FactsOfAsync(lot, Gather.ForFigures, cancel))
            {
                if (Subject.Of(person, question, asked, ReckonFigures.GroupOf) is not { } subject)
                {
                    continue;
                }

                said++;
                if (StatisticsFlag.Allows(answers[person.Id], now, today))
                {
                    candidates.Add(Candidate.Of(subject, asked));
                }
                else if (StatisticsFlag.Stands(answers[person.Id], now, today) is null)
                {
                    notAsked++;
                }
                else
                {
                    no++;
                }
            }
        }

        return new(Extract.Of(candidates, levels), said, no, notAsked);
    }
}
