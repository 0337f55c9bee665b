using CreditKit.Tool;

namespace CreditKit.Tests.ToolCalls;

/// <summary>What a person who asks for help is told.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("help", "import")]
    [InlineData("help", "lists", "report")]
    public async Task Help_WrittenAsACommand_BehavesAsTheOption(params string[] call)
    {
        (await Help([.. call[1..], "--help"])).ShouldBe(await Help(call));
    }

    [Fact]
    public async Task Desensitize_NamesItsArgumentAlike_AndNoOptionThatMeansNothingThere()
    {
        var help = await Help(["desensitize", "--help"]);
        help.ShouldContain("[<文件>]");
        help.ShouldNotContain("FILE");
        help.ShouldNotContain("--authority");
        (await Help(["import", "--help"])).ShouldContain("--authority");
    }

    private static async Task<string> Help(string[] call)
    {
        var output = new StringWriter();
        (await CommandLine.RunAsync(call, output, TextWriter.Null)).ShouldBe(0);
        return output.ToString();
    }
}
