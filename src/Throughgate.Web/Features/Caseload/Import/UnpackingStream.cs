using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>What a whole zip may still unpack to.</summary>
public sealed class Allowance(long bytes, string name)
{
    public long Left { get; private set; } = bytes;

    public string Name => name;

    public bool Take(int bytes) => (Left -= bytes) >= 0;
}

/// <summary>Thrown by a zip entry that unpacks to more than it may, whatever its own header says.</summary>
public sealed class UnpacksTooFarException(string name) : Exception
{
    public string Name => name;
}

/// <summary>A zip entry as it is unpacked: stops at a hundred times the packed size, and at its end the checksum must be right, or it was cut or damaged.</summary>
public sealed class UnpackingStream(Stream inner, long most, uint checksum, Allowance whole) : Stream
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>Times the packed size. Caseloads pack to a tenth or so.</summary>
    public const int Most = 100;

    private long _read;
    private uint _sum = uint.MaxValue;

    public static void Refuse(Problems problems, string name) =>
        problems.Add(name, 0, "", $"unpacks to more than {Most} times its size", "a .zip of CSV files as a caseload packs, to a tenth or so");

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        foreach (var b in buffer[..read])
        {
            _sum = Table[(byte)_sum ^ b] ^ (_sum >> 8);
        }

        if (read == 0 && buffer.Length > 0 && ~_sum != checksum)
        {
            throw new InvalidDataException("The checksum is wrong.");
        }

        return _read <= most && whole.Take(read) ? read : throw new UnpacksTooFarException(whole.Name);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // CRC-32 as zip has it (reflected polynomial 0xEDB88320).
    private static uint[] MakeTable() =>
        [
            .. Enumerable.Range(0, 256).Select(i =>
                Enumerable.Range(0, 8).Aggregate((uint)i, (sum, _) => (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1)
            ),
        ];

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
