using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughgate.Web.Data.Mappings;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Data;

/// <summary>The database: the same model on SQLite and PostgreSQL. Its schema is made by Data/Migrations, never by this model.</summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<ResidenceRow> Residences => Set<ResidenceRow>();
    public DbSet<Sentence> Sentences => Set<Sentence>();
    public DbSet<SentenceDate> SentenceDates => Set<SentenceDate>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Worker> Workers => Set<Worker>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Allocation> Allocations => Set<Allocation>();
    public DbSet<OfferRow> Offers => Set<OfferRow>();
    public DbSet<ContactRow> Contacts => Set<ContactRow>();
    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();
    public DbSet<EteWeek> EteWeeks => Set<EteWeek>();
    public DbSet<AccommodationRow> Accommodation => Set<AccommodationRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<LicenceCondition> LicenceConditions => Set<LicenceCondition>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<WorkerLeave> WorkerLeave => Set<WorkerLeave>();
    public DbSet<ReleaseListItem> ReleaseListItems => Set<ReleaseListItem>();
    public DbSet<ImportRow> Imports => Set<ImportRow>();
    public DbSet<SchemeFigure> SchemeFigures => Set<SchemeFigure>();
    public DbSet<Mark> Marks => Set<Mark>();
    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();
    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<AccessRow> AccessLog => Set<AccessRow>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();
    public DbSet<ProviderLink> ProviderLinks => Set<ProviderLink>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    private static readonly ConcurrentDictionary<(string Server, string Name), long> PastHistory = new();

    /// <summary>How often this process saved rows of this caseload without an event (tests and the demo do): what is kept in memory is then read anew.</summary>
    internal static long SavedPastHistory(DbConnection of) => PastHistory.GetValueOrDefault((of.DataSource, of.Database));

    /// <summary>Set while <see cref="Saving"/> saves, which writes the events in the same transaction.</summary>
    internal bool SavesWithHistory { get; set; }

    /// <summary>The transaction of this request's changes, where there is one: see <see cref="Work"/>.</summary>
    internal Work? Work { get; set; }

    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var past = !SavesWithHistory && ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && e.Entity is Row or Worker or SchemeFigure);
        if (ChangeTracker.Entries<IOnlyAdded>().FirstOrDefault(e => e.State == EntityState.Modified) is { } changed)
        {
            throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} is only ever added to, never changed: add a row that says what is so now.");
        }

        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (past)
        {
            var connection = Database.GetDbConnection();
            PastHistory.AddOrUpdate((connection.DataSource, connection.Database), 1, (_, times) => times + 1);
        }

        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCase());
        if (IsSqlite)
        {
            configurationBuilder.Properties<Guid>().HaveConversion<GuidAsBytes>();
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsText>();
        }
        else
        {
            configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsUtc>();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Caseload.Map(modelBuilder);
        Mappings.Ledger.Map(modelBuilder);
        Mappings.Accounts.Map(modelBuilder);
        Mappings.Memberships.Map(modelBuilder);
        Casework.Map(modelBuilder);
        Mappings.Sharing.Map(modelBuilder);
        Board.Map(modelBuilder);
    }

    private sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    private sealed class InstantAsText()
        : ValueConverter<DateTimeOffset, string>(i => Instants.Write(i), t => Instants.Read(t));

    private sealed class InstantAsUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(i => i.ToUniversalTime(), i => i);
}
