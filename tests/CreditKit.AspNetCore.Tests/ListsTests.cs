using System.Net;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Publication.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace CreditKit.AspNetCore.Tests;

/// <summary>Lists of serious dishonesty and commitments, the agency's own and from elsewhere.</summary>
public sealed class ListsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-lists").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "001-30")]
    public async Task OwnList_TellsBasisGroundsSanctionsRemovalAndRemedies_AndHidesWhatEndedAndPeoplesNames()
    {
        var code = Road.Code("91", 12);
        Write("lists/food.json", $$"""
            { "id": "food", "name": "食品安全严重违法名单", "authority": "青禾市市场监督管理局", "basis": "《示例办法》第二条", "grounds": "情节严重的", "sanctions": "列为重点监管对象", "removal": "列入满三年移出", "remedies": "可以申请行政复议",
              "entries": [
                { "name": "青禾第12食品有限公司", "code": "{{code}}", "grounds": "使用禁用原料，联系电话13912345678", "number": "青市监列〔2026〕1号", "listedOn": "2026-03-02", "until": "2029-03-02" },
                { "name": "王示例", "person": true, "grounds": "无证经营", "listedOn": "2026-05-01", "until": "2029-05-01" },
                { "name": "已经期满公司", "grounds": "甲", "listedOn": "2020-03-02", "until": "2023-03-02" },
                { "name": "已经移出公司", "grounds": "乙", "listedOn": "2025-03-02", "until": "2028-03-02", "removedOn": "2026-04-01" } ] }
            """);
        await using var host = await StartAsync();
        var page = await host.TextAsync("/lists");
        foreach (var said in new[] { "食品安全严重违法名单", "《示例办法》第二条", "情节严重的", "列为重点监管对象", "列入满三年移出", "可以申请行政复议", "青禾第12食品有限公司", "2029-03-01", "noindex" }) page.ShouldContain(said);
        foreach (var hidden in new[] { "13912345678", "王示例", "已经期满公司", "已经移出公司" }) page.ShouldNotContain(hidden);
        (await host.TextAsync("")).ShouldContain("/shuanggongshi/lists");

        // The subject's page holds what is on its lists, even without a record.
        (await host.TextAsync("/subjects/" + code)).ShouldContain("食品安全严重违法名单");
    }

    [Fact]
    [Trait("Requirement", "003-3")]
    public async Task Commitment_IsShown_UntilItsEnd()
    {
        Write("commitments.json", """[ { "name": "青禾示例有限公司", "kind": "主动型", "text": "依法诚信经营，如有违反自愿接受惩戒。", "madeOn": "2026-05-06", "until": "2028-05-06" }, { "name": "过期公司", "text": "丙", "madeOn": "2020-05-06", "until": "2021-05-06" } ]""");
        await using var host = await StartAsync();
        var page = await host.TextAsync("/commitments");
        page.ShouldContain("依法诚信经营");
        page.ShouldContain("2028-05-05");
        page.ShouldNotContain("过期公司");
    }

    [Theory]
    [InlineData("{ \"id\": \"a\", \"name\": \"名单\" }", "缺少")]
    [InlineData("{ \"id\": \"A B\", \"name\": \"名\", \"authority\": \"甲\", \"basis\": \"乙\", \"grounds\": \"丙\", \"sanctions\": \"丁\", \"removal\": \"戊\", \"remedies\": \"己\" }", "不能用作地址")]
    [InlineData("{ \"id\": ", "第 1 行")]
    [InlineData("{ \"nmae\": \"名单\" }", "第 1 行")]
    public void WrongFile_IsNamed_WithWhatIsWrong(string json, string says)
    {
        Write("lists/wrong.json", json);
        var fault = Should.Throw<CreditKitException>(() => new PublicFiles(_folder, t => t, n => n).Check());
        fault.Code.ShouldBe("CK1608");
        fault.Message.ShouldContain("wrong.json");
        fault.Message.ShouldContain(says);
    }

    [Fact]
    public async Task WrongFile_StopsTheStart()
    {
        Write("lists/wrong.json", "{ \"id\": ");
        (await Should.ThrowAsync<CreditKitException>(StartAsync)).Code.ShouldBe("CK1608");
    }

    [Fact]
    [Trait("Requirement", "000-20")]
    public async Task ListFromElsewhere_IsShown_OnlyWithALegalBasis()
    {
        await using var host = await ColumnHost.StartAsync(services: b => b.Services.AddSingleton<ISubjectListProvider>(new Elsewhere()));
        var page = await host.TextAsync("/shuanggongshi/lists");
        page.ShouldContain("失信被执行人");
        page.ShouldContain("来自示例法院");
        page.ShouldNotContain("没有依据的名单");
        (await host.TextAsync("/shuanggongshi/subjects/91000000MA0ABCD000")).ShouldContain("失信被执行人");
    }

    [Fact]
    public async Task NoList_SaysSo_AndTheFrontPageLeadsToNone()
    {
        await using var host = await ColumnHost.StartAsync();
        (await host.TextAsync("/shuanggongshi/lists")).ShouldContain("目前没有公布严重失信主体名单");
        (await host.TextAsync("/shuanggongshi/commitments")).ShouldContain("目前没有公示的信用承诺");
        (await host.TextAsync("/shuanggongshi")).ShouldNotContain("/shuanggongshi/lists");
    }

    private Task<RoadHost> StartAsync() => RoadHost.StartAsync(_folder, new JoblessClock(Invented.Now));

    private void Write(string name, string json)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json);
    }

    private sealed class Elsewhere : ISubjectListProvider
    {
        private static readonly SubjectList s_list = new()
        {
            Id = "court",
            Name = "失信被执行人",
            AuthorityName = "示例法院",
            LegalBasis = "《民事诉讼法》第二百六十六条",
            Grounds = "有能力而不履行",
            Sanctions = "限制高消费",
            Removal = "履行后移出",
            Remedies = "可以申请纠正",
            Source = "来自示例法院",
            Entries = [new() { Name = "青禾市麦香园食品有限公司", Code = "91000000MA0ABCD000", Grounds = "未履行", ListedOn = new(2026, 1, 1), Until = new(2028, 1, 1) }],
        };

        public long Version => 1;

        public IReadOnlyList<SubjectList> Lists => [s_list, s_list with { Id = "none", Name = "没有依据的名单", LegalBasis = "" }];
    }
}
