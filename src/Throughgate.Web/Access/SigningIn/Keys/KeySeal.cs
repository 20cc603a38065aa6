using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>Seals a key of Data Protection under the master key: AES-256-GCM with a nonce of its own.</summary>
public sealed class KeySeal(MasterKey master) : IXmlEncryptor
{
    internal const int Nonce = 12;
    internal const int Tag = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var closed = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, Nonce));
        using var cipher = new AesGcm(master.Bytes!, Tag);
        cipher.Encrypt(closed.AsSpan(0, Nonce), plain, closed.AsSpan(Nonce + Tag), closed.AsSpan(Nonce, Tag));
        return new(new XElement("sealed", new XElement("value", Convert.ToBase64String(closed))), typeof(KeyOpening));
    }
}

/// <summary>Opens what <see cref="KeySeal"/> sealed. Made by Data Protection itself, from the name that stands with the sealed key.</summary>
public sealed class KeyOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetRequiredService<MasterKey>().Bytes
            ?? throw new CryptographicException($"The keys in this database are sealed. Name the file that opens them: {MasterKey.Setting}");
        var closed = Convert.FromBase64String((string)encryptedElement.Element("value")!).AsSpan();
        var plain = new byte[closed.Length - KeySeal.Nonce - KeySeal.Tag];
        using var cipher = new AesGcm(key, KeySeal.Tag);
        cipher.Decrypt(closed[..KeySeal.Nonce], closed[(KeySeal.Nonce + KeySeal.Tag)..], closed.Slice(KeySeal.Nonce, KeySeal.Tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
