using System.Reflection;
using System.Runtime.InteropServices;
using SkiaSharp;
using Throughgate.Web.Ui.Printing.Papers;

namespace Throughgate.Web.Ui.Pictures.Files;

/// <summary>A picture as PNG, twice as fine as its points, with the letters that come with the program: the same on every server.</summary>
public static class PngFile
{
    private const int Fineness = 2;
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "skia", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(), "libSkiaSharp.so");
    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)> Faces = new(() => (Face(Typeface.Regular), Face(Typeface.Bold)));

    static PngFile() => NativeLibrary.SetDllImportResolver(typeof(SKSurface).Assembly, Load);

    /// <summary>Linux on x64 and ARM64, for which the drawing library is delivered; elsewhere there is SVG alone.</summary>
    public static bool IsThere => File.Exists(Library);

    public static byte[] Bytes(Picture picture)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Picture.Width * Fineness, (int)Math.Ceiling(picture.Height) * Fineness));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Fineness);
        foreach (var mark in picture.Marks)
        {
            Draw(surface.Canvas, mark);
        }

        using var image = surface.Snapshot();
        using var bytes = image.Encode(SKEncodedImageFormat.Png, 100);
        return bytes.ToArray();
    }

    private static void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                using (var paint = Paint(line.Colour, line.Thick))
                {
                    canvas.DrawLine((float)line.X1, (float)line.Y1, (float)line.X2, (float)line.Y2, paint);
                }

                break;
            case DotMark dot:
                using (var paint = Paint(dot.Colour))
                {
                    canvas.DrawCircle((float)dot.X, (float)dot.Y, (float)dot.Radius, paint);
                }

                break;
            case BoxMark box:
                using (var paint = Paint(box.Colour))
                {
                    canvas.DrawRect((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height, paint);
                }

                break;
            case WordMark word:
                Write(canvas, word);
                break;
        }
    }

    private static void Write(SKCanvas canvas, WordMark word)
    {
        var align = word.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        using var font = new SKFont(word.Bold ? Faces.Value.Bold : Faces.Value.Regular, (float)word.Size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var around = Paint("#ffffff", 3);
        using var ink = Paint(word.Colour);
        canvas.DrawText(word.Words, (float)word.X, (float)word.Y, align, font, around);
        canvas.DrawText(word.Words, (float)word.X, (float)word.Y, align, font, ink);
    }

    private static SKPaint Paint(string colour, double? thick = null) =>
        new() { IsAntialias = true, Color = SKColor.Parse(colour), Style = thick is null ? SKPaintStyle.Fill : SKPaintStyle.Stroke, StrokeWidth = (float)(thick ?? 0) };

    private static SKTypeface Face(Typeface face)
    {
        using var data = SKData.CreateCopy(face.File.Span);
        return SKTypeface.FromData(data);
    }

    private static IntPtr Load(string name, Assembly asking, DllImportSearchPath? search) => name == "libSkiaSharp" && IsThere ? NativeLibrary.Load(Library) : IntPtr.Zero;
}
