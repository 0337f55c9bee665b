using CreditKit.AspNetCore.Hosting;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Intake;
using CreditKit.Records;
using CreditKit.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests;

/// <summary>Reporting as an agency's site runs it: by itself, behind the site, and without ever taking it down.</summary>
public sealed class ReportingHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-reporting").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact, Trait("Requirement", "004-2"), Trait("Requirement", "001-10"), Trait("Requirement", "004-15"), Trait("Requirement", "001-13")]
    public async Task Record_IsReportedByItself_OverOneChannel_WhileAnotherIsSilent()
    {
        var files = Path.Combine(_folder, "out");
        await using var app = await StartAsync(o =>
        {
            o.Channels["files"] = new ChannelOptions { Type = "drop-folder", Purpose = "双公示归集" };
            o.Channels["files"].Settings["Folder"] = files;
            o.Channels["silent"] = new ChannelOptions { Type = "portal-api", BaseAddress = new Uri("http://127.0.0.1:9/"), Token = "b7c1f0e29d5a4863" };
        });
        var decided = CreditKit.Calendar.ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-3);
        var random = new Random(5);
        CreditRecord record;
        do record = Road.Record(random, 1, decided);
        while (record is not AdministrativeLicense || record.Counterpart.Kind != CounterpartKind.Organization);
        await app.Services.GetRequiredService<IRecordIntake>().SubmitAsync(record with { Reviewer = "审查员", ReviewedOn = decided }, new SourceReference("审批系统", null, "tester"));

        var outbox = new CreditKit.Ledger.Sqlite.SqliteOutbox(app.Services.GetRequiredService<EngineHolder>().Engine.Ledger.Database);
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while ((outbox.Counts("files").Accepted < 1 || outbox.Standing("silent").Failures < 1) && DateTime.UtcNow < deadline) await Task.Delay(50);

        outbox.Counts("files").Accepted.ShouldBe(1);
        Directory.GetFiles(files, "*.done").ShouldHaveSingleItem();
        (outbox.Counts("silent").Open, outbox.Standing("silent").Fault).ShouldBe((1, "connection-refused"));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/shuanggongshi/licenses", UriKind.Relative))).ShouldContain(record.DocumentNumber!);
        var health = (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[ReportingHealthCheck.Name];
        $"{health.Description}{string.Join(';', health.Data)}".ShouldNotContain("b7c1f0e29d5a4863");
        health.Exception.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://portal.example.gov.cn/", "b7c1f0e29d5a4863", "CK1503")]
    [InlineData("https://portal.example.gov.cn/", "", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "changeme-please", "CK1504")]
    public async Task Site_IsRefusedAtStart_WithCodeAndRemedy(string address, string token, string code)
    {
        var fault = await Should.ThrowAsync<CreditKitException>(() => StartAsync(o => o.Channels["province"] = new ChannelOptions { BaseAddress = new Uri(address), Token = token }));

        fault.Code.ShouldBe(code);
        if (token.Length > 0) fault.ToString().ShouldNotContain(token);
    }

    private async Task<WebApplication> StartAsync(Action<ShuangGongShiOptions> more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShuangGongShi(o =>
        {
            RoadHost.Set(o, _folder);
            more(o);
        });
        var app = builder.Build();
        try
        {
            app.UseShuangGongShi();
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
