using System.Text;
using Throughgate.Web.Documents.Content;
using static Throughgate.Tests.Documents.SomeFiles;

namespace Throughgate.Tests.Documents;

/// <summary>R37: what is taken, by content; what can run or hide something is refused; pictures lose where they were taken.</summary>
[Trait("requirement", "R37")]
public sealed class ContentCheckTests
{
    private static readonly string Virus = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    public static TheoryData<string, byte[], string> Taken =>
        new()
        {
            { "letter.pdf", Pdf(), "pdf" },
            { "letter.PDF", Pdf(packed: "<< /Type /Page >>"), "pdf" },
            { "report.docx", Docx(), "docx" },
            { "list.xlsx", Zip(("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), ("xl/workbook.xml", "<workbook/>")), "xlsx" },
            { "link.docx", Docx(("word/_rels/document.xml.rels", "<Relationship Type=\"http://x/hyperlink\" Target=\"https://example.org\" TargetMode=\"External\"/>")), "docx" },
            { "report.odt", Odt(), "odt" },
            { "certificate.png", Png(), "png" },
            { "photo.jpg", Jpeg(), "jpg" },
            { "photo.jpeg", Jpeg(exif: false), "jpg" },
            { "note.txt", Encoding.UTF8.GetBytes("Siân is 3 < 4 years in.\r\n"), "txt" },
        };

    public static TheoryData<string, byte[]> Refused =>
        new()
        {
            { "empty.pdf", [] },
            { "large.txt", Encoding.ASCII.GetBytes(new string('x', ContentCheck.Most + 1)) },
            { "x.txt", Bytes(Virus) },
            { "x.pdf", [.. Pdf()[..^6], .. Bytes(Virus), .. Bytes("%%EOF\n")] },
            { "eicar.txt", Bytes("harmless") },
            { "program.exe", [.. Bytes("MZ"), 0x90, 0, 3, 0] },
            { "letter.pdf.exe", Pdf() },
            { "letter.html", Pdf() },
            { "letter.txt", Pdf() },
            { "photo.png", Jpeg() },
            { "page.txt", Bytes("  <html><script>alert(1)</script>") },
            { "drawing.svg", Bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
            { "drawing.txt", Bytes("Dear all,\n<SVG onload=alert(1)>") },
            { "note.txt", [.. Bytes("text"), 0, 1, 2] },
            { "latin.txt", [0x53, 0x69, 0xe2, 0x6e] },
            { "js.pdf", Pdf("/OpenAction << /S /JavaScript /JS (app.alert) >>") },
            { "hidden.pdf", Pdf("/OpenAction << /S /J#61vaScript /#4AS (app.alert) >>") },
            { "packed.pdf", Pdf(packed: "1 0 << /S /Launch /F (cmd.exe) >>") },
            { "file.pdf", Pdf("/Names << /EmbeddedFiles 3 0 R >>") },
            { "locked.pdf", [.. Bytes("%PDF-1.7\n/Encrypt 3 0 R\n%%EOF")] },
            { "polyglot.pdf", [.. Pdf(), .. Docx()] },
            { "polyglot.docx", [.. Bytes("%PDF"), .. Docx()] },
            { "hung-on.docx", [.. Docx(), .. Bytes("<script>")] },
            { "macro.docx", Docx(("word/vbaProject.bin", "x")) },
            { "macro2.docx", Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml wordprocessingml.document.main+xml")) },
            { "inside.docx", Docx(("word/embeddings/oleObject1.bin", "x")) },
            { "template.docx", Docx(("word/_rels/settings.xml.rels", "<Relationship Type=\"http://x/attachedTemplate\" Target=\"https://evil.example/t.dotm\" TargetMode=\"External\"/>")) },
            { "basic.odt", Odt(("Basic/Standard/Module1.xml", "x")) },
            { "slip.docx", Docx(("../../etc/passwd", "x")) },
            { "slip2.docx", Docx(("word\\..\\x", "x")) },
            { "plain.zip", Zip(("a.txt", "a")) },
            { "plain.docx", Zip(("a.txt", "a")) },
            { "bomb.docx", Bomb(210L * 1024 * 1024) },
            { "many.docx", Zip([.. Enumerable.Range(0, 10_000).Select(i => ($"word/{i}.xml", ""))]) },
            { "cut.docx", Docx()[..^30] },
            { "cut.png", Png()[..^20] },
            { "cut.jpg", Jpeg()[..80] },
            { "huge.png", Huge() },
        };

    [Theory, MemberData(nameof(Taken))]
    public void What_people_work_with_is_taken(string name, byte[] content, string type)
    {
        var read = ContentCheck.Of(name, content);
        (read.Problem, read.FileType).ShouldBe((null, type));
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_can_run_hide_or_swell_is_refused_with_a_reason(string name, byte[] content)
    {
        var read = ContentCheck.Of(name, content);
        read.FileType.ShouldBeNull(name);
        read.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_photograph_loses_place_camera_and_comments_and_keeps_which_side_is_up()
    {
        var clean = ContentCheck.Of("photo.jpg", Jpeg()).Content;
        var text = Encoding.Latin1.GetString(clean);
        text.ShouldNotContain("GPS");
        text.ShouldNotContain("Okafo");
        text.ShouldNotContain("hung on");
        clean[^2..].ShouldBe([0xff, 0xd9]);
        text.ShouldContain("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
        ContentCheck.Of("photo.jpg", clean).Content.ShouldBe(clean);
        Encoding.Latin1.GetString(ContentCheck.Of("photo.jpg", Jpeg(exif: false)).Content).ShouldNotContain("Exif");
    }

    [Fact]
    public void A_picture_loses_text_place_and_what_hangs_on_after_its_end()
    {
        var picture = Png(("tEXt", Bytes("Author\0K. Okafor")), ("eXIf", Bytes("MM\0*GPS")), ("tIME", [7, 218, 5, 4, 0, 0, 0]), ("gAMA", [0, 0, 177, 143]));
        var clean = ContentCheck.Of("x.png", [.. picture, .. Bytes("PK hung on")]).Content;
        var text = Encoding.Latin1.GetString(clean);
        foreach (var gone in new[] { "Okafor", "GPS", "tIME", "hung on" })
        {
            text.ShouldNotContain(gone);
        }

        text.ShouldContain("gAMA");
        clean.ShouldBe(Png(("gAMA", [0, 0, 177, 143])));
    }

    [Fact]
    public void Any_cut_or_changed_picture_is_refused_and_never_throws()
    {
        var chance = new Random(37);
        foreach (var (name, file) in new[] { ("x.png", Png()), ("x.jpg", Jpeg()), ("x.docx", Docx()), ("x.pdf", Pdf()), ("x.odt", Odt()) })
        {
            for (var i = 0; i < 500; i++)
            {
                var changed = file[..chance.Next(file.Length + 1)];
                if (changed.Length > 0)
                {
                    changed[chance.Next(changed.Length)] = (byte)chance.Next(256);
                }

                Should.NotThrow(() => ContentCheck.Of(name, changed));
            }
        }
    }

    private static byte[] Huge()
    {
        var picture = Png();
        picture[16] = 0x7f;
        return picture;
    }
}
