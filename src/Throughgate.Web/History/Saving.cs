using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.History;

public static class Saving
{
    /// <summary>
    /// Saves what was changed in this context together with its events: one transaction, one commit, both or nothing. The one way to save.
    /// In a page the commit waits until the handler has returned, and takes the log row and the form's key along.
    /// </summary>
    public static Task SaveAsync(this Db db, Actor actor, TimeProvider time, params IEnumerable<HistoryEvent> events) =>
        Work.SaveAsync(db, actor, time.GetUtcNow(), events, CancellationToken.None);
}
