using System.IO.Compression;
using System.Text;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Features.Caseload.Import;

namespace Throughgate.Tests.Build;

/// <summary>A small caseload bundle on disk, whole and right, in which a test changes what it is about.</summary>
public sealed class BundleFolder : IDisposable
{
    private BundleFolder() { }

    public string Path { get; } = Directory.CreateTempSubdirectory("bundle-").FullName;

    /// <summary>Two young people, one out of custody and one on a community order, each with a row in every file.</summary>
    public static BundleFolder Small() =>
        new BundleFolder()
            .With("people", "P1,Ann,Jones,1994-05-01,female,W1,yes,no,,Welsh", "P2,Siôn,O'Brien,1993-02-28,male,M1,no,,no,")
            .With("residences", "P1,leeds,2008-01-01,2009-12-31", "P1,cardiff,2010-01-01,", "P2,elsewhere,2007-01-01,")
            .With("sentences", "S1,P1,dto,robbery,2009-01-05,2009-01-10,2009-06-01,ashfield,2010-03-01,2010-03-01,2010-09-01", "S2,P2,yro,drugs,,,2010-01-04,,,,2011-01-03")
            .With("cases", "C1,P1,leeds,S1,2009-06-03,2009-06-05,2009-06-20,2009-07-01,2009-07-03,,", "C2,P2,cardiff,S2,2010-01-05,,,2010-02-01,2010-02-03,2010-08-01,withdrew")
            .With("allocations", "C1,lead_worker,Jo Marsden,2009-06-05,", "C2,lead_worker,Jo Marsden,2010-01-06,2010-08-01")
            .With("offers", "C1,2009-06-10,custody,accepted", "C2,2010-01-10,community,refused", "C2,2010-01-20,community,accepted")
            .With("contacts", "K1,C1,2009-07-01T10:00,60,custody_visit,irs,attended", "K2,C2,2010-02-10T13:30,,phone,statutory,missed")
            .With("assessments", "C1,2009-06-15,start,1,2,3,4,0,1,2,3,4,0,1,", "C2,2010-08-01,programme_end,1,1,1,1,1,1,1,1,1,1,1,1")
            .With("ete", "C1,2010-03-08,25,employment,", "C1,2010-03-08,2.5,other,", "C1,2010-03-08,2.5,other,", "C2,2010-03-08,0,,bereavement")
            .With("accommodation", "C1,2010-03-01,,independent,yes,2010-02-20,2010-02-10", "C2,2010-01-05,,supported,,,")
            .With("reviews", "C1,2009-07-03,initial_planning", "C2,2010-02-03,initial_planning");

    /// <summary>The sample caseload of the project.</summary>
    public static string Sample => Repository.PathOf("sample", "caseload");

    public BundleFolder With(string file, params string[] rows) => WithText(file, Header(file) + "\n" + string.Concat(rows.Select(r => r + "\n")));

    public BundleFolder WithText(string file, string text) => WithBytes(file, new UTF8Encoding(false).GetBytes(text));

    public BundleFolder WithBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file + ".csv"), bytes);
        return this;
    }

    /// <summary>Only these files.</summary>
    public BundleFolder Only(params string[] files)
    {
        foreach (var file in Directory.GetFiles(Path).Where(f => !files.Contains(System.IO.Path.GetFileNameWithoutExtension(f))))
        {
            File.Delete(file);
        }

        return this;
    }

    public BundleFolder Replace(string file, string old, string @new)
    {
        var text = Read(file);
        text.ShouldContain(old);
        return WithText(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file + ".csv"));

    public static string Header(string file) => string.Join(',', BundleFiles.Of(file).Columns.Select(c => c.Name));

    /// <summary>A .zip beside the folder, with the folder's files and whatever a test adds.</summary>
    public string Zip(Action<ZipArchive>? more = null, string prefix = "")
    {
        var zip = Path + ".zip";
        using var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create);
        foreach (var file in Directory.GetFiles(Path))
        {
            archive.CreateEntryFromFile(file, prefix + System.IO.Path.GetFileName(file));
        }

        more?.Invoke(archive);
        return zip;
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        File.Delete(Path + ".zip");
    }
}

public static class Importing
{
    public static Task<ImportOutcome> ImportAsync(
        this TestDatabase database,
        string bundle,
        string today = "2010-10-01",
        bool rehearse = false,
        bool takeTheirs = false
    ) =>
        new ImportCaseload(database.Connection, new FixedTime(DateOnly.Parse(today))) { Rehearse = rehearse, TakeTheirs = takeTheirs }.RunAsync(
            bundle,
            Actor.CommandLine
        );

    public static Task<ImportOutcome> ImportAsync(this TestDatabase database, BundleFolder bundle, string today = "2010-10-01", bool rehearse = false, bool takeTheirs = false) =>
        database.ImportAsync(bundle.Path, today, rehearse, takeTheirs);

    public static (long, long, long) Counts(this ImportOutcome outcome)
    {
        outcome.Problems.ShouldBeEmpty();
        return (outcome.Report.Added, outcome.Report.Changed, outcome.Report.Left);
    }

    private sealed class FixedTime(DateOnly today) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
