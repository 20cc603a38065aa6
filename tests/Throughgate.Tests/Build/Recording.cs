using System.Globalization;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build;

/// <summary>Sets a scheme's first day of recording here, as its first import would have. Without it every rule asks from the start.</summary>
public static class Recording
{
    public static async Task RecordsFromAsync(this TestDatabase database, string scheme, string day)
    {
        await using var db = database.Context();
        await db.RecordsFromAsync(scheme, day);
    }

    public static async Task RecordsFromAsync(this Db db, string scheme, string day)
    {
        var first = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        db.SchemeFigures.Add(
            new SchemeFigure
            {
                Scheme = scheme,
                Figure = FirstDayOfRecording.Key,
                ValueNumber = FirstDayOfRecording.Write(first),
                FromOn = first,
                SetAt = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero),
                ActorName = "Sam",
                Reason = "The first import",
            }
        );
        await db.SaveChangesAsync();
    }
}
