namespace Throughgate.Tests.Build;

public class SampleBundleTests
{
    [Fact]
    public void Holds_every_row_of_the_sample()
    {
        static int Rows(string file) => CsvRows.Read(Repository.PathOf("sample", "caseload", file + ".csv")).Count();
        var cases = SampleBundle.People.SelectMany(p => p.Cases).ToList();
        SampleBundle.People.Count.ShouldBe(Rows("people"));
        SampleBundle.People.Sum(p => p.Residences.Count).ShouldBe(Rows("residences"));
        SampleBundle.People.Sum(p => p.Sentences.Count).ShouldBe(Rows("sentences"));
        cases.Count.ShouldBe(Rows("cases"));
        cases.Sum(c => c.Offers.Count).ShouldBe(Rows("offers"));
        cases.Sum(c => c.Contacts.Count).ShouldBe(Rows("contacts"));
        cases.Sum(c => c.Assessments.Count).ShouldBe(Rows("assessments"));
        cases.Sum(c => c.Ete.Count).ShouldBe(Rows("ete"));
        cases.Sum(c => c.Accommodation.Count).ShouldBe(Rows("accommodation"));
        cases.Sum(c => c.Reviews.Count).ShouldBe(Rows("reviews"));
    }
}
