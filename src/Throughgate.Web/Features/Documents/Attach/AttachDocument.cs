using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.Documents.Content;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Documents.Attach;

/// <summary>
/// Keeps a file that was checked: first its content on the disk, encrypted; then, in one commit, row, event and log. Killed in between, a content without a row is
/// left, which is swept away; a row without its content there never is.
/// </summary>
public sealed class AttachDocument(Db db, Actor actor, TimeProvider time, DocumentStore store)
{
    /// <summary>Of one programme.</summary>
    public const int Most = 500;

    public async Task<Guid> RunAsync(OfCase of, Checked file, string title, string about, string? note)
    {
        var id = Guid.CreateVersion7();
        var (wrapped, master) = store.Keep(id, file.Content);
        db.Add(
            new Document
            {
                Id = id,
                CaseId = of.Case.Id,
                Title = title,
                About = about,
                FileType = file.FileType!,
                Bytes = file.Content.Length,
                Note = note,
                AddedAt = time.GetUtcNow(),
                AddedBy = actor.Name,
                WrappedKey = wrapped,
                MasterKey = master,
            }
        );
        await db.SaveAsync(actor, time, new DocumentAttached(id, file.FileType!, about, file.Content.Length) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return id;
    }
}
