using Throughgate.Web.Data;

namespace Throughgate.Web.Documents;

/// <summary>
/// Where contents and their keys are: THROUGHGATE_DOCUMENTS (a folder) and THROUGHGATE_DOCUMENT_KEYS (a file, on another disk where there is one). Beside a
/// SQLite file both have a place of their own without being set; with PostgreSQL there are no documents until both are.
/// </summary>
/// <param name="Store">Null where documents are not set up.</param>
public sealed record DocumentSettings(DocumentStore? Store)
{
    /// <exception cref="FormatException">Only one is set, or the keys stand among the contents.</exception>
    public static DocumentSettings Of(Connection database, string? folder, string? keys)
    {
        if (database.File is { } file)
        {
            folder = string.IsNullOrWhiteSpace(folder) ? $"{file}.documents" : folder;
            keys = string.IsNullOrWhiteSpace(keys) ? $"{file}.document-keys" : keys;
        }

        if (string.IsNullOrWhiteSpace(folder) && string.IsNullOrWhiteSpace(keys))
        {
            return new((DocumentStore?)null);
        }

        if (string.IsNullOrWhiteSpace(folder) || string.IsNullOrWhiteSpace(keys))
        {
            throw new FormatException("Set both THROUGHGATE_DOCUMENTS (the folder of documents) and THROUGHGATE_DOCUMENT_KEYS (the file of their keys), or neither.");
        }

        if (Path.GetFullPath(keys).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new FormatException("THROUGHGATE_DOCUMENT_KEYS stands in the folder of THROUGHGATE_DOCUMENTS: whoever takes the folder would have the keys. Put it elsewhere.");
        }

        return new(new DocumentStore(Path.GetFullPath(folder), new DocumentKeys(Path.GetFullPath(keys))));
    }
}
