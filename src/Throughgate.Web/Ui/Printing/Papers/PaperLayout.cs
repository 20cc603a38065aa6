namespace Throughgate.Web.Ui.Printing.Papers;

/// <summary>A paper laid out on pages of A4: what is drawn on each, and the structure over all of them. Points throughout.</summary>
public sealed class PaperLayout(Paper paper)
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;

    private const double Margin = 56;
    private const double Foot = 64;
    private const double Size = 10.5;
    private const double Small = 9;
    private const double Leading = 1.35;
    private const double Gap = 6;
    private const double Pad = 4;
    private const double Across = PageWidth - (2 * Margin);

    private readonly List<PaperPage> _pages = [];
    private double _y;

    public IReadOnlyList<PaperPage> Pages => _pages;

    public Tag Root { get; } = new("Document");

    public Pen Regular { get; } = new("F1", Typeface.Regular);

    public Pen Bold { get; } = new("F2", Typeface.Bold);

    /// <param name="foot">What stands at the foot, from the page's number and how many there are.</param>
    public void Run(Func<int, int, string> foot)
    {
        Turn();
        Flow(Root.Add("H1"), Bold, 20, paper.Title, after: 14);
        foreach (var block in paper.Blocks)
        {
            switch (block)
            {
                case PaperHeading heading:
                    var size = heading.Level == 2 ? 15 : heading.Level == 3 ? 12.5 : 11;
                    _y -= _y < PageHeight - Margin - 1 ? 10 : 0;
                    Need((size * Leading) + (4 * Size * Leading));
                    Flow(Root.Add($"H{heading.Level}"), Bold, size, heading.Words, after: 5);
                    break;
                case PaperText text:
                    Flow(Root.Add("P"), Regular, Size, text.Words, after: Gap);
                    break;
                case PaperBullets bullets:
                    Bullets(bullets);
                    break;
                case PaperTable table:
                    Table(table);
                    break;
            }
        }

        for (var i = 0; i < _pages.Count; i++)
        {
            var said = foot(i + 1, _pages.Count);
            _pages[i].Line(Margin, PageWidth - Margin, Foot - 16, 0.5);
            var title = Regular.Lines(paper.Title, 8, Across - 90)[0];
            _pages[i].Aside(Regular, 8, [(Margin, Foot - 30, title), (PageWidth - Margin - Regular.Width(said, 8), Foot - 30, said)]);
        }
    }

    private PaperPage Page => _pages[^1];

    private void Turn()
    {
        _pages.Add(new(_pages.Count));
        _y = PageHeight - Margin;
    }

    private void Need(double height)
    {
        if (_y - height < Foot && _y < PageHeight - Margin)
        {
            Turn();
        }
    }

    /// <summary>A text over as many pages as it takes.</summary>
    private void Flow(Tag tag, Pen pen, double size, string text, double after, double indent = 0)
    {
        var height = size * Leading;
        var lines = pen.Lines(text, size, Across - indent);
        for (var at = 0; at < lines.Count;)
        {
            Need(height);
            var fit = Math.Clamp((int)((_y - Foot) / height), 1, lines.Count - at);
            Page.Text(tag, pen, size, Set(lines, at, fit, Margin + indent, _y, size, l => 0));
            _y -= fit * height;
            at += fit;
        }

        _y -= after;
    }

    // A line that goes on ends in a space, so that its last word and the next are two when they are read.
    private static IEnumerable<(double X, double Y, string Words)> Set(IReadOnlyList<string> lines, int at, int count, double x, double y, double size, Func<string, double> shift) =>
        Enumerable.Range(at, count).Select(i => (x + shift(lines[i]), y - size - ((i - at) * size * Leading), i + 1 < lines.Count ? lines[i] + " " : lines[i]));

    private void Bullets(PaperBullets bullets)
    {
        var list = Root.Add("L");
        foreach (var item in bullets.Items)
        {
            Need(Size * Leading);
            var li = list.Add("LI");
            Page.Text(li.Add("Lbl"), Regular, Size, [(Margin + 4, _y - Size, "• ")]);
            Flow(li.Add("LBody"), Regular, Size, item, after: 3, indent: 18);
        }

        _y -= 4;
    }

    private void Table(PaperTable table)
    {
        var widths = Widths(table);
        var tag = Root.Add("Table");
        Need(7 * Small * Leading);
        Flow(tag.Add("Caption"), Bold, Size, table.Caption, after: 2);
        Row(tag.Add("THead").Add("TR"), table, widths, table.Heads, head: true);
        var body = tag.Add("TBody");
        foreach (var row in table.Rows)
        {
            Row(body.Add("TR"), table, widths, row, head: false);
        }

        _y -= 12;
    }

    private void Row(Tag tr, PaperTable table, double[] widths, IReadOnlyList<string> cells, bool head)
    {
        var height = Small * Leading;
        var tags = cells.Select((_, i) => head ? tr.Add("TH", "Column") : i == 0 ? tr.Add("TH", "Row") : tr.Add("TD")).ToList();
        var lines = cells.Select((c, i) => (head ? Bold : Regular).Lines(c, Small, widths[i] - Pad)).ToList();
        var most = lines.Max(l => l.Count);

        // A row stays together unless it is longer than a page.
        if (_y - (most * height) - Pad < Foot && _y < PageHeight - Margin)
        {
            Turn();
            Repeat(table, widths, head);
        }

        for (var at = 0; at < most;)
        {
            var fit = Math.Clamp((int)((_y - Pad - Foot) / height), 1, most - at);
            for (var i = 0; i < cells.Count; i++)
            {
                var count = Math.Clamp(lines[i].Count - at, 0, fit);
                if (count > 0 && cells[i].Length > 0)
                {
                    var (column, right) = (i, table.Numeric.Contains(i));
                    var pen = head ? Bold : Regular;
                    Page.Text(tags[i], pen, Small, Set(lines[i], at, count, Margin + widths[..i].Sum(), _y - 2, Small, l => right ? widths[column] - Pad - pen.Width(l, Small) : 0));
                }
            }

            _y -= (fit * height) + Pad;
            at += fit;
            if (at < most)
            {
                Turn();
                Repeat(table, widths, head);
            }
        }

        Page.Line(Margin, Margin + widths.Sum(), _y, head ? 1 : 0.4);
    }

    /// <summary>The headers again at the top of a page, for the eye alone: a reader of the structure has them already.</summary>
    private void Repeat(PaperTable table, double[] widths, bool head)
    {
        if (head)
        {
            return;
        }

        var lines = table.Heads.Select((c, i) => Bold.Lines(c, Small, widths[i] - Pad)).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (column, right) = (i, table.Numeric.Contains(i));
            Page.Aside(Bold, Small, Set(lines[i], 0, lines[i].Count, Margin + widths[..i].Sum(), _y - 2, Small, l => right ? widths[column] - Pad - Bold.Width(l, Small) : 0));
        }

        _y -= (lines.Max(l => l.Count) * Small * Leading) + Pad;
        Page.Line(Margin, Margin + widths.Sum(), _y, 1);
    }

    /// <summary>As wide as what stands in each column, and no narrower than its longest word as long as there is room for that.</summary>
    private double[] Widths(PaperTable table)
    {
        var all = table.Rows.Prepend(table.Heads).ToList();
        double Of(int column, Func<string, IEnumerable<string>> parts) => all.SelectMany(r => parts(r[column])).Select(p => Bold.Width(p, Small)).DefaultIfEmpty(0).Max() + Pad + 2;
        var columns = Enumerable.Range(0, table.Heads.Count).ToList();
        var least = columns.Select(c => Math.Min(Of(c, t => t.Split(' ', '\n')), Across / 2)).ToArray();
        var wished = columns.Select(c => Math.Max(least[c], Of(c, t => t.Split('\n')))).ToArray();
        if (wished.Sum() <= Across)
        {
            return wished;
        }

        var (room, more) = (Across - least.Sum(), wished.Sum() - least.Sum());
        return room > 0 ? [.. columns.Select(c => least[c] + ((wished[c] - least[c]) * room / more))] : [.. least.Select(w => w * Across / least.Sum())];
    }
}
