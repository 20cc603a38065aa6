using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Tests.Data.Csv;

public class CsvRecordsTests
{
    private static readonly string[] Pieces = ["a", "é", "🙂", ",", "\"", "\n", "\r\n", "\r", " ", "=", "'", ";", "\t", "x y"];

    [Fact]
    public void What_the_writer_wrote_is_read_back_by_us_and_by_another_reader()
    {
        var cell = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        var table = cell.ListOf(3).NonEmptyListOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                table.ToArbitrary(),
                rows =>
                {
                    using var text = new StringWriter();
                    foreach (var row in rows)
                    {
                        SafeCsv.Bundle(text).Row([.. row]);
                    }

                    Read(text.ToString()).ShouldBe(rows.Select(r => (IEnumerable<string>)r).ToList());
                    using var other = new CsvParser(new StringReader(text.ToString()), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
                    foreach (var row in rows)
                    {
                        other.Read().ShouldBeTrue();
                        other.Record.ShouldBe(row);
                    }
                }
            )
        );
    }

    [Theory]
    [InlineData("a,b\n\n\r\nc,d", "a|b / c|d")]
    [InlineData("\ufeffa,b\r\nc,d\r\n", "a|b / c|d")]
    [InlineData("a,\n,b\n", "a| / |b")]
    [InlineData("\"a\",\"b\"\"c\"\r\"d\ne\",\"\"", "a|b\"c / d\ne|")]
    [InlineData("\"\"\n", "")]
    public void Reads_as_rfc_4180_has_it(string text, string expected) => string.Join(" / ", Read(text).Select(r => string.Join('|', r))).ShouldBe(expected);

    [Fact]
    public void Buffers_may_end_anywhere()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(_ => "ab,\"c\"\"d\",\"e\r\nf\",é\r\n"));
        var rows = Read(new Dribble(Encoding.UTF8.GetBytes(text), random)).ToList();
        rows.Count.ShouldBe(30_000);
        rows.ShouldAllBe(r => r.SequenceEqual(new[] { "ab", "c\"d", "e\r\nf", "é" }));
    }

    [Fact]
    public void Bytes_that_are_right_only_together_are_wrong_apart()
    {
        var records = new CsvRecords(new MemoryStream([0xc3, (byte)',', 0xa9]));
        records.Read().ShouldBeTrue();
        (records.Fault, records.FaultCell).ShouldBe((CsvFault.NotUtf8, 0));
    }

    private static List<IEnumerable<string>> Read(string text) => [.. Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))];

    private static IEnumerable<IEnumerable<string>> Read(Stream stream)
    {
        var records = new CsvRecords(stream);
        while (records.Read())
        {
            records.Fault.ShouldBe(CsvFault.None);
            yield return Enumerable.Range(0, records.Count).Select(i => Encoding.UTF8.GetString(records[i])).ToList();
        }
    }

    private sealed class Dribble(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, random.Next(1, 5000))]);
    }
}
