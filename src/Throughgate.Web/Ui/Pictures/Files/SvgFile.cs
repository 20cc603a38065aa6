using System.Globalization;
using System.Text;
using System.Xml;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Ui.Pictures.Files;

/// <summary>A picture as SVG that stands alone: title and description inside, colours and letters said at each mark, no script and nothing fetched.</summary>
public static class SvgFile
{
    private const string Svg = "http://www.w3.org/2000/svg";

    public static byte[] Bytes(Picture picture, string language)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("svg", Svg);
            Put(xml, ("width", N(Picture.Width)), ("height", N(picture.Height)), ("viewBox", $"0 0 {N(Picture.Width)} {N(picture.Height)}"), ("role", "img"), ("aria-labelledby", "title desc"), ("font-family", "Arial, 'Liberation Sans', sans-serif"));
            xml.WriteAttributeString("xml", "lang", null, language);
            Words("title", picture.Title, ("id", "title"));
            Words("desc", picture.Description, ("id", "desc"));
            Empty("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
            foreach (var mark in picture.Marks)
            {
                Draw(mark);
            }

            xml.WriteEndElement();

            void Draw(Mark mark)
            {
                switch (mark)
                {
                    case LineMark line:
                        Empty("line", ("x1", N(line.X1)), ("y1", N(line.Y1)), ("x2", N(line.X2)), ("y2", N(line.Y2)), ("stroke", line.Colour), ("stroke-width", N(line.Thick)));
                        break;
                    case DotMark dot:
                        Empty("circle", ("cx", N(dot.X)), ("cy", N(dot.Y)), ("r", N(dot.Radius)), ("fill", dot.Colour));
                        break;
                    case BoxMark box:
                        Empty("rect", ("x", N(box.X)), ("y", N(box.Y)), ("width", N(box.Width)), ("height", N(box.Height)), ("fill", box.Colour));
                        break;
                    case WordMark word:
                        Words("text", word.Words, ("x", N(word.X)), ("y", N(word.Y)), ("font-size", N(word.Size)), ("font-weight", word.Bold ? "700" : "400"), ("text-anchor", word.Anchor.ToString().ToLowerInvariant()), ("fill", word.Colour), ("stroke", "#ffffff"), ("stroke-width", "3"), ("paint-order", "stroke"));
                        break;
                }
            }

            void Empty(string name, params ReadOnlySpan<(string, string)> attributes)
            {
                xml.WriteStartElement(name, Svg);
                Put(xml, attributes);
                xml.WriteEndElement();
            }

            void Words(string name, string words, params ReadOnlySpan<(string, string)> attributes)
            {
                xml.WriteStartElement(name, Svg);
                Put(xml, attributes);
                xml.WriteString(CellText.Of(words));
                xml.WriteEndElement();
            }
        }

        return file.ToArray();
    }

    private static void Put(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
