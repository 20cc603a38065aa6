using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Printing.Papers;

/// <summary>
/// A document to be printed or kept, as a PDF that a screen reader can read (PDF/UA-1, ISO 14289-1): title, language, headings, paragraphs, lists and tables with
/// header cells, in the order in which they are added. It needs no browser: <c>new Paper("Return: Leeds", words).Heading("I1").Table(…).ToPdf(now)</c>.
/// </summary>
public sealed class Paper(string title, Words words)
{
    private readonly List<PaperBlock> _blocks = [];

    /// <summary>What it is, of whom and when: the name of the document, its first heading, and at the foot of each page.</summary>
    public string Title { get; } = title;

    /// <summary>en-GB or cy-GB.</summary>
    public string Language { get; } = words.Culture.Name;

    public IReadOnlyList<PaperBlock> Blocks => _blocks;

    /// <summary>A heading under the title.</summary>
    /// <param name="level">2 to 6; one deeper at most than the heading before.</param>
    public Paper Heading(string text, int level = 2) => Add(new PaperHeading(Clean(text), level));

    public Paper Text(string text) => Add(new PaperText(Clean(text)));

    public Paper Bullets(IEnumerable<string> items) => items.Select(Clean).ToList() is { Count: > 0 } all ? Add(new PaperBullets(all)) : this;

    /// <summary>The first column holds the headers of the rows.</summary>
    /// <param name="heads">One a column.</param>
    /// <param name="numeric">Columns that are set to the right.</param>
    public Paper Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, IReadOnlySet<int>? numeric = null) =>
        Add(new PaperTable(Clean(caption), [.. heads.Select(Clean)], [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(Clean)])], numeric ?? new HashSet<int>()));

    /// <param name="made">When it was made, as the document's own properties say.</param>
    public byte[] ToPdf(DateTimeOffset made)
    {
        var layout = new PaperLayout(this);
        layout.Run((page, of) => words["Page {0} of {1}", page, of]);
        return new PdfFile(this, layout, made).Bytes();
    }

    private Paper Add(PaperBlock block)
    {
        if (block is PaperHeading { Level: var level } && (level < 2 || level > 1 + (_blocks.OfType<PaperHeading>().LastOrDefault()?.Level ?? 1)))
        {
            throw new ArgumentException($"A heading of level {level} does not follow the one before: readers move by levels.", nameof(block));
        }

        _blocks.Add(block);
        return this;
    }

    private static string Clean(string text) => TakingAway.CellText.Of(text).Replace('\t', ' ');
}

public abstract record PaperBlock;

public sealed record PaperHeading(string Words, int Level) : PaperBlock;

public sealed record PaperText(string Words) : PaperBlock;

public sealed record PaperBullets(IReadOnlyList<string> Items) : PaperBlock;

public sealed record PaperTable(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlySet<int> Numeric) : PaperBlock;
