using System.Security.Cryptography;

namespace Throughgate.Web.Features.Extracts;

/// <summary>What stands for a young person in the extracts of one study: made with the study's key, so that nobody without it finds the person or another study's.</summary>
public static class Pseudonym
{
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>16 letters and digits.</summary>
    public static string Of(byte[] key, Guid person) => Convert.ToHexStringLower(HMACSHA256.HashData(key, person.ToByteArray()))[..16];
}
