using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>Data Protection's keys, kept in the database so that a restart or a second process does not sign everybody out.</summary>
public sealed class KeyRing(Connection database, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. database.ProtectionKeys().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Context();
        db.ProtectionKeys.Add(
            new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), MadeAt = time.GetUtcNow() }
        );
        db.SaveChanges();
    }
}
