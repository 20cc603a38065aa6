using FsCheck;
using FsCheck.Fluent;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Tests.Data.Csv;

/// <summary>R21: no cell of a file for a spreadsheet begins a formula, whatever hides its first character.</summary>
public class SafeCsvTests
{
    private static readonly string[] Hiding = ["", " ", "  ", "\t", "\r", "\n", "\0", "\ufeff", "\u200b", "\u00a0", "\u3000", "\u202e", "\u0085", "'", "\""];
    private static readonly string[] Signs = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "|", "%"];

    [Fact]
    [Trait("requirement", "R21")]
    public void Whatever_hides_a_sign_the_cell_is_led_by_an_apostrophe()
    {
        var cell =
            from hiding in Gen.Elements(Hiding).ListOf()
            from sign in Gen.Elements(Signs)
            from rest in Gen.Elements("1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"x\")", "", "SUM(A1)").ListOf()
            select string.Concat(hiding) + sign + string.Concat(rest) + "x";
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100_000), Prop.ForAll(cell.ToArbitrary(), c => SafeCsv.Neutral(c)[0] == '\''));
    }

    [Fact]
    public void Nothing_is_lost_but_noughts_and_the_same_apostrophe_is_all_that_is_added()
    {
        var cell = Gen.Elements([.. Hiding, .. Signs, "a", "1", ".", "É"]).ListOf().Select(string.Concat);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(cell.ToArbitrary(), c => SafeCsv.Neutral(c) is var safe && (safe == c.Replace("\0", "") || safe == "'" + c.Replace("\0", "")))
        );
    }

    [Theory]
    [InlineData("-3", "-3")]
    [InlineData("-3.50", "-3.50")]
    [InlineData("12", "12")]
    [InlineData("2010-09-15", "2010-09-15")]
    [InlineData("Ann", "Ann")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("-3.5.1", "'-3.5.1")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("", "")]
    public void Plain_numbers_and_words_stay_as_they_are(string cell, string expected) => SafeCsv.Neutral(cell).ShouldBe(expected);

    [Fact]
    public void A_bundle_keeps_cells_as_they_are()
    {
        using var text = new StringWriter();
        SafeCsv.Bundle(text).Row("=1+1", " @x", null);
        text.ToString().ShouldBe("=1+1,\" @x\",\n");
        using var sheet = new StringWriter();
        SafeCsv.Spreadsheet(sheet).Row("=1+1", " @x", "a,b");
        sheet.ToString().ShouldBe("'=1+1,' @x,\"a,b\"\n");
    }
}
