using System.Globalization;
using System.Text;
using QRCoder;

namespace Throughgate.Web.Features.Signing.Second.SetUp;

/// <summary>A QR code as one path of an SVG: dark squares of one unit, with the quiet zone of four around.</summary>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = new QRCodeGenerator().CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Length; x++)
            {
                if (data.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
