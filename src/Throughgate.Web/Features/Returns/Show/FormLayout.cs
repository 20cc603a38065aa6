using Throughgate.Domain.Returns;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Show;

/// <summary>Lays the return out as the form: tables I1 to I5, both readings of "started" side by side, each non-zero figure a link to its people.</summary>
/// <param name="people">Where the people behind a figure are; the return's own page for them where not given.</param>
public sealed class FormLayout(ReturnAddress address, QuarterlyReturn inPeriod, QuarterlyReturn byPeriodEnd, Words words, Func<string, string, string, Reading, string>? people = null)
{
    private readonly Said _said = new(words);

    private static readonly (string Column, Reading Reading)[] Measures =
    [
        (Tables.Released, Reading.InPeriod),
        (Tables.ReleasedStarted, Reading.InPeriod),
        (Tables.ReleasedStarted, Reading.ByPeriodEnd),
        (Tables.CommunityStarted, Reading.InPeriod),
    ];

    public FormTable AgeAndGender()
    {
        List<string> ages = [.. Tables.Ages.Select(Sums.AgeText)];
        var bands = Tables.GendersInOrder.Select(gender => new FormBand(
            _said.Label("gender", gender),
            Rows("I1", [.. ages.Select(age => $"{gender} {age}"), gender])
        ));
        return new(_said.Table("I1"), [], [.. ages, words["All ages"]], [.. bands, new(words["All"], Rows("I1", [.. ages, ""]))]);
    }

    public FormTable EthnicGroups() =>
        new(words["Starting, by ethnic group"], [], [.. Sums.Groups.Select(g => _said.Row("I2", g)), words["Total"]], [new("", Rows("I2", [.. Sums.Groups, ""]))]);

    public FormTable Ethnicities()
    {
        var codes = Reference.Instance.Codes["ethnicity"];
        return new(
            _said.Table("I2"),
            [.. codes.GroupBy(c => c.Group).Select(g => (_said.Row("I2", g.Key), g.Count())), ("", 1)],
            [.. codes.Select(c => _said.Label("ethnicity", c.Value)), words["Total"]],
            [new("", Rows("I2", [.. codes.Select(c => c.Value), ""]))]
        );
    }

    public FormTable Offences()
    {
        var codes = inPeriod.Question.Offences;
        return new(_said.Table("I3"), [], [.. codes.Select(c => _said.Label("offence", c)), words["Total"]], [new("", Rows("I3", [.. codes, ""]))]);
    }

    public FormTable Completing() =>
        new(
            _said.Table("I4"),
            [],
            [words["Total"]],
            [new("", [.. inPeriod.I4.Columns.Select(c => new FormRow(_said.Measure(c), [Cell("I4", "", c, Reading.InPeriod)]))])]
        );

    /// <summary>As printed: a row for each section, the three counts as columns.</summary>
    public FormTable Asset() =>
        new(
            _said.Table("I5"),
            [],
            [.. inPeriod.I5.Columns.Select(c => _said.Measure(c))],
            [
                new(
                    "",
                    [
                        .. inPeriod.I5.Rows.Select(r => new FormRow(
                            _said.Row("I5", r.Key),
                            [.. inPeriod.I5.Columns.Select(c => Cell("I5", r.Key, c, Reading.InPeriod))]
                        )),
                    ]
                ),
            ]
        );

    /// <summary>One figure with its link.</summary>
    public FormCell Cell(string table, string row, string column, Reading reading)
    {
        var count = Sums.Find(reading == Reading.InPeriod ? inPeriod : byPeriodEnd, table, row, column)!.Value;
        return new(count, count == 0 ? null : (people ?? address.People)(table, row, column, reading));
    }

    private List<FormRow> Rows(string table, IReadOnlyList<string> keys) =>
        [.. Measures.Select(m => new FormRow(_said.Measure(m.Column, m.Reading), [.. keys.Select(key => Cell(table, key, m.Column, m.Reading))]))];
}
