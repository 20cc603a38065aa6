using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;

namespace Throughgate.Web.Access.SigningIn.Keys;

public sealed record KeysRotated(int Sessions, int Secrets, int Drafts, int Studies = 0) : HistoryEvent;

/// <summary>
/// New keys in the place of all there are: nobody stays signed in, no cookie or link sealed before is good, and what is kept sealed is opened and sealed
/// again. For the day on which a key may have been read, and once a year (R33).
/// </summary>
public sealed class RotateKeys(Db db, IKeyManager keys, SecretSeal secrets, DraftSeal drafts, StudySeal seal, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public async Task<KeysRotated> RunAsync(Actor actor, CancellationToken cancel)
    {
        var apps = await db.Authenticators.ToListAsync(cancel);
        var open = apps.Select(a => secrets.Open(a.AccountId, a.Sealed)).ToList();
        var kept = await db.Drafts.ToListAsync(cancel);
        var typed = kept.Select(d => drafts.OpenWhole(d.AccountId, d.Sealed)).ToList();
        var studies = await db.Set<Data.Rows.Study>().Where(s => s.Sealed != null).ToListAsync(cancel);
        var pseudonyms = studies.Select(s => seal.Open(s.Id, s.Sealed!)).ToList();
        var live = await db.Sessions.Where(s => s.EndedAt == null).ToListAsync(cancel);
        var now = time.GetUtcNow();
        keys.RevokeAllKeys(now, "rotated");
        keys.CreateNewKey(now, now + Lasts);

        foreach (var (app, secret) in apps.Zip(open))
        {
            app.Sealed = secrets.Close(app.AccountId, secret);
            CryptographicOperations.ZeroMemory(secret);
        }

        foreach (var (draft, text) in kept.Zip(typed).Where(d => d.Second is not null))
        {
            draft.Sealed = drafts.CloseWhole(draft.AccountId, text!);
        }

        foreach (var (study, key) in studies.Zip(pseudonyms))
        {
            study.Sealed = seal.Close(study.Id, key);
            CryptographicOperations.ZeroMemory(key);
        }

        live.ForEach(s => s.EndedAt = now);
        var done = new KeysRotated(live.Count, apps.Count, kept.Count, studies.Count);
        await db.SaveAsync(actor, time, done);
        return done;
    }
}
