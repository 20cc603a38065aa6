using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Ui.Language;

public sealed class WordsTests
{
    private static readonly Vocabulary Some = Vocabulary.Of(("test", "# a note\nDue {0}\tI'w wneud {0}\n{0} dog|{0} dogs\tdim ci|un ci|dau gi|tri chi|chwe chi|{0} ci\n"));
    private static readonly Words Cymraeg = new(Some, Words.Welsh);
    private static readonly Words English = new(Some, Words.English);

    [Theory]
    [InlineData(0, "dim ci", "0 dogs")]
    [InlineData(1, "un ci", "1 dog")]
    [InlineData(2, "dau gi", "2 dogs")]
    [InlineData(3, "tri chi", "3 dogs")]
    [InlineData(4, "4 ci", "4 dogs")]
    [InlineData(6, "chwe chi", "6 dogs")]
    [InlineData(101, "101 ci", "101 dogs")]
    public void Welsh_counts_in_six_ways(int n, string welsh, string english)
    {
        Cymraeg.N(n, "{0} dog", "{0} dogs").ToString().ShouldBe(welsh);
        English.N(n, "{0} dog", "{0} dogs").ToString().ShouldBe(english);
    }

    [Fact]
    public void What_has_no_Welsh_is_marked_as_English() => Html(Cymraeg["New <thing>"]).ShouldBe("<span lang=\"en\">New &lt;thing&gt;</span>");

    [Fact]
    public void Arguments_are_encoded_and_markup_is_kept()
    {
        Html(English["Due {0}", "<script>"]).ShouldBe("Due &lt;script&gt;");
        Html(English["Due {0}", new HtmlString("<b>now</b>")]).ShouldBe("Due <b>now</b>");
        Html(English["Due {0}", English["Due {0}", "\u00010\u0001"]]).ShouldBe("Due Due 0");
        Html(English["Due {0}, {1}", new HtmlString("<i>a</i>"), "\u00010\u0001&"]).ShouldBe("Due <i>a</i>, 0&amp;");
    }

    [Fact]
    public void As_a_string_it_is_plain() => English["Due {0}", "<x> & y"].ToString().ShouldBe("Due <x> & y");

    [Fact]
    public void A_line_without_its_Welsh_is_refused() => Should.Throw<InvalidDataException>(() => Vocabulary.Of(("x/Words.tsv", "Only English\n"))).Message.ShouldContain("x/Words.tsv");

    [Fact]
    public void One_phrase_has_one_Welsh() => Should.Throw<InvalidDataException>(() => Vocabulary.Of(("a", "Today\tHeddiw\n"), ("b", "Today\tArall\n")));

    private static string Html(Phrase content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
