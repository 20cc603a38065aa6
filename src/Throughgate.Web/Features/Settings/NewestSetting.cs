using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Settings;

/// <summary>What was set last for a figure of a scheme, also where it holds from a later day only: two managers who set it at once are told.</summary>
internal static class NewestSetting
{
    public static Task<SchemeFigure?> NewestSettingAsync(this Db db, string scheme, string figure, CancellationToken cancel) =>
        db.SchemeFigures.AsNoTracking().Where(f => f.Scheme == scheme && f.Figure == figure).OrderByDescending(f => f.SetAt).ThenByDescending(f => f.Id).FirstOrDefaultAsync(cancel);

    public static string Key(SchemeFigure? setting) => setting?.Id.ToString("N") ?? "none";
}
