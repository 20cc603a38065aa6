using System.Diagnostics;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Accounts.Common;

namespace Throughgate.Tests.Access;

[Trait("requirement", "R12")]
public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("PASSWORD1234")]
    [InlineData("Password2026!!")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("dragondragon")]
    [InlineData("Liverpool2024!")]
    [InlineData("m4nch3st3r1878")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("qwertyuiop123")]
    [InlineData("iloveyou iloveyou")]
    public void What_people_choose_is_refused_also_when_it_is_dressed_up(string password) => CommonPasswords.Has(password).ShouldBeTrue();

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("violet kettle harbour")]
    [InlineData("through the gate")]
    [InlineData("pas d’espace à Ynys Môn")]
    [InlineData("tr9Kq!vw8zLp2")]
    public void What_they_do_not_is_not(string password) => CommonPasswords.Has(password).ShouldBeFalse();

    [Fact]
    public void It_says_what_to_do() =>
        Passwords.Problem("Password2026!!", "ann@leeds.example", "Ann Other")!.ShouldContain("three or four words");

    [Fact]
    public void The_whole_list_is_asked_in_a_moment()
    {
        var watch = Stopwatch.StartNew();
        CommonPasswords.Has("not among them at all");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
