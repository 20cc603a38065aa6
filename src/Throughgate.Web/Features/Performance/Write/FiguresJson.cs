using System.Text;
using System.Text.Json;
using Throughgate.Domain.Figures;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>Figures as JSON: each measure with its definition and edition, over the period, the one before and the trend's. What is not shown or not recorded is null. A measure asked for alone has its breakdowns.</summary>
public static class FiguresJson
{
    /// <param name="withPeople">Beside the period's figure the references of everybody it counts, each with the day and the part.</param>
    public static string Text(Answered answered, bool withPeople = false)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("of", answered.Level.Code);
            json.WriteStartArray("measures");
            foreach (var measure in answered.Measures)
            {
                Write(json, answered, measure, withPeople);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Answered answered, Measure measure, bool withPeople)
    {
        json.WriteStartObject();
        json.WriteString("measure", measure.Code);
        json.WriteString("label", new FigureLabel(measure).English);
        json.WriteString("counted", measure.Whole);
        json.WriteString("met", measure.Meets);
        json.WriteString("untold", measure.Unknown);
        json.WriteString("cannot_say", measure.Beware);
        json.WriteString("rule", measure.Rule);
        json.WriteString("edition", measure.Edition.Name);
        WriteDay(json, "in_force_from", measure.Edition.From);
        WriteDay(json, "in_force_to", measure.Edition.To);
        json.WritePropertyName("period");
        Write(json, answered.Of(measure));
        json.WritePropertyName("before");
        Write(json, answered.Before(measure));
        json.WriteStartArray("trend");
        foreach (var figure in answered.TrendOf(measure))
        {
            Write(json, figure);
        }

        json.WriteEndArray();
        WriteCompared(json, "against_before", answered.Of(measure).Against(answered.Before(measure)));
        WriteBreakdowns(json, answered, measure);
        if (withPeople && answered.Figures is { } figures)
        {
            WritePeople(json, figures.Of(measure).People);
        }

        json.WriteEndObject();
    }

    private static void WriteBreakdowns(Utf8JsonWriter json, Answered answered, Measure measure)
    {
        foreach (var by in answered.Measures.Count == 1 ? answered.BreakdownsOf(measure) : [])
        {
            json.WriteStartArray("by_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(by.ToString()));
            foreach (var (row, figure) in answered.By(measure, by))
            {
                json.WriteStartObject();
                json.WriteString("row", row);
                WriteFigure(json, figure);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void WritePeople(Utf8JsonWriter json, IEnumerable<Measured> people)
    {
        json.WriteStartArray("people");
        foreach (var one in people.OrderBy(o => o.Person.Reference, StringComparer.Ordinal).ThenBy(o => o.On).ThenBy(o => o.Case?.Reference, StringComparer.Ordinal).ThenBy(o => o.Part, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("person", one.Person.Reference);
            json.WriteString("case", one.Case?.Reference);
            json.WriteString("on", PeriodAsked.Text(one.On));
            json.WriteString("part", one.Part);
            WriteNumber(json, "amount", one.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Shown figure)
    {
        json.WriteStartObject();
        WriteFigure(json, figure);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Shown figure)
    {
        json.WriteString("from", PeriodAsked.Text(figure.Period.From));
        json.WriteString("to", PeriodAsked.Text(figure.Period.To!.Value));
        json.WriteString("shown_as", FigureLabel.CodeOf(figure.As));
        WriteNumber(json, "counted", figure.Whole);
        WriteNumber(json, "met", figure.Met);
        WriteNumber(json, "not_met", figure.NotMet);
        WriteNumber(json, "untold", figure.Untold);
        WriteNumber(json, "middle", figure.Middle);
        if (figure.Parts is { } parts)
        {
            json.WriteStartObject("parts");
            for (var i = 0; i < parts.Count; i++)
            {
                json.WriteNumber(figure.Measure.Parts[i].Code, parts[i]);
            }

            json.WriteEndObject();
        }

        if (figure.Share is not null && figure.Told is { } told)
        {
            var interval = Interval.Of(figure.Met!.Value, told);
            WriteNumber(json, "low", Math.Round((decimal)interval.Low, 4));
            WriteNumber(json, "high", Math.Round((decimal)interval.High, 4));
        }
    }

    /// <summary>higher, lower, cannot_tell, too_few; null where there is nothing to compare.</summary>
    private static void WriteCompared(Utf8JsonWriter json, string name, Compared? compared) =>
        json.WriteString(name, compared is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null);

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, PeriodAsked.Text(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
