using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>
/// One link of a chain: SHA-256 over the hash before it and the row's canonical bytes. A field is its length (four bytes, most
/// significant first, -1 for null) and its UTF-8 text; keys are lower-case with hyphens, numbers decimal, instants in whole microseconds since
/// 1970, so that both databases give back the very bytes that were hashed. ADR 11 has the layout for verifying elsewhere.
/// </summary>
public static class Link
{
    public const int Size = 32;

    /// <summary>What the first row of a chain hashes on.</summary>
    public static byte[] Genesis => new byte[Size];

    public static byte[] Hash(byte[] before, HistoryRow row) =>
        Over(
            before,
            "history",
            Key(row.Id),
            row.Chain,
            Number(row.Seq),
            Instant(row.At),
            Key(row.ActorId),
            row.ActorName,
            row.Kind,
            Key(row.PersonId),
            Key(row.CaseId),
            Key(row.ImportId),
            row.Why,
            row.Data
        );

    public static byte[] Hash(byte[] before, AccessRow row) =>
        Over(
            before,
            "access_log",
            Key(row.Id),
            row.Chain,
            Number(row.Seq),
            Instant(row.At),
            Key(row.ActorId),
            row.ActorName,
            row.Role,
            row.Action,
            row.Outcome,
            row.People,
            row.Detail
        );

    /// <summary>An instant as both databases can hold it: PostgreSQL keeps microseconds.</summary>
    public static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % 10), TimeSpan.Zero);

    /// <summary>Text as both databases can hold it: without NUL and without halves of surrogate pairs.</summary>
    public static string Text(string text)
    {
        var clean = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return clean.Contains('\0', StringComparison.Ordinal) ? clean.Replace('\0', '\ufffd') : clean;
    }

    private static string? Key(Guid? key) => key?.ToString("D");

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) => Number((instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10);

    private static byte[] Over(byte[] before, params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Span<byte> length = stackalloc byte[4];
        Span<byte> small = stackalloc byte[512];
        foreach (var field in fields)
        {
            var bytes = field is null ? -1 : Encoding.UTF8.GetByteCount(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes);
            hash.AppendData(length);
            if (bytes > small.Length)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(field!));
            }
            else if (bytes > 0)
            {
                hash.AppendData(small[..Encoding.UTF8.GetBytes(field, small)]);
            }
        }

        return hash.GetHashAndReset();
    }
}
