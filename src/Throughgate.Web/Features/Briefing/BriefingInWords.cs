using System.Text;
using Throughgate.Domain.Briefings;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Printing.Papers;

namespace Throughgate.Web.Features.Briefing;

/// <summary>A briefing as people read it: on the page, in an e-mail, on paper.</summary>
public sealed class BriefingInWords(Words words)
{
    public string Table(BriefingTable table) =>
        table switch
        {
            BriefingTable.Yot => words["By YOT"],
            BriefingTable.Leaves => words["When they are to leave"],
            BriefingTable.Offence => words["By offence"],
            BriefingTable.Age => words["By age"],
            BriefingTable.EthnicGroup => words["By ethnic group"],
            BriefingTable.LookedAfter => words["Looked after"],
            BriefingTable.Send => words["Special educational needs or disability"],
            BriefingTable.SentencedBefore => words["A court had sentenced them before"],
            _ => words["By establishment"],
        };

    public string Row(BriefingTable table, string row)
    {
        var reference = Reference.Instance;
        return (table, row) switch
        {
            (_, BriefingTables.Others) => words["All others"],
            (BriefingTable.Leaves, "") => words["No date is known"],
            (_, "") => words["Not known"],
            (BriefingTable.Yot, _) => reference.Yots.TryGetValue(row, out var yot) ? yot.Name : row,
            (BriefingTable.Establishment, _) => reference.EstablishmentName(row),
            (BriefingTable.EthnicGroup, _) => words[row],
            (BriefingTable.Leaves, "passed") => words["The date has passed"],
            (BriefingTable.Leaves, "4_weeks") => words["In the next 4 weeks"],
            (BriefingTable.Leaves, "12_weeks") => words["In 5 to 12 weeks"],
            (BriefingTable.Leaves, _) => words["Later"],
            (BriefingTable.Offence, "violence") => words["Violence and robbery"],
            (BriefingTable.Offence, "sexual") => words["Sexual offences"],
            (BriefingTable.Offence, "taking") => words["Burglary, theft and fraud"],
            (BriefingTable.Offence, "drugs") => words["Drugs"],
            (BriefingTable.Offence, "breach") => words["Breach of an order"],
            (BriefingTable.Offence, _) => words["Other offences"],
            (BriefingTable.Age, "under_15") => words["14 or younger"],
            (BriefingTable.Age, "15_16") => words["15 or 16"],
            (BriefingTable.Age, "17") => "17",
            (BriefingTable.Age, _) => words["18 or older"],
            _ => row == "yes" ? words["Yes"] : words["No"],
        };
    }

    public string Title(BriefingOf of, DateOnly on) => words["Custody briefing: {0}, {1}", of.Called, new Days(words).Plain(on)];

    public string Total(CustodyBriefing briefing, DateOnly on) =>
        briefing.Total switch
        {
            null => words["Fewer than 5 young people were in custody under a sentence on {0}. The number is not shown.", new Days(words).Plain(on)],
            0 => words["Nobody was in custody under a sentence on {0}.", new Days(words).Plain(on)],
            { } total when briefing.IsRounded => words["About {0} young people were in custody under a sentence on {1}.", total, new Days(words).Plain(on)],
            { } total => words.N(total, "{0} young person was in custody under a sentence on {1}.", "{0} young people were in custody under a sentence on {1}.", new Days(words).Plain(on)),
        };

    public string Beware => words["Rows of 1 to 4 young people are put together under “all others”, and what would still give one away is left out. Who is on remand is not counted. Counted from the records as they are now."];

    public string Rounding => words["Numbers are rounded to the nearest 5, each by itself, so they need not add up."];

    /// <summary>Plain text, ready for an e-mail.</summary>
    public string Text(BriefingOf of, DateOnly on, CustodyBriefing briefing)
    {
        var text = new StringBuilder().Append(Title(of, on)).Append("\n\n").Append(Total(briefing, on)).Append('\n');
        foreach (var table in BriefingTables.All)
        {
            if (briefing.Of(table) is { } rows)
            {
                text.Append('\n').Append(Table(table)).Append('\n');
                foreach (var row in rows)
                {
                    text.Append("- ").Append(Row(table, row.Code)).Append(": ").Append(Number(briefing, row)).Append('\n');
                }
            }
        }

        return text.Append('\n').Append(Rounding).Append(' ').Append(Beware).Append('\n').ToString();
    }

    /// <summary>The same on paper.</summary>
    public Paper Paper(BriefingOf of, DateOnly on, CustodyBriefing briefing)
    {
        var paper = new Paper(Title(of, on), words).Text(Total(briefing, on));
        foreach (var table in BriefingTables.All)
        {
            if (briefing.Of(table) is { } rows)
            {
                paper.Table(Table(table), [words["Which"], words["Young people"]], rows.Select(r => (IReadOnlyList<string>)[Row(table, r.Code), Number(briefing, r)]), new HashSet<int> { 1 });
            }
        }

        return paper.Text(Rounding).Text(Beware);
    }

    private string Number(CustodyBriefing briefing, BriefingRow row) => briefing.IsRounded ? words["about {0}", row.Count] : row.Count.ToString(words.Culture);
}
