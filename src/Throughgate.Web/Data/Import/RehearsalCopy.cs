using Microsoft.Data.Sqlite;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// A copy of a SQLite database for a dry run: what would be written is written there and thrown away, so that nobody else waits for it. It
/// stands beside the uploads, readable by this program's account only, and goes with them within the hour if the program is killed.
/// </summary>
internal sealed class RehearsalCopy : IAsyncDisposable
{
    private readonly string _folder;

    private RehearsalCopy(string folder, Connection database) => (_folder, Database) = (folder, database);

    public Connection Database { get; }

    public static async Task<RehearsalCopy> MakeAsync(Connection database, TimeProvider time, CancellationToken cancel)
    {
        var folder = Path.Combine(database.File + "-uploads", Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!, Mine);
            Directory.CreateDirectory(folder, Mine);
        }

        var copy = Path.Combine(folder, "rehearsal.db");
        await using (var from = (SqliteConnection)await database.OpenAsync(cancel: cancel))
        await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            await to.OpenAsync(cancel);
            await Task.Run(() => from.BackupDatabase(to), cancel);
        }

        return new RehearsalCopy(folder, new Connection(copy));
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
