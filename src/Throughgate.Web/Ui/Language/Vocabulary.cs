using System.Reflection;

namespace Throughgate.Web.Ui.Language;

/// <summary>
/// The Welsh of every phrase, read once from the Words.tsv of all features. A line is <c>English TAB Cymraeg</c>; a counted phrase is
/// <c>one|many TAB zero|one|two|few|many|other</c> (or a single Welsh form for every number). Lines that begin with # and empty lines are notes.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, string> _welsh = new(StringComparer.Ordinal);

    private Vocabulary()
    {
    }

    public static Vocabulary Embedded { get; } = ReadEmbedded();

    public IReadOnlyDictionary<string, string> Welsh => _welsh;

    /// <summary>Reads lines of one Words.tsv. The same phrase may stand in two files, if both say the same.</summary>
    public static Vocabulary Of(params IEnumerable<(string Source, string Text)> files)
    {
        var vocabulary = new Vocabulary();
        foreach (var (source, text) in files)
        {
            vocabulary.Read(source, text);
        }

        return vocabulary;
    }

    private static Vocabulary ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Of(assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return (name, reader.ReadToEnd());
        }));
    }

    private void Read(string source, string text)
    {
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('\t');
            if (cells.Length != 2 || cells[1].Length == 0)
            {
                throw new InvalidDataException($"{source}: a line must be English, a tab, Cymraeg: '{line}'");
            }

            if (!_welsh.TryAdd(cells[0], cells[1]) && !string.Equals(_welsh[cells[0]], cells[1], StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{source}: '{cells[0]}' has another Welsh elsewhere: '{_welsh[cells[0]]}'");
            }
        }
    }
}
