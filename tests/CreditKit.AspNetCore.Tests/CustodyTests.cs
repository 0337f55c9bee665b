using System.Collections.Concurrent;
using CreditKit.AspNetCore.Hosting;
using CreditKit.AspNetCore.Tests.Staff;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests;

/// <summary>What the host is told of custody: at start, in the health checks, on the staff pages.</summary>
public sealed class CustodyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-custody").FullName;
    private readonly JoblessClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task PublicationWithoutReview_IsSaidLoudly_AtStart_InTheHealthCheck_AndToStaff()
    {
        var (log, health) = await StartAsync(o => o.PublishWithoutReview = true);
        log.ShouldContain(l => l.Contains("Warning") && l.Contains("PublishWithoutReview"));
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries[CustodyHealthCheck.Name].Description.ShouldNotBeNull().ShouldContain("不经审查即公示");

        await using var loud = await StaffHost.StartAsync(_clock, o => o.PublishWithoutReview = true);
        (await loud.As("entry", "entry").PageAsync("/")).ShouldContain("不经审查即公示");
        await using var quiet = await StaffHost.StartAsync(_clock);
        (await quiet.As("entry", "entry").PageAsync("/")).ShouldNotContain("不经审查即公示");
    }

    [Fact]
    public async Task Health_IsWell_OnASiteAsItShouldBe_AndMistypedSettingsAreLogged()
    {
        var (log, health) = await StartAsync(_ => { }, ("ShuangGongShi:Retenton:AccessMonths", "60"), ("ShuangGongShi:Look:AccentColour", "red"));
        health.Entries[CustodyHealthCheck.Name].Status.ShouldBe(HealthStatus.Healthy);
        health.Entries[AuditHealthCheck.Name].Status.ShouldBe(HealthStatus.Healthy);
        log.ShouldContain(l => l.Contains("ShuangGongShi:Retenton") && l.Contains("是不是 Retention"));
        log.ShouldContain(l => l.Contains("ShuangGongShi:Look:AccentColour"));
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task Health_TellsShortRetention_AndAColumnWithoutANewSnapshot()
    {
        var (_, health) = await StartAsync(o => o.Retention.LogMonths = 1);
        health.Entries[CustodyHealthCheck.Name].Description.ShouldNotBeNull().ShouldContain("LogMonths");

        File.SetLastWriteTimeUtc(Path.Combine(_folder, "public.db"), _clock.Now.UtcDateTime.AddDays(-2));
        (_, health) = await StartAsync(o => o.PublicOnly = true);
        health.Entries[CustodyHealthCheck.Name].Description.ShouldNotBeNull().ShouldContain("48 小时没有更新");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "public.db"), _clock.Now.UtcDateTime.AddHours(-23));
        (_, health) = await StartAsync(o => o.PublicOnly = true);
        health.Entries[CustodyHealthCheck.Name].Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task Site_VerifiesTheChainAndShips_ByItself_AndSaysSo()
    {
        var target = Path.Combine(_folder, "outside", "public.db");
        await using var host = await RoadHost.StartAsync(_folder, new Ticking(_clock.Now), o => o.Shipping.File = target);
        while (host.Engine.LastAct("audit-verify") is null || host.Engine.LastAct("ship") is null) await Task.Yield();
        (host.Engine.LastAct("audit-verify")!.Value.Outcome, host.Engine.LastAct("ship")!.Value.Outcome, File.Exists(target)).ShouldBe(("intact", "done", true));
        host.Engine.AuditWatch.Last.ShouldNotBeNull().Intact.ShouldBeTrue();
        host.Engine.Ledger.VerifyAudit().Intact.ShouldBeTrue();
    }

    [Fact]
    public void SettingsOfTheSite_AreKnownToTheCommandLine() =>
        SettingsNames.OfTheSite.Order().ShouldBe(typeof(ShuangGongShiOptions).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly).Select(p => p.Name).Order());

    private async Task<(IReadOnlyCollection<string> Log, HealthReport Health)> StartAsync(Action<ShuangGongShiOptions> more, params (string Key, string Value)[] settings)
    {
        var log = new Lines();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddShuangGongShi(o =>
        {
            RoadHost.Set(o, _folder);
            more(o);
        });
        await using var app = builder.Build();
        app.UseShuangGongShi();
        await app.StartAsync();
        var health = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await app.StopAsync();
        return (log.Text, health);
    }

    // Stands still, while timers run.
    private sealed class Ticking(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Text => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue($"{logLevel} {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
