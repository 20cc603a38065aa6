namespace Throughgate.Tests.Time;

public class AgeTests
{
    [Theory]
    [InlineData("1994-05-10", "2010-05-09", 15)]
    [InlineData("1994-05-10", "2010-05-10", 16)]
    [InlineData("1992-02-29", "2010-02-28", 17)] // born on 29 February: 18 on 1 March in a common year
    [InlineData("1992-02-29", "2010-03-01", 18)]
    [InlineData("1992-02-29", "2012-02-28", 19)]
    [InlineData("1992-02-29", "2012-02-29", 20)]
    [InlineData("1994-12-31", "2010-01-01", 15)]
    public void Whole_years_with_the_birthday_of_29_February_on_1_March(string born, string on, int age) =>
        Age.On(DateOnly.Parse(born), DateOnly.Parse(on)).ShouldBe(age);

    [Fact]
    public void The_birthday_is_the_first_day_of_that_age_for_every_day_of_eight_years()
    {
        for (var born = new DateOnly(1992, 1, 1); born.Year < 2000; born = born.AddDays(1))
        {
            for (var age = 10; age <= 18; age++)
            {
                var birthday = Age.Birthday(born, age);
                Age.On(born, birthday).ShouldBe(age);
                Age.On(born, birthday.AddDays(-1)).ShouldBe(age - 1);
            }
        }
    }
}
