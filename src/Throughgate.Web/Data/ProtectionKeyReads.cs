namespace Throughgate.Web.Data;

/// <summary>Data Protection asks for its keys while the program starts, before the model stands; so in plain SQL.</summary>
public static class ProtectionKeyReads
{
    /// <summary>The keys as XML, the oldest first. Data Protection asks without await.</summary>
    public static IReadOnlyList<string> ProtectionKeys(this Connection database)
    {
        using var connection = database.Open();
        using var command = connection.Command("select xml from protection_keys order by made_at");
        using var rows = command.ExecuteReader();
        var keys = new List<string>();
        while (rows.Read())
        {
            keys.Add(rows.GetString(0));
        }

        return keys;
    }
}
