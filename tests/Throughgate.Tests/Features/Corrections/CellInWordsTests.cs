using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Features.Corrections.Void;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Features.Corrections;

public sealed class CellInWordsTests
{
    private static readonly Words English = new(Vocabulary.Embedded, Words.English);

    public static IEnumerable<TheoryDataRow<string, string>> Columns =>
        from file in BundleFiles.All
        where file.Name != "people"
        from column in file.Columns
        where column.Name is not ("case" or "person")
        select new TheoryDataRow<string, string>(file.Name, column.Name);

    [Theory, MemberData(nameof(Columns))]
    public void Each_column_has_a_name_in_words_and_none_of_its_codes_is_shown(string file, string column)
    {
        CellInWords.Label(column).ShouldNotContain("_");
        CellInWords.Label(column).ShouldNotBe(column);
        foreach (var code in BundleFiles.Of(file).Columns.First(c => c.Name == column).Codes?.Codes ?? [])
        {
            CellInWords.Value(English, file, column, code).ShouldNotContain("_");
        }
    }

    [Theory]
    [InlineData("contacts", "at", "2010-09-15T18:45", "Wed 15 September 2010, 18:45")]
    [InlineData("contacts", "outcome", "acceptable_absence", "Acceptable absence")]
    [InlineData("sentences", "type", "dto", "Detention and training order")]
    [InlineData("sentences", "establishment", "wetherby", "Wetherby")]
    [InlineData("residences", "yot", "elsewhere", "Elsewhere in England and Wales, or abroad")]
    [InlineData("accommodation", "suitable", "yes", "Yes")]
    [InlineData("concerns", "text", "2010-09-15", "2010-09-15")]
    [InlineData("concerns", "raised_by", "Priya Shah", "Priya Shah")]
    public void A_cell_reads_as_it_does_everywhere(string file, string column, string cell, string said) =>
        CellInWords.Value(English, file, column, cell).ShouldBe(said);
}
