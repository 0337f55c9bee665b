using System.Text;
using System.Text.Json;
using CreditKit.Tests.Support;
using CreditKit.Tool;

namespace CreditKit.Tests.ToolCalls;

/// <summary>Text masked by the command line: what is answered for each line, whatever the file is like.</summary>
[Trait("Requirement", "000-40")]
public sealed class DesensitizeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_GivesEachLineItsSpans_InOffsetsOfTheLine()
    {
        const string Line = "申请人林秋禾，身份证号350402199003071230，电话13905981234。";
        var answers = await Json("第一行没有个人信息\r\n" + Line + "\r\n\r\n");
        answers.Count.ShouldBe(3);
        answers[0].Spans.ShouldBeEmpty();
        answers[2].Text.ShouldBe("");
        answers[1].Spans.Select(s => (s.Kind, Line.Substring(s.Start, s.Length), s.Certain)).ShouldBe([("person-name", "林秋禾", false), ("identity-number", "350402199003071230", true), ("mobile", "13905981234", true)]);
    }

    [Fact]
    public async Task ANumberBrokenOverLines_IsHiddenInBoth_AndShowsNoMoreThanAWholeOne()
    {
        var answers = await Json("身份证号：3504021990\n03071230，联系电话 138\n0598 1234。\n");
        answers.Select(a => a.Text).ShouldBe(["身份证号：3504************30", "，联系电话 138****1234", "。"]);
        answers.SelectMany(a => a.Spans).Select(s => s.Kind).ShouldBe(["identity-number", "identity-number", "mobile", "mobile"]);
    }

    [Fact]
    public async Task ANameBehindACueOnce_IsHiddenInEveryLine()
    {
        var answers = await Json("当事人：马路遥\n住所：云泽市\n处罚前马路遥已停业。\n");
        answers[2].Text.ShouldBe("处罚前马*已停业。");
    }

    [Theory, InlineData("GB18030"), InlineData("utf-8"), InlineData("utf-16")]
    public async Task AFileInAnyEncoding_IsRead(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        (await Json("经营者林秋禾，电话13905981234", Encoding.GetEncoding(encoding))).ShouldHaveSingleItem().Spans.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AnEmptyFile_IsAnsweredWithNothing() => (await Json("")).ShouldBeEmpty();

    [Fact]
    public async Task ALongFile_KeepsItsLinesInOrder()
    {
        var answers = await Json(string.Concat(Enumerable.Range(0, 2_500).Select(i => $"第{i}行\n")));
        answers.Select(a => a.Text).ShouldBe(Enumerable.Range(0, 2_500).Select(i => $"第{i}行"));
    }

    private async Task<List<Answer>> Json(string text, Encoding? encoding = null)
    {
        File.WriteAllText(_folder.File("text.txt"), text, encoding ?? new UTF8Encoding(false));
        var output = new StringWriter();
        (await CommandLine.RunAsync(["desensitize", _folder.File("text.txt"), "--data", _folder.File("data"), "--json"], output, TextWriter.Null)).ShouldBe(0);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Answer>(l, JsonSerializerOptions.Web)!)];
    }

    private sealed record Answer(string Text, List<Span> Spans);

    private sealed record Span(int Start, int Length, string Kind, bool Certain);
}
