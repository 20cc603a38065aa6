using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Throughgate.Domain.Returns;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>The return as JSON (RET-1), in the order of the form; with people, each figure has its people's references beside it.</summary>
public static class ReturnJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(QuarterlyReturn figures, bool withPeople)
    {
        using var stream = new MemoryStream();
        Write(stream, figures, withPeople);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Stream to, QuarterlyReturn figures, bool withPeople)
    {
        using var json = new Utf8JsonWriter(to, Layout);
        json.WriteStartObject();
        WriteHead(json, figures.Question);
        WriteTable(json, figures.I1, withPeople, WriteGenderAndAge);
        WriteTable(json, figures.I2, withPeople, (j, key) => j.WriteString("ethnicity", key));
        WriteTable(json, figures.I3, withPeople, (j, key) => j.WriteString("offence", key));
        json.WriteStartObject(figures.I4.Code);
        WriteFigures(json, figures.I4.Rows[0].Figures, withPeople);
        json.WriteEndObject();
        WriteTable(json, figures.I5, withPeople, (j, key) => j.WriteString("section", key));
        WriteFigures(json, [figures.StartedBefore, figures.ClosedNotCounted], withPeople);
        WriteChecks(json, figures.Checks);
        WriteProblems(json, figures.Problems);
        json.WriteBoolean("submittable", figures.Submittable);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, ReturnQuestion question)
    {
        json.WriteString("scheme", question.Scheme);
        json.WriteString("year", question.Quarter.Year);
        json.WriteNumber("quarter", question.Quarter.Number);
        json.WriteString("from", question.Quarter.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", question.Quarter.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("reading", question.Reading.Code());
    }

    private static void WriteTable(Utf8JsonWriter json, ReturnTable table, bool withPeople, Action<Utf8JsonWriter, string> writeKey)
    {
        json.WriteStartArray(table.Code);
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            writeKey(json, row.Key);
            WriteFigures(json, row.Figures, withPeople);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGenderAndAge(Utf8JsonWriter json, string key)
    {
        var space = key.LastIndexOf(' ');
        json.WriteString("gender", key.AsSpan(0, space));
        json.WriteNumber("age", int.Parse(key.AsSpan(space + 1), CultureInfo.InvariantCulture));
    }

    private static void WriteFigures(Utf8JsonWriter json, IReadOnlyList<Figure> figures, bool withPeople)
    {
        foreach (var figure in figures)
        {
            json.WriteNumber(figure.Column, figure.Value);
            if (withPeople)
            {
                WriteStrings(json, figure.Column + "_people", figure.People);
            }
        }
    }

    private static void WriteChecks(Utf8JsonWriter json, IReadOnlyList<Check> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Code);
            json.WriteBoolean("holds", check.Holds);
            WriteStrings(json, "cases", check.Cases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("person", problem.Person);
            json.WriteString("case", problem.Case);
            json.WriteString("problem", problem.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
