using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;

namespace Throughgate.Web.Data.Facts;

/// <summary>The figures of the reader's scheme, read once in a request however often a page asks; the defaults where the reader has no scheme.</summary>
public sealed class FiguresInForce(Db db, Actor actor)
{
    private DutyFigures? _read;

    public async Task<DutyFigures> ReadAsync(CancellationToken cancel = default)
    {
        if (_read is null && actor.Scheme is { } scheme)
        {
            await db.Database.OpenConnectionAsync(cancel);
            try
            {
                _read = await db.Database.GetDbConnection().FiguresOfAsync(scheme, cancel);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }

        return _read ??= DutyFigures.Defaults;
    }
}
