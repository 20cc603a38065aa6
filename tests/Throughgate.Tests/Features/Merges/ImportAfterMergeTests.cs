using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Features.Merges;

/// <summary>The scheme's own system still has two records: what it says of either comes to the one that stays, and nothing is lost.</summary>
public sealed class ImportAfterMergeTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_bundle_again_changes_nothing_and_makes_nobody(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        await two.MergeAsync();
        var (rows, exported) = (await two.RowsAsync(), await two.ExportAsync());
        using var again = TwoRecords.Apart();

        for (var i = 0; i < 2; i++)
        {
            var (added, changed, _) = (await two.Database.ImportAsync(again)).Counts();
            (added, changed).ShouldBe((0, 0));
        }

        (await two.RowsAsync()).ShouldBe(rows);
        (await two.ExportAsync()).ShouldBe(exported);
        using var joined = TwoRecords.Joined();
        var (more, other, _) = (await two.Database.ImportAsync(joined)).Counts(); // an export of the merged record is this bundle
        (more, other).ShouldBe((0, 0));
        (await two.RowsAsync()).ShouldBe(rows);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task News_of_either_record_comes_to_the_one_that_stays(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        await two.MergeAsync();

        // Only the old reference: who she is told otherwise than was chosen, a sentence and a case that are new, a residence that was taken out.
        using var news = TwoRecords.Apart()
            .With("people", "P2,Anne,Jones,1994-01-05,female,NS,,,yes,Urdu")
            .With("residences", "P2,elsewhere,2006-01-01,2007-12-31", "P2,leeds,2009-01-01,")
            .With("sentences", "S3,P2,yro,drugs,,,2010-09-06,,,,2011-09-05")
            .With("cases", "C3,P2,leeds,S3,2010-09-07,,,,,,")
            .Only("people", "residences", "sentences", "cases");
        var outcome = await two.Database.ImportAsync(news);
        outcome.Problems.ShouldBeEmpty();

        await using var db = two.Database.Context();
        (await db.People.SingleAsync()).ShouldSatisfyAllConditions(p => p.FirstName.ShouldBe("Ann"), p => p.FirstLanguage.ShouldBe("Welsh"));
        outcome.Report.Conflicts.Select(c => c.Column).ShouldBe(["", "first_name", "date_of_birth", "ethnicity", "first_language"], ignoreOrder: true);
        (await db.Cases.OrderBy(c => c.Reference).Select(c => c.PersonId).ToListAsync()).ShouldBe([two.One, two.One, two.One]);
        (await db.Sentences.CountAsync(s => s.PersonId == two.One)).ShouldBe(3);
        (await db.Residences.OrderBy(r => r.FromOn).Select(r => r.Yot).ToListAsync()).ShouldBe(["elsewhere", "leeds"]);
        var (added, changed, _) = (await two.Database.ImportAsync(news)).Counts();
        (added, changed).ShouldBe((0, 0));

        // Only the one that stays: what came from the other is not taken away.
        using var own = TwoRecords.Apart().With("people", "P1,Ann,Jones,1994-05-01,female,W1,yes,no,,Welsh").With("residences", "P1,leeds,2008-01-01,").Only("people", "residences");
        (await two.Database.ImportAsync(own)).Counts().ShouldBe((0, 0, 2));
        (await db.Residences.CountAsync()).ShouldBe(2);

        // A residence that nobody knew yet is added, also under the old reference.
        using var earlier = TwoRecords.Apart().With("residences", "P2,cardiff,2004-01-01,2005-12-31").Only("residences");
        (await two.Database.ImportAsync(earlier)).Problems.ShouldBeEmpty();
        (await db.Residences.OrderBy(r => r.FromOn).Select(r => r.Yot).ToListAsync()).ShouldBe(["cardiff", "elsewhere", "leeds"]);
    }
}
