using System.Text;
using System.Text.Json;
using Throughgate.Domain.Figures;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>Figures as JSON: each measure with its definition and edition, over the period, the one before and the trend's. What is not shown or not recorded is null.</summary>
public static class FiguresJson
{
    public static string Text(Answered answered)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("of", answered.Level.Code);
            json.WriteStartArray("measures");
            foreach (var measure in answered.Measures)
            {
                Write(json, answered, measure);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Answered answered, Measure measure)
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
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Shown figure)
    {
        json.WriteStartObject();
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

        json.WriteEndObject();
    }

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
