using System.Data;
using Microsoft.Data.Sqlite;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Data;

public sealed class KeptConnectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("throughgate-kept-").FullName;

    private string Text => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "kept.db"), Pooling = false }.ToString();

    [Fact]
    public async Task A_statement_is_prepared_once_and_answers_each_time_for_the_values_of_that_time()
    {
        await using var kept = await OpenAsync();
        await kept.RunAsync("create table words (n integer, word text)");
        for (var n = 0; n < 20; n++)
        {
            await using var insert = kept.Command("insert into words values (@n, @word)", ("@n", n), ("@word", n % 2 == 0 ? null : $"word {n}"));
            (await insert.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        kept.Prepared.ShouldBe(2);
        for (var n = 0; n < 20; n++)
        {
            await using var read = kept.Command("select word from words where n = @n", ("@n", n));
            (await read.ExecuteScalarAsync()).ShouldBe(n % 2 == 0 ? DBNull.Value : $"word {n}");
        }

        kept.Prepared.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_statement_may_be_read_twice_at_once()
    {
        await using var kept = await OpenAsync();
        const string Numbers = "select value from json_each(@these)";
        await using var first = kept.Command(Numbers, ("@these", "[1,2,3]"));
        await using var second = kept.Command(Numbers, ("@these", "[7]"));
        await using var ones = await first.ExecuteReaderAsync();
        (await ones.ReadAsync()).ShouldBeTrue();
        await using (var others = await second.ExecuteReaderAsync())
        {
            (await others.ReadAsync()).ShouldBeTrue();
            others.GetInt32(0).ShouldBe(7);
            (await others.ReadAsync()).ShouldBeFalse();
        }

        (await ones.ReadAsync()).ShouldBeTrue();
        ones.GetInt32(0).ShouldBe(2);
    }

    [Fact]
    public async Task Closed_and_opened_again_it_sees_what_others_wrote_and_changed_meanwhile()
    {
        await using var kept = await OpenAsync();
        await kept.RunAsync("pragma journal_mode = wal; create table words (word text)");
        (await CountAsync(kept)).ShouldBe(0);
        await kept.CloseAsync();
        await using (var other = new SqliteConnection(Text))
        {
            await other.OpenAsync();
            await other.RunAsync("insert into words values ('one'); alter table words add column more text; create index at_word on words (word)");
        }

        await kept.OpenAsync();
        (await CountAsync(kept)).ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_left_behind_is_not_kept()
    {
        await using var kept = await OpenAsync();
        await kept.RunAsync("create table words (word text)");
        await kept.RunAsync("begin immediate; insert into words values ('half')");
        await kept.CloseAsync();
        kept.State.ShouldBe(ConnectionState.Closed);
        kept.Prepared.ShouldBe(0);

        await kept.OpenAsync();
        (await CountAsync(kept)).ShouldBe(0);
    }

    [Fact]
    public async Task A_reader_half_read_holds_nothing_once_it_is_done_with()
    {
        await using var kept = await OpenAsync();
        await kept.RunAsync("pragma journal_mode = wal; create table words (word text); insert into words values ('a'), ('b'), ('c')");
        await using (var half = kept.Command("select word from words"))
        await using (var reader = await half.ExecuteReaderAsync())
        {
            (await reader.ReadAsync()).ShouldBeTrue();
        }

        await kept.CloseAsync();
        await using var other = new SqliteConnection(Text);
        await other.OpenAsync();
        await using var checkpoint = other.Command("pragma wal_checkpoint(truncate)");
        (await checkpoint.ExecuteScalarAsync()).ShouldBe(0L);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<KeptConnection> OpenAsync()
    {
        var kept = new KeptConnection(Text);
        await kept.OpenAsync();
        return kept;
    }

    private static async Task<long> CountAsync(KeptConnection kept)
    {
        await using var count = kept.Command("select count(*) from words");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
