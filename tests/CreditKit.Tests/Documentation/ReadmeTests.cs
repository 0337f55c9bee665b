using System.Text.RegularExpressions;
using CreditKit.Recognition;
using CreditKit.Tests.Support;
using CreditKit.Tool;

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

    [Fact]
    public async Task Readme_ShowsOfAnImport_WhatAppears()
    {
        using var folder = new TempFolder();
        File.Copy(Repository.PathOf("samples", "AgencySite", "App_Data", "shuanggongshi", SettingsFile.Name), folder.File(SettingsFile.Name));
        string[] call = ["import", Repository.PathOf("samples", "SampleData", "licences.csv"), "--data", folder.Path];
        await CommandLine.RunAsync(call, TextWriter.Null, TextWriter.Null, new TestClock());
        var output = new StringWriter();
        await CommandLine.RunAsync(call, output, TextWriter.Null, new TestClock());

        var shown = Import().Match(Readme).Groups[1].Value.Trim().Split('\n').Where(l => l != "……").ToList();
        shown.Count.ShouldBeGreaterThan(1);
        var appears = output.ToString().Trim().Split('\n');
        shown.ShouldBeSubsetOf(appears);
        shown[0].ShouldBe(appears[0]);
        shown[^1].ShouldBe(appears[^1]);
    }

    [Fact]
    public void Desensitize_KindsAreExplained()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "desensitize.md"));
        foreach (var kind in PersonalDataKind.All) page.ShouldContain($"`{kind}`");
    }

    [Fact]
    public async Task Doctor_NamesTheFile_WhereTheAgencyBelongs()
    {
        using var folder = new TempFolder();
        var output = new StringWriter();
        await CommandLine.RunAsync(["doctor", "--data", folder.Path], output, TextWriter.Null, new TestClock());
        output.ToString().ShouldContain($"本单位：未配置：请把 Agency 写进 {folder.File(SettingsFile.Name)}");
    }

    [GeneratedRegex(@"\$ creditkit import [^\n]*\n(.*?)(?:```|\n\n)", RegexOptions.Singleline)]
    private static partial Regex Import();

    [GeneratedRegex(@"// <readme>\n(.*?)// </readme>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)\)")]
    private static partial Regex Link();
}
