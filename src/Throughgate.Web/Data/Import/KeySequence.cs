using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// Version-7 keys in rising order (RFC 9562, 6.2 method 2: what follows the millisecond is a random number that grows), so that rows staged
/// one after the other are appended to each index instead of scattered over it.
/// </summary>
internal sealed class KeySequence
{
    private readonly long _since = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    private ulong _counter = (ulong)RandomNumberGenerator.GetInt32(1 << 30) << 8;
    private uint _random;

    /// <summary>The next key, 16 bytes, most significant first.</summary>
    public void Next(Span<byte> key)
    {
        // 48 bits of time, 74 of counter and noise: the counter takes rand_a and the top of rand_b, so it has 42 bits before it touches the time.
        _counter += 1 + ((_random = (_random * 1664525) + 1013904223) >> 29);
        BinaryPrimitives.WriteInt64BigEndian(key, _since << 16);
        BinaryPrimitives.WriteUInt16BigEndian(key[6..], (ushort)(0x7000 | ((_counter >> 30) & 0xfff)));
        BinaryPrimitives.WriteUInt64BigEndian(key[8..], 0x8000000000000000 | ((_counter & 0x3fffffff) << 32) | (uint)RandomNumberGenerator.GetInt32(int.MaxValue));
    }
}
