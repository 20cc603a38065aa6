using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Returns.Write;

namespace Throughgate.Web.Features.Returns.Versions;

/// <summary>A frozen version as JSON: who, when, by which rules and program, and the return itself under <c>return</c>.</summary>
public static class VersionJson
{
    public static string Text(OpenedVersion opened, HandedVersion version, QuarterlyReturn figures)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", version.Number);
            json.WriteString("rules", opened.Row.Edition);
            json.WriteString("product", opened.Row.Product);
            json.WriteString("data_at", At(opened.Row.DataAt));
            json.WriteString("sha256", opened.Row.Hash);
            json.WriteBoolean("replayed_the_same", opened.IsWhole);
            json.WriteString("submitted_by", version.ByName);
            json.WriteString("submitted_at", At(version.At));
            json.WriteString("why", version.Why);
            json.WriteBoolean("signed", version.Decision is { Signed: true });
            json.WriteString("decided_by", version.Decision?.ByName);
            json.WriteString("decided_at", version.Decision is { } decision ? At(decision.At) : null);
            json.WriteString("reason", version.Decision?.Reason);
            json.WriteStartArray("accepted");
            foreach (var item in opened.Bundle.Accepted)
            {
                json.WriteStartObject();
                json.WriteString("person", opened.People.GetValueOrDefault(item.Person)?.References[item.Person] ?? item.Person);
                json.WriteString("kind", item.Kind);
                json.WriteString("by", item.ByName);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("return");
            json.WriteRawValue(ReturnJson.Text(figures, withPeople: false));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
