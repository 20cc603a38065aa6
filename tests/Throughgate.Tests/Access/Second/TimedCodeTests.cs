using System.Text;
using Throughgate.Web.Access.SigningIn.Second;

namespace Throughgate.Tests.Access.Second;

[Trait("requirement", "R8")]
public sealed class TimedCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the SHA-1 rows.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_of_the_standard(long seconds, string code)
    {
        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        TimedCode.At(Secret, TimedCode.StepOf(instant), 8).ShouldBe(code);
        TimedCode.At(Secret, TimedCode.StepOf(instant)).ShouldBe(code[2..]);
    }

    /// <summary>RFC 4226, appendix D.</summary>
    [Fact]
    public void The_codes_by_counter_of_the_standard_before_it() =>
        Enumerable.Range(0, 10).Select(n => TimedCode.At(Secret, n)).ShouldBe(
            ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
        );

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_to_either_side_is_good_and_no_more(int away, bool good)
    {
        var now = new DateTimeOffset(2026, 7, 1, 22, 30, 15, TimeSpan.Zero);
        (TimedCode.Match(Secret, TimedCode.At(Secret, TimedCode.StepOf(now) + away), now) is not null).ShouldBe(good);
    }

    [Theory]
    [InlineData("287 082", true)]
    [InlineData(" 287082 ", true)]
    [InlineData("287083", false)]
    [InlineData("", false)]
    [InlineData("28708", false)]
    [InlineData("2870821", false)]
    public void However_it_is_typed(string typed, bool good) =>
        (TimedCode.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59)) is not null).ShouldBe(good);

    /// <summary>RFC 4648, section 10, without the padding that apps leave out.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_as_the_standard_says(string bytes, string text) => Base32.Write(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);

    [Fact]
    public void The_picture_holds_the_key_and_names_the_account() =>
        TimedCode.Address(Secret, "ann+b@leeds.example").ShouldBe(
            "otpauth://totp/Throughgate:ann%2Bb%40leeds.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Throughgate&algorithm=SHA1&digits=6&period=30"
        );

    [Theory]
    [InlineData(Proofs.Password, false, false, Passage.In)]
    [InlineData(Proofs.Password, false, true, Passage.MustSetUp)]
    [InlineData(Proofs.Password, true, false, Passage.MustProve)]
    [InlineData(Proofs.Password, true, true, Passage.MustProve)]
    [InlineData(Proofs.Both, false, true, Passage.In)]
    [InlineData(Proofs.Both, true, true, Passage.In)]
    public void How_far_a_session_is(string proof, bool hasSecond, bool required, Passage passage) =>
        Passages.Of(proof, hasSecond, new SecondFactorPolicy(required)).ShouldBe(passage);
}
