using System.Globalization;

namespace Throughgate.Web.Data;

/// <summary>Instants as SQLite holds them: UTC, fixed width, so that text order is time order.</summary>
public static class Instants
{
    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Shape, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
