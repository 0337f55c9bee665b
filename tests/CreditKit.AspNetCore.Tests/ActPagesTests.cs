using System.Net;
using CreditKit.AspNetCore.Tests.Staff;
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

    [Theory]
    [Trait("Requirement", "003-6")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StaffForm_IsThere_OnlyWhenSwitchedOn(bool on)
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(new(2026, 5, 8, 2, 0, 0, TimeSpan.Zero)), o =>
        {
            if (on) o.Acts.Add("行政强制");
        });
        var clerk = host.As("p1", "entry", Road.AgencyCode);
        using var form = await clerk.Client.GetAsync(new Uri("/shuanggongshi-admin/entry/act", UriKind.Relative));
        form.StatusCode.ShouldBe(on ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        if (on) (await form.Content.ReadAsStringAsync()).ShouldContain("行政监督检查");
        using var home = await clerk.Client.GetAsync(new Uri("/shuanggongshi-admin/entry", UriKind.Relative));
        (await home.Content.ReadAsStringAsync()).Contains("录入其他行政行为", StringComparison.Ordinal).ShouldBe(on);
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public async Task SwitchedOnAct_IsListedFoundAndDownloaded()
    {
        await using var host = await RoadHost.StartAsync(_folder, new JoblessClock(new(2026, 5, 8, 2, 0, 0, TimeSpan.Zero)), o => o.Acts.Add("enforcement"));
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
        (await host.TextAsync("/subjects/" + Road.Code("91", 1))).ShouldContain("行政处罚 0 条，其他行政行为 1 条");
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
