using System.Text;

namespace Throughgate.Web.Access.SigningIn.Second;

/// <summary>RFC 4648, section 6: how authenticator apps take a secret that is typed.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = (held << 8 | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[held >> bits & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[held << (5 - bits) & 31]).ToString();
    }
}
