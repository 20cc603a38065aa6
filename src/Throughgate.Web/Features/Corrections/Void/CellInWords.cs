using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>A cell of a row as people read it: no column's name, no code, dates as everywhere.</summary>
public static class CellInWords
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["contact"] = Words.Key("Reference"),
        ["sentence"] = Words.Key("Reference"),
        ["case"] = Words.Key("Reference"),
        ["at"] = Words.Key("Day and time"),
        ["minutes"] = Words.Key("Minutes"),
        ["kind"] = Words.Key("Kind"),
        ["counts_as"] = Words.Key("Counts as"),
        ["outcome"] = Words.Key("Outcome"),
        ["type"] = Words.Key("Kind"),
        ["main_offence"] = Words.Key("Main offence"),
        ["offence_on"] = Words.Key("Day of the offence"),
        ["arrested_on"] = Words.Key("Arrested"),
        ["sentenced_on"] = Words.Key("Sentenced"),
        ["establishment"] = Words.Key("Held at"),
        ["expected_release_on"] = Words.Key("Expected release"),
        ["released_on"] = Words.Key("Released"),
        ["ends_on"] = Words.Key("Order or licence ends"),
        ["yot"] = Words.Key("YOT"),
        ["from"] = Words.Key("From"),
        ["to"] = Words.Key("To"),
        ["scheme"] = Words.Key("Scheme"),
        ["referred_on"] = Words.Key("Referred"),
        ["lead_professional_on"] = Words.Key("Lead professional named"),
        ["plan_drawn_up_on"] = Words.Key("Plan drawn up"),
        ["plan_agreed_by_person_on"] = Words.Key("Agreed by the young person"),
        ["plan_agreed_by_yot_on"] = Words.Key("Agreed by the YOT"),
        ["closed_on"] = Words.Key("Closed"),
        ["closing_reason"] = Words.Key("Why it was closed"),
        ["role"] = Words.Key("Part"),
        ["worker"] = Words.Key("Name"),
        ["offered_on"] = Words.Key("Offered"),
        ["setting"] = Words.Key("Where"),
        ["answer"] = Words.Key("Answer"),
        ["completed_on"] = Words.Key("Completed"),
        ["purpose"] = Words.Key("Purpose"),
        ["week"] = Words.Key("Week from"),
        ["hours"] = Words.Key("Hours"),
        ["provision"] = Words.Key("Provision"),
        ["unable_reason"] = Words.Key("Unable because"),
        ["suitable"] = Words.Key("Suitable"),
        ["confirmed_on"] = Words.Key("Confirmed"),
        ["told_on"] = Words.Key("Young person told"),
        ["held_on"] = Words.Key("Held"),
        ["what"] = Words.Key("What"),
        ["on"] = Words.Key("Day"),
        ["with_whom"] = Words.Key("With whom"),
        ["asked_on"] = Words.Key("Asked on"),
        ["decision"] = Words.Key("Decision"),
        ["who"] = Words.Key("Who"),
        ["planned_on"] = Words.Key("Planned for"),
        ["how"] = Words.Key("How"),
        ["visit_on"] = Words.Key("Day of the visit"),
        ["paid_by"] = Words.Key("Paid by"),
        ["sources_tried"] = Words.Key("Sources tried"),
        ["archived_on"] = Words.Key("Archived"),
        ["archived_by"] = Words.Key("Archived by"),
        ["own_words"] = Words.Key("In their own words"),
        ["come_back_on"] = Words.Key("Offer to come back"),
        ["why_all_the_same"] = Words.Key("Why all the same"),
        ["recorded_on"] = Words.Key("Recorded on"),
        ["substance_misuse"] = Words.Key("Substance misuse"),
        ["needs"] = Words.Key("Needs"),
        ["version"] = Words.Key("Version"),
        ["begun_on"] = Words.Key("Begun"),
        ["drawn_up_on"] = Words.Key("Drawn up"),
        ["author"] = Words.Key("Author"),
        ["agreed_by_yot_on"] = Words.Key("Agreed by the YOT"),
        ["raised_on"] = Words.Key("Raised on"),
        ["raised_by"] = Words.Key("Raised by"),
        ["text"] = Words.Key("What was said"),
        ["item"] = Words.Key("Item"),
        ["state"] = Words.Key("How far"),
        ["by_whom"] = Words.Key("By whom"),
        ["note"] = Words.Key("Note"),
        ["title"] = Words.Key("Title"),
        ["stage"] = Words.Key("Stage"),
        ["offered"] = Words.Key("Offered"),
        ["taken_up"] = Words.Key("Taken up"),
        ["decided_by"] = Words.Key("Decided by"),
        ["who_carries_on"] = Words.Key("Who carries on"),
    };

    /// <summary>What the cell is called: English, the key of its Welsh.</summary>
    public static string Label(string column) => Labels.TryGetValue(column, out var label) ? label : Reference.Instance.Label("section", column);

    /// <summary>The cell says where somebody is or lives.</summary>
    public static bool IsPlace(string column) => column is "establishment" or "yot" or "place" or "address";

    /// <summary>What the cell says; free text stays as it was typed.</summary>
    public static string Value(Words words, string file, string column, string cell)
    {
        var list = BundleFiles.All.FirstOrDefault(f => f.Name == file)?.Columns.FirstOrDefault(c => c.Name == column)?.Codes?.Name;
        return list switch
        {
            "YOTs" => Reference.Instance.Yots.TryGetValue(cell, out var yot) ? yot.Name : cell,
            "establishments" => Reference.Instance.Called(cell),
            "schemes" => Reference.Instance.Schemes.TryGetValue(cell, out var scheme) ? scheme.Name : cell,
            "roles" => words[Parts[cell]].ToString(),
            { } codes => words[Reference.Instance.Label(codes["list ".Length..], cell)].ToString(),
            null => Plain(words, column, cell),
        };
    }

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        [AllocationRoles.LeadWorker] = Words.Key("Lead worker"),
        [AllocationRoles.CaseManager] = Words.Key("Case manager"),
        [AllocationRoles.Mentor] = Words.Key("Mentor"),
    };

    private static string Plain(Words words, string column, string cell)
    {
        if (cell is "yes" or "no")
        {
            return words[cell == "yes" ? Words.Key("Yes") : Words.Key("No")].ToString();
        }

        var typed = column is "own_words" or "text" or "answer" or "note" or "what" or "how";
        if (!typed && cell.Length is 10 or 16 && DateOnly.TryParseExact(cell.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return cell.Length == 10 ? new Days(words).Short(day) : $"{new Days(words).Short(day)}, {cell[11..]}";
        }

        return cell;
    }
}
