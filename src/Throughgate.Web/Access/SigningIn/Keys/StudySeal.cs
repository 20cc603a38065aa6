using Microsoft.AspNetCore.DataProtection;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>Seals the key of a study's pseudonyms for that study: who reads the table makes no pseudonym with it, and a row moved to another study opens nothing.</summary>
public sealed class StudySeal(IDataProtectionProvider protection)
{
    public string Close(Guid study, byte[] key) => Convert.ToBase64String(Of(study).Protect(key));

    /// <summary>Also under a key that was withdrawn since: a rotation of keys breaks no study.</summary>
    public byte[] Open(Guid study, string closed) =>
        ((IPersistedDataProtector)Of(study)).DangerousUnprotect(Convert.FromBase64String(closed), ignoreRevocationErrors: true, out _, out _);

    private IDataProtector Of(Guid study) => protection.CreateProtector("study", study.ToString());
}
