using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughgate.Web.Access.SigningIn.Second;

/// <summary>
/// RFC 6238 with what every authenticator app knows: HMAC-SHA-1, steps of thirty seconds, six digits. The code of the step before and of the one
/// after are good too, for clocks that differ; no other.
/// </summary>
public static class TimedCode
{
    public const int Digits = 6;
    public const int StepSeconds = 30;
    public const int SecretBytes = 20;
    private const int Drift = 1;

    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The algorithm of RFC 6238 that authenticator apps know; HMAC does not rest on what is broken in SHA-1.")]
    public static string At(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        var most = (int)Math.Pow(10, digits);
        return (number % most).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code is of; null where it is of none that is good now. Every step is looked at, whichever fits.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit)));
        long? found = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), code))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>What the QR code holds. It names the product and the account, as the app then lists it.</summary>
    public static string Address(ReadOnlySpan<byte> secret, string account) =>
        $"otpauth://totp/Throughgate:{Uri.EscapeDataString(account)}?secret={Base32.Write(secret)}&issuer=Throughgate&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
