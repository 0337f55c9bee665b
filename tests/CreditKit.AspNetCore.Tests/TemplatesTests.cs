using System.Buffers;
using System.Text;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Tests;

public sealed class TemplatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-templates").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("header", "<p>\n{{{Title}}}</p>", 2, "三重花括号")]
    [InlineData("header", "<p>{{& Title}}</p>", 1, "三重花括号")]
    [InlineData("footer", "a\nb\n{{#if Title}}c", 3, "没有结束")]
    [InlineData("footer", "{{#if Title}}\n{{/each}}", 2, "不配对")]
    [InlineData("footer", "\n{{/if}}", 2, "没有对应的开始")]
    [InlineData("footer", "{{else}}", 1, "不在任何块中")]
    [InlineData("header", "x\n{{Titel}}", 2, "没有变量")]
    [InlineData("header", "{{#each Frame.Tabs}}\n\n{{Nothing}}{{/each}}", 3, "没有变量")]
    [InlineData("header", "{{#each Title}}{{/each}}", 1, "不是列表")]
    [InlineData("header", "{{> nowhere}}", 1, "找不到要包含的模板")]
    [InlineData("header", "{{lookup a b}}", 1, "无法识别")]
    [InlineData("header", "a {{Title", 1, "没有配对")]
    public void FaultyTemplate_IsFoundAtStart_WithFileAndLine(string name, string text, int line, string says)
    {
        var file = Path.Combine(_folder, name + ".html");
        File.WriteAllText(file, text);
        var fault = Should.Throw<TemplateException>(() => new HandlebarsRenderer(new TemplateSet(_folder)));
        fault.File.ShouldBe(file);
        fault.Line.ShouldBe(line);
        fault.Message.ShouldContain(says);
    }

    [Fact]
    public void AgencyTemplate_TakesTheBuiltInsPlace_AndIsWatchedInDevelopment()
    {
        var file = Path.Combine(_folder, "footer.html");
        File.WriteAllText(file, "<footer>第一版 {{Frame.Agency.Name}}</footer>");
        var renderer = new HandlebarsRenderer(new TemplateSet(_folder, Watch: true));
        Render(renderer).ShouldContain("<footer>第一版 青禾&lt;市&gt;</footer>");
        File.WriteAllText(file, "<footer>第二版</footer>");
        File.SetLastWriteTimeUtc(file, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Render(renderer).ShouldContain("<footer>第二版</footer>");
    }

    [Fact]
    public void MissingHeaderFile_IsNamed() =>
        Should.Throw<TemplateException>(() => new HandlebarsRenderer(new TemplateSet(HeaderFile: Path.Combine(_folder, "none.html")))).Message.ShouldContain("none.html");

    [Fact]
    public void LongList_RendersWhole()
    {
        var rows = Enumerable.Range(0, 1500).Select(i => new RowModel { Url = "/r/" + i, Name = TrustedMarkup.FromText("名称" + i), Summary = TrustedMarkup.FromText(new string('事', 400)) }).ToList();
        var output = new ArrayBufferWriter<byte>();
        new HandlebarsRenderer(new TemplateSet()).Render(PageTemplates.List, new ListPage { Title = "长", Frame = Frame(), Filter = new(), Pager = new(), Rows = rows }, output);
        var html = Encoding.UTF8.GetString(output.WrittenSpan);
        output.WrittenCount.ShouldBeGreaterThan(1_900_000);
        html.ShouldContain("/r/1499");
        html.TrimEnd().ShouldEndWith("</html>");
    }

    [Theory]
    [InlineData("青市监罚〔2026〕1号", "罚[2026]", "青市监<mark>罚〔2026〕</mark>1号")]
    [InlineData("ABC公司", "ａｂｃ", "<mark>ABC</mark>公司")]
    [InlineData("食品<b>食品", "食品 品<", "<mark>食品&lt;</mark>b&gt;<mark>食品</mark>")]
    [InlineData("广州市电子厂", "廣州 電子", "<mark>广州</mark>市<mark>电子</mark>厂")]
    [InlineData("无", "有", "无")]
    public void Hits_AreMarked_InAnyForm(string text, string words, string expected) => new HitMarker(words).Mark(text).ToString().ShouldBe(expected);

    [Fact]
    public void EveryVariable_IsInTheContract()
    {
        var page = Path.Combine(AppContext.BaseDirectory, "../../../../../docs/templates.md");
        var written = TemplateContract.Write();
        if (Environment.GetEnvironmentVariable("CREDITKIT_WRITE_CONTRACT") == "1") File.WriteAllText(page, written);
        File.ReadAllText(page).ReplaceLineEndings("\n").ShouldBe(written, "run the test with CREDITKIT_WRITE_CONTRACT=1 to write docs/templates.md anew");
    }

    [Fact]
    public void EveryVariable_HasAMeaningInChinese() => TemplateMeanings.Faults(TemplateContract.Types).ShouldBeEmpty();

    private static FrameModel Frame() => new() { Agency = new() { Name = "青禾<市>" } };

    private static string Render(HandlebarsRenderer renderer)
    {
        var output = new ArrayBufferWriter<byte>();
        renderer.Render(PageTemplates.Message, new MessagePage { Title = "题", Frame = Frame() }, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
