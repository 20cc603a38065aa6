using Throughgate.Web.Cli;

namespace Throughgate.Tests.Cli;

public class CommandLineTests
{
    [Fact]
    public async Task Wrong_usage_is_exit_code_2_and_leaves_standard_output_empty()
    {
        var (code, output, error) = await RunAsync("migrate", "--bogus");
        code.ShouldBe(Exit.WrongUsage);
        output.ShouldBeEmpty();
        error.ShouldContain("--bogus");
    }

    [Fact]
    public async Task Every_verb_explains_itself()
    {
        foreach (var verb in Verbs.All)
        {
            var name = verb(new Terminal(TextWriter.Null, TextWriter.Null, TimeProvider.System)).Name;
            var (code, output, _) = await RunAsync(name, "--help");
            code.ShouldBe(Exit.Done);
            output.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Migrates_a_new_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.db");
        var (code, output, error) = await RunAsync("migrate", "--db", file);
        code.ShouldBe(Exit.Done, error);
        output.ShouldStartWith("The database is at ");
        File.Exists(file).ShouldBeTrue();
        File.Delete(file);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(output, error, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}
