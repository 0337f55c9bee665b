using System.Net;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Records;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The other acts on the column: nowhere by default, a list of their own when switched on.</summary>
public sealed class ActPagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-acts").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private static AdministrativeAct Act()
    {
        var authority = new Authority("青禾市市场监督管理局", Road.AgencyCode);
        return new()
        {
            Act = ActKind.Enforcement,
            Counterpart = new() { Kind = CounterpartKind.Organization, Name = "青禾第一食品有限公司", UnifiedSocialCreditCode = Road.Code("91", 1) },
            DocumentTitle = "查封决定书",
            DocumentNumber = "青市监强〔2026〕1号",
            DecisionDate = new DateOnly(2026, 5, 6),
            DecidingAuthority = authority,
            DataSource = authority,
            Content = "查封生产设备一台",
            LegalBasis = "《中华人民共和国行政强制法》第九条",
            Fields = [new ActField("查封期限至", "2026-06-06"), new ActField("现场联系人", "王示例", Personal: true)],
        };
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public async Task Column_KnowsNoOtherActs_ByDefault()
    {
        await using var host = await RoadHost.StartAsync(_folder, new JoblessClock(new(2026, 5, 8, 2, 0, 0, TimeSpan.Zero)));
        host.Engine.Projector.CatchUp();
        (await host.StatusAsync("/acts")).ShouldBe(HttpStatusCode.NotFound);
        (await host.StatusAsync("/acts/feed.xml")).ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in (string[])["/", "/search", "/data", "/data/dictionary", "/statistics"]) (await host.TextAsync(page)).ShouldNotContain("其他行政行为", customMessage: page);
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public async Task SwitchedOnAct_IsListedFoundAndDownloaded()
    {
        await using var host = await RoadHost.StartAsync(_folder, new JoblessClock(new(2026, 5, 8, 2, 0, 0, TimeSpan.Zero)), o => o.Acts.Add(ActKind.Enforcement));
        host.Engine.Projector.CatchUp();
        host.Engine.Ledger.Submit([Road.Submission(Act())]);
        var id = host.Engine.Ledger.All().Single().PublicId;
        host.Engine.Projector.CatchUp();

        (await host.TextAsync("/")).ShouldContain("href=\"/shuanggongshi/acts\"");
        var list = await host.TextAsync("/acts");
        list.ShouldContain(id);
        list.ShouldContain("行政强制");
        (await host.TextAsync("/penalties")).ShouldNotContain(id);
        var page = await host.TextAsync("/records/" + id);
        foreach (var text in (string[])["查封生产设备一台", "《中华人民共和国行政强制法》第九条", "查封期限至", "2026-06-06", "公示期限未见规定"]) page.ShouldContain(text);
        page.ShouldNotContain("现场联系人");
        page.ShouldNotContain("处罚机关");
        (await host.TextAsync("/search?q=" + Uri.EscapeDataString("青市监强〔2026〕1号"))).ShouldContain(id);
        (await host.TextAsync("/api/v1/records?kind=act")).ShouldContain(id);
        (await host.TextAsync("/acts/feed.json")).ShouldContain(id);
        var csv = await host.TextAsync("/data/acts.csv?fields=all");
        csv.ShouldContain("行政行为类别");
        csv.ShouldContain("查封期限至：2026-06-06");
        (await host.TextAsync("/data/dictionary")).ShouldContain("ActContent");
    }
}
