using System.Collections.Concurrent;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using Microsoft.Extensions.Logging;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting;

/// <summary>What is refused at start, and what never leaves in the wrong way.</summary>
public class ChannelSafetyTests
{
    [Theory]
    [InlineData("http://portal.example.gov.cn/", ReportingBench.Token, "CK1503")]
    [InlineData("http://192.168.1.5/", ReportingBench.Token, "CK1503")]
    [InlineData("https://user:pass@portal.example.gov.cn/", ReportingBench.Token, "CK1505")]
    [InlineData("https://portal.example.gov.cn/", "", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "changeme-now", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "请填写令牌请填写令牌", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "<token-of-province>", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "00000000000000", "CK1504")]
    [InlineData("https://portal.example.gov.cn/", "abcd 1234\nefgh", "CK1504")]
    public void Channel_IsRefusedAtStart_WhenASettingIsUnsafe(string address, string token, string code)
    {
        var options = new ChannelOptions { Name = "province", BaseAddress = new Uri(address), Token = token };
        var fault = Should.Throw<CreditKitException>(() => new PortalApiChannel(options, TimeProvider.System));
        fault.Code.ShouldBe(code);
        if (token.Length > 0) fault.ToString().ShouldNotContain(token);
        fault.ToString().ShouldNotContain("pass@");
    }

    [Theory]
    [InlineData("https://portal.example.gov.cn/gateway")]
    [InlineData("http://127.0.0.1:5081/")]
    [InlineData("http://localhost:5081/")]
    public void Channel_IsMade_WhenTheAddressIsSafe(string address) =>
        new PortalApiChannel(new ChannelOptions { Name = "province", BaseAddress = new Uri(address), Token = ReportingBench.Token }, TimeProvider.System).Dispose();

    [Fact]
    public async Task Secret_IsInNoLogAndNoReceipt_AtTraceLevel()
    {
        await using var bench = await ReportingBench.StartAsync();
        var log = new ListLogger();
        var name = SampleRecords.License(1).Counterpart.Name!;
        var id = bench.Submit(SampleRecords.License(1, $"内容里有令牌 {ReportingBench.Token}"), SampleRecords.License(2) with { Category = "不在表内" })[0];
        bench.Faults.Next(FaultKind.ServerError, FaultKind.ExpiredToken, FaultKind.ResetMidBody, FaultKind.Malformed);

        await bench.Hub(log: log).DrainAsync(once: false, default);

        log.Lines.ShouldNotBeEmpty();
        foreach (var line in log.Lines)
        {
            line.ShouldNotContain(ReportingBench.Token);
            line.ShouldNotContain(name);
            line.ShouldNotContain("Authorization");
        }

        bench.Outbox.Timeline(id.RecordId)[0].Answer!.ShouldNotContain(ReportingBench.Token);
    }

    [Fact, Trait("Requirement", "002-13")]
    public async Task Router_HoldsBackWithAReason_WhatMayNotGo()
    {
        await using var bench = await ReportingBench.StartAsync();
        var channel = ReportingBench.Options();
        channel.IdentityNumbers = false;
        channel.Kinds.Add("license");
        channel.Units.Add(Codes.CreditCode(7, "11"));
        var router = new ReportRouter([channel], ReportingBench.Allow);
        var shared = new RecordStanding { Released = true, ReleasedForSharing = true };

        router.Carriers(SampleRecords.License(1), shared).ShouldBe(["province"]);
        Reasons(SampleRecords.License(1), new RecordStanding { Released = true }).ShouldBe(["not-reviewed-for-sharing"]);
        Reasons(SampleRecords.License(1) with { Historic = true }, shared).ShouldBe(["historic"]);
        Reasons(SampleRecords.Penalty(1), shared).ShouldBe(["not-this-kind"]);
        Reasons(SampleRecords.License(1) with { DecidingAuthority = new Authority("别的机关", Codes.CreditCode(99, "11")) }, shared).ShouldBe(["not-this-unit"]);
        Reasons(SampleRecords.License(1) with { Counterpart = new Counterpart { Name = "易某某", Kind = CounterpartKind.NaturalPerson } }, shared).ShouldBe(["identity-numbers-not-carried"]);
        router.Route(SampleRecords.License(1), shared, reportable: false)[0].Decision.Reasons[0].Code.ShouldBe("validation");

        IEnumerable<string> Reasons(CreditRecord record, RecordStanding standing) => router.Route(record, standing)[0].Decision.Reasons.Select(r => r.Code);
    }

    [Fact]
    public async Task Envelope_IsNotSent_WhenTheLawForbidsItMeanwhile()
    {
        await using var bench = await ReportingBench.StartAsync();
        bench.Submit(SampleRecords.Penalty(1));
        bench.Decide = (record, standing, destination) => ReportingBench.Allow(record, standing, destination) with
        {
            Reasons = [new DecisionReason("sealed", "治安违法记录封存", "P2026", "治安管理处罚法 136", Blocks: true)],
        };

        (await bench.Hub().DrainAsync(once: false, default)).ShouldBe(new(0, 0, 0, 0));

        bench.Faults.Calls.ShouldBe(0);
        bench.Outbox.Counts("province").Superseded.ShouldBe(1);
    }

    private sealed class ListLogger : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
    }
}
