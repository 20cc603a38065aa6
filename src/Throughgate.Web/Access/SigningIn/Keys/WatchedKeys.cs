using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Throughgate.Web.Data;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>
/// The keys as Data Protection keeps them, read anew when they were changed from outside: after <c>cli keys rotate</c> the running program uses the new
/// ones within a minute, and need not be started again.
/// </summary>
public sealed class WatchedKeys(XmlKeyManager keys, Connection database, TimeProvider time) : BackgroundService, IKeyManager
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private CancellationTokenSource _changed = new();
    private int _known = -1;

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(keys.GetCacheExpirationToken(), _changed.Token).Token;

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);

    /// <summary>Whether there are others than at the last look; then they are read anew before the next use.</summary>
    public bool Look()
    {
        // Keys and withdrawals are only ever added.
        var now = database.ProtectionKeys().Count;
        var before = Interlocked.Exchange(ref _known, now);
        if (before == now || before < 0)
        {
            return false;
        }

        using var passed = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        passed.Cancel();
        return true;
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Look();
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (System.Data.Common.DbException)
            {
                // The database is away for a moment: looked at again at the next turn.
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
