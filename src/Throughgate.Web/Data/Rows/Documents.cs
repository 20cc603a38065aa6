namespace Throughgate.Web.Data.Rows;

/// <summary>A file attached to a programme. Its content is not here: see <see cref="Throughgate.Web.Documents.DocumentStore"/>.</summary>
public sealed class Document : Row, IOfCase
{
    public Guid CaseId { get; init; }

    /// <summary>What people call it. The name that the file had is not kept.</summary>
    public required string Title { get; set; }

    /// <summary>What it belongs to: record, plan, review, offer, release, accommodation, education, consent.</summary>
    public required string About { get; set; }

    /// <summary>pdf, docx, xlsx, odt, ods, png, jpg, txt: by its content.</summary>
    public required string FileType { get; init; }

    /// <summary>Length of the content as it is given out.</summary>
    public int Bytes { get; init; }
    public string? Note { get; set; }
    public DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }

    /// <summary>When it was taken out; its content goes some days later.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>The content's own key, encrypted with <see cref="MasterKey"/>; null where the content is gone.</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>Name of the key in the key file.</summary>
    public string? MasterKey { get; set; }
    public DateTimeOffset? GoneAt { get; set; }
}
