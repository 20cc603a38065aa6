using Throughgate.Domain.Returns;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>The return as tables to take away: every figure of the form, and whom each counts and why.</summary>
public sealed class ReturnTables(Words words)
{
    private readonly Said _said = new(words);
    private readonly Reasons _reasons = new(words);

    /// <param name="nameOf">Null for a record that the reader may not open: it is counted, and nothing else is said of it.</param>
    /// <param name="unnamed">What is said in its place.</param>
    public Book Of(ReturnAddress address, QuarterlyReturn figures, string fileName, string state, Func<Member, string?> nameOf, Func<Member, string> unnamed)
    {
        var title = $"{words["Quarterly return"]}: {Said.Scheme(address.Scheme)}, {_said.Quarter(address.Quarter)}";
        return new(fileName, title, [new(words["Figures"], Columns, [.. Figures(figures).Select(f => (IReadOnlyList<object?>)[.. Place(f, figures), f.Value])]), People(figures, nameOf, unnamed)])
        {
            Notes = [state, words["Rule {0}", "RET-1"], $"{words["Counted by"]}: {_said.Measure(Tables.ReleasedStarted, figures.Question.Reading)}"],
            Terms = [.. figures.Checks.Select(c => (c.Code, (c.Holds ? words["holds"] : words["does not hold"]).ToString()))],
        };
    }

    /// <summary>The counts that somebody sees who may not open the people; what is hidden is said to be.</summary>
    public Book Of(ReturnAddress address, string fileName, IEnumerable<Show.FormTable> forms) =>
        new(
            fileName,
            $"{words["Counts of the quarterly return"]}: {Said.Scheme(address.Scheme)}, {_said.Quarter(address.Quarter)}",
            [
                new(
                    words["Counts"],
                    [new(words["Table"], Kind.Text), new(words["Row"], Kind.Text), new(words["Column"], Kind.Text), new(words["How many"], Kind.Whole, words["How many young people are counted; a count of 1 to 4 is hidden, and what would give it away"])],
                    [
                        .. from form in forms
                           from band in form.Bands
                           from row in band.Rows
                           from cell in row.Cells.Select((c, i) => (c.Count, Column: form.Columns[i]))
                           select (IReadOnlyList<object?>)[form.Caption, row.Measure, cell.Column, cell.Count is { } count ? (object)count : words["hidden"].ToString()],
                    ]
                ),
            ]
        )
        {
            Notes = [words["Draft, counted from the records of today. “Started” is started in the quarter."], words["Rule {0}", "INF-6"]],
        };

    public static IEnumerable<Guid> PeopleOf(QuarterlyReturn figures) => Figures(figures).SelectMany(f => f.Members).Select(m => m.PersonId).Distinct();

    private Column[] Columns =>
        [
            new(words["Table"], Kind.Text, words["Table of the form; empty for the figures that stand beside the tables"]),
            new(words["Broken down by"], Kind.Text),
            new(words["Row"], Kind.Text),
            new(words["Figure"], Kind.Text),
            new(words["How many"], Kind.Whole, words["How many young people are counted"]),
        ];

    private static IEnumerable<Figure> Figures(QuarterlyReturn figures) =>
        figures.AllTables.SelectMany(t => t.Rows).SelectMany(r => r.Figures).Concat([figures.StartedBefore, figures.ClosedNotCounted]);

    private object?[] Place(Figure figure, QuarterlyReturn figures) =>
        [figure.Table, _said.Table(figure.Table), _said.Row(figure.Table, figure.Row), _said.Alone(figure.Column, figures.Question.Reading)];

    private Sheet People(QuarterlyReturn figures, Func<Member, string?> nameOf, Func<Member, string> unnamed) =>
        new(
            words["People"],
            [
                .. Columns[..4],
                new(words["Young person"], Kind.Text),
                new(words["Reference"], Kind.Text),
                new(words["Date that counts"], Kind.Date),
                new(words["What happened"], Kind.Text),
                new(words["Gender"], Kind.Text),
                new(words["Ethnicity"], Kind.Text),
                new(words["Main offence"], Kind.Text),
                new(words["Why counted"], Kind.Text),
            ],
            [
                .. from figure in Figures(figures)
                   from member in figure.Members
                   select (IReadOnlyList<object?>)
                       [
                           .. Place(figure, figures),
                           .. nameOf(member) is { } name
                               ? (object?[])
                                   [
                                       name,
                                       member.Person,
                                       member.Why.On,
                                       _reasons.Event(member.Why),
                                       _said.Label("gender", member.Gender),
                                       _said.Label("ethnicity", member.Ethnicity),
                                       member.Offence.Length > 0 ? _said.Label("offence", member.Offence) : "",
                                       $"{_reasons.Counts(member.Why)} {_reasons.Of(member, figure.Table, figure.Row, figure.Column)}".Trim(),
                                   ]
                               : [unnamed(member), null, null, null, null, null, null, null],
                       ],
            ]
        );
}
