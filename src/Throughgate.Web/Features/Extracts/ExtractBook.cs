using Throughgate.Domain.Extracts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Extracts;

/// <summary>An extract as tables to take away, with a sheet that says what each column means; in the order of its cells, so that the order tells nothing.</summary>
public sealed class ExtractBook(Words words)
{
    public static IReadOnlyList<string> Conditions { get; } =
    [
        Words.Key("Nobody tries to find out who somebody in it is, and lays it beside nothing that could tell."),
        Words.Key("It is kept safe, given to nobody else, and destroyed when the study ends."),
        Words.Key("What is published counts at least five young people."),
    ];

    public Book Of(Extract extract, Question question, Study study, byte[] key, string organisation, string agreement)
    {
        var rows = extract
            .Rows.Select(r => (Row: r, Name: Pseudonym.Of(key, r.Person)))
            .OrderBy(r => string.Join('\u001f', r.Row.Recognisable), StringComparer.Ordinal)
            .ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => (IReadOnlyList<object?>)[r.Name, Returns.Said.Scheme(question.Scheme), .. r.Row.Recognisable.Select((cell, c) => Cell(RecognisableBy.Columns[c].Steps[extract.Levels[c]], cell)), .. r.Row.Outcomes.Select(o => words[o].ToString())]);
        return new($"extract-{question.Scheme}-{PeriodAsked.Text(question.Period.From)}-{PeriodAsked.Text(question.Period.To!.Value)}", $"{words["Pseudonymous extract"]}: {study.Name}", [new(words["Extract"], Columns(extract), [.. rows])])
        {
            Notes =
            [
                $"{words[OfWhom(question.Whose)]}: {Returns.Said.Scheme(question.Scheme)}, {PeriodAsked.Say(question.Period, words)}.",
                words["Made for {0}; agreement {1}.", organisation, agreement],
                words["Only young people who said yes to this use are in it, so it cannot stand for everybody."],
                words["In all columns from age to special educational needs together, at least {0} rows are alike.", Extract.Fewest],
                extract.LeftOut == 0 ? words["No row was left out to reach that."] : extract.LeftOut < Extract.Fewest ? words["Fewer than {0} rows were left out to reach that.", Extract.Fewest] : words["{0} rows were left out to reach that.", extract.LeftOut],
                .. Conditions.Select(c => words[c].ToString()),
            ],
            Terms = [(words[Extract.NotGiven], words["All who are alike share one answer, and knowing it could harm them."])],
        };
    }

    public static string OfWhom(Whose whose) => whose == Whose.Released ? Words.Key("Young people released from custody in the period") : Words.Key("Young people whose programme started in the period");

    /// <summary>Every column: its name, what it means, and what can stand in it.</summary>
    public Column[] Columns(Extract extract) =>
        [
            new(words["Pseudonym"], Kind.Text, words["Stands for one young person in this study, and in no other"]),
            new(words["Area"], Kind.Text, words["The scheme"]),
            .. RecognisableBy.Columns.Select((c, i) => new Column(words[c.Label], Kind.Text, $"{words[c.Means]} {words["Here:"]} {words[c.Steps[extract.Levels[i]].Called]}. {Values(c.Steps[extract.Levels[i]].Values)}".Trim())),
            .. Outcomes.Columns.Select(o => new Column(words[o.Label], Kind.Text, $"{words[o.Means]} {Values(o.Values)}")),
        ];

    private string Values(IReadOnlyList<string> values) => string.Join(" · ", values.Select(v => words[v].ToString()));

    private string Cell(Step step, string cell) => step.Values.Count == 0 ? cell : words[cell];
}
