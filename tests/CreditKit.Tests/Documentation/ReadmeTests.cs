using System.Text.RegularExpressions;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Documentation;

/// <summary>The README's code is the sample's code, and what it points at exists.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void Readme_ShowsTheSamplesCode_When_Compared()
    {
        var program = File.ReadAllText(Repository.PathOf("samples", "AgencySite", "Program.cs"));
        var marked = string.Join("\n\n", Marked().Matches(program).Select(m => m.Groups[1].Value.Trim()));
        marked.ShouldNotBeEmpty();
        Code().Match(Readme).Groups[1].Value.Trim().ShouldBe(marked);
    }

    [Fact]
    public void Readme_PointsAtWhatExists_When_Followed()
    {
        var targets = Link().Matches(Readme).Select(m => m.Groups[1].Value).ToList();
        targets.Count.ShouldBeGreaterThan(3);
        foreach (var target in targets) Path.Exists(Repository.PathOf(target.Split('/'))).ShouldBeTrue(target);
    }

    [GeneratedRegex(@"// <readme>\n(.*?)// </readme>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)\)")]
    private static partial Regex Link();
}
