using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using CreditKit.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProvincialPortal;
using ProvincialPortal.Contract;
using ProvincialPortal.Faults;
using ProvincialPortal.Store;

namespace CreditKit.Tests.Reporting;

/// <summary>A ledger, a portal on a free port, and dispatchers between them: real files, real HTTP.</summary>
internal sealed class ReportingBench : IAsyncDisposable
{
    public const string Token = "b7c1f0e29d5a4863";
    private readonly TempFolder _folder = new();
    private readonly List<IDisposable> _owned = [];

    private ReportingBench(Action<ProvincialPortalOptions>? portal, TimeProvider? time)
    {
        Time = time ?? TimeProvider.System;
        Database = OpenLedger();
        Ledger = new SqliteLedger(Database);
        Outbox = new SqliteOutbox(Database);
        Portal = ProvincialPortalApp.Build([], o =>
        {
            (o.Port, o.Token, o.Database) = (0, Token, _folder.File("portal.db"));
            o.Faults.Hold = TimeSpan.FromSeconds(3);
            portal?.Invoke(o);
        });
        Router = new ReportRouter([Options()], (record, standing, destination) => Decide(record, standing, destination));
    }

    public TimeProvider Time { get; }

    public LedgerDatabase Database { get; }

    public SqliteLedger Ledger { get; }

    public SqliteOutbox Outbox { get; }

    public WebApplication Portal { get; }

    public ReportRouter Router { get; set; }

    public Func<CreditRecord, RecordStanding, Destination, DisclosureDecision> Decide { get; set; } = Allow;

    public FaultInjector Faults => Portal.Services.GetRequiredService<FaultInjector>();

    public PortalStore Store => Portal.Services.GetRequiredService<PortalStore>();

    public Uri Address => new(Portal.Urls.First());

    public static async Task<ReportingBench> StartAsync(Action<ProvincialPortalOptions>? portal = null, TimeProvider? time = null)
    {
        var bench = new ReportingBench(portal, time);
        await bench.Portal.StartAsync();
        return bench;
    }

    public LedgerDatabase OpenLedger()
    {
        var database = new LedgerDatabase(_folder.File("ledger.db"), _folder.File("keys/ledger.key"), Time);
        _owned.Add(database);
        return database;
    }

    public static DisclosureDecision Allow(CreditRecord record, RecordStanding standing, Destination destination) => new()
    {
        Destination = destination,
        Edition = "test",
        Rule = "test",
        Source = "test",
        From = record.DecisionDate,
        Until = record is AdministrativePenalty ? record.DecisionDate?.AddYears(1).AddDays(1) : null,
        MarkedNotPublic = record is AdministrativePenalty { Severity: Severity.Slight },
        Reasons = [],
    };

    public static ChannelOptions Options(Uri? address = null, int batchSize = 100, int calls = 1) => new()
    {
        Name = "province",
        BaseAddress = address ?? new Uri("http://127.0.0.1:1/"),
        Token = Token,
        IdentityNumbers = true,
        BatchSize = batchSize,
        Calls = calls,
        Timeout = TimeSpan.FromSeconds(2),
        ShortestWait = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromMilliseconds(200),
    };

    public Dispatcher Dispatcher(int batchSize = 100, int calls = 1, IOutbox? outbox = null, ILogger? log = null, IReportChannel? channel = null, TimeSpan? longestWait = null, ChannelOptions? settings = null, TimeSpan? shortestWait = null)
    {
        var options = settings ?? Options(Portal.Urls.Count > 0 ? Address : null, batchSize, calls);
        (options.LongestWait, options.ShortestWait) = (longestWait ?? options.LongestWait, shortestWait ?? options.ShortestWait);
        if (channel is null)
        {
            var own = new PortalApiChannel(options, Time);
            _owned.Add(own);
            channel = own;
        }

        outbox ??= Outbox;
        log ??= NullLogger.Instance;
        return new Dispatcher(channel, options, outbox, new EnvelopeDesk(options, outbox, Router, new EnvelopeFactory(options, StandardEditions.Default), log), Time, log);
    }

    public ReportHub Hub(int batchSize = 100, ILogger? log = null) => new([Dispatcher(batchSize, log: log)], Time);

    public ReportHub Hub(IReportChannel channel, int batchSize = 100, ChannelOptions? settings = null)
    {
        if (channel is IDisposable owned) _owned.Add(owned);
        return new([Dispatcher(batchSize, channel: channel, settings: settings)], Time);
    }

    /// <summary>Sends until nothing is open that time alone brings on; a clock that stands is set forward to what is due next.</summary>
    public async Task<ReportTotals> DrainAsync()
    {
        var (hub, sum) = (Hub(), new ReportTotals(0, 0, 0, 0));
        while (true)
        {
            var pass = await hub.DrainAsync(once: true, default);
            sum = new ReportTotals(sum.Sent + pass.Sent, sum.Accepted + pass.Accepted, sum.Rejected + pass.Rejected, pass.Pending);
            if (pass.Pending == 0 || Outbox.NextDue("province") is not { } due) return sum;
            if (Time is TestClock clock && due > clock.GetUtcNow()) clock.Set(due);
            else await Task.Delay(20);
        }
    }

    public IReadOnlyList<SubmissionResult> Submit(params ReadOnlySpan<CreditRecord> records)
    {
        var submissions = new List<Submission>();
        foreach (var record in records)
            submissions.Add(new Submission
            {
                Record = new Validated<CreditRecord>(record),
                Source = new SourceReference("test", null, "test"),
                Released = true,
                ReleasedForSharing = true,
                Channels = ["province"],
            });
        return Ledger.Submit(submissions);
    }

    public Dictionary<string, ReceivedRow> Received(bool withWithdrawn = false) => Store.Rows(withWithdrawn).ToDictionary(r => r.RecordId);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        foreach (var owned in Enumerable.Reverse(_owned)) owned.Dispose();
        _folder.Dispose();
    }
}
