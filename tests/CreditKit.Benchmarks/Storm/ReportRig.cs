using System.Text.Json;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Tests.Reporting;
using CreditKit.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ProvincialPortal;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;
using ProvincialPortal.Roads;
using ProvincialPortal.Store;

namespace CreditKit.Benchmarks.Storm;

/// <summary>A data folder with the whole engine on one side, the stand-in portal on the other, loopback between them.</summary>
internal sealed class ReportRig : IAsyncDisposable
{
    /// <summary>Name of the channel.</summary>
    public const string Channel = "province";

    /// <summary>What it shows at the portal.</summary>
    public const string Token = "b7c1f0e29d5a4863";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("creditkit-report-");
    private readonly Action<ProvincialPortalOptions, ReportRig>? _configure;
    private readonly DateOnly _today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
    private int _port;

    private ReportRig(Action<ProvincialPortalOptions, ReportRig>? portal) => _configure = portal;

    public CreditKitEngine Engine { get; private set; } = null!;

    public WebApplication Portal { get; private set; } = null!;

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    public SqliteOutbox Outbox => new(Engine.Ledger.Database);

    public PortalStore Store => Portal.Services.GetRequiredService<PortalStore>();

    public PortalInbox Inbox => Portal.Services.GetRequiredService<PortalInbox>();

    public string PortalDatabase => Path.Combine(_folder.FullName, "portal.db");

    /// <summary>File of the agency's exchange tables.</summary>
    public string ExchangeDatabase => Path.Combine(_folder.FullName, "exchange.db");

    /// <summary>File in which senders count what they asked of the exchange tables.</summary>
    public string LineLog => Path.Combine(_folder.FullName, "line.log");

    public TableRoad Tables => Portal.Services.GetRequiredService<TableRoad>();

    public FaultInjector Faults => Portal.Services.GetRequiredService<FaultInjector>();

    /// <summary>Starts the portal, writes the settings of the channel into the data folder, opens the engine.</summary>
    public static Task<ReportRig> StartAsync(Action<ProvincialPortalOptions>? portal, object channel) => StartAsync((options, _) => portal?.Invoke(options), rig =>
    {
        var settings = JsonSerializer.SerializeToNode(channel)!;
        (settings["Type"], settings["BaseAddress"], settings["Token"]) = ("portal-api", rig.Portal.Urls.First(), Token);
        return settings;
    });

    /// <summary>The same with a channel of any type.</summary>
    public static async Task<ReportRig> StartAsync(Action<ProvincialPortalOptions, ReportRig>? portal, Func<ReportRig, object> channel)
    {
        var rig = new ReportRig(portal);
        await rig.StartPortalAsync();
        Directory.CreateDirectory(rig.DataDirectory);
        var settings = channel(rig);
        var agency = SampleRecords.License(1).DecidingAuthority;
        await File.WriteAllTextAsync(Path.Combine(rig.DataDirectory, SettingsFile.Name), JsonSerializer.Serialize(new
        {
            Agency = new { agency.Name, agency.CreditCode },
            Channels = new Dictionary<string, object> { [Channel] = settings },
        }));
        rig.Engine = CreditKitEngine.Open(SettingsFile.Load(rig.DataDirectory), TimeProvider.System);
        return rig;
    }

    /// <summary>Starts the portal on the port it had before.</summary>
    public async Task StartPortalAsync()
    {
        Portal = ProvincialPortalApp.Build([], o =>
        {
            (o.Port, o.Token, o.Database) = (_port, Token, PortalDatabase);
            o.Faults.Hold = TimeSpan.FromSeconds(3);
            _configure?.Invoke(o, this);
        });
        await Portal.StartAsync();
        _port = new Uri(Portal.Urls.First()).Port;
    }

    /// <summary>Nobody listens any more.</summary>
    public async Task StopPortalAsync()
    {
        await Portal.StopAsync();
        await Portal.DisposeAsync();
    }

    /// <summary>A record in one of its revisions; two in three are penalties.</summary>
    public CreditRecord Record(int i, int revision = 1)
    {
        var decided = _today.AddDays(-10 - (i % 40));
        return i % 3 == 0
            ? SampleRecords.License(i, $"食品经营 第{revision}版") with { DecisionDate = decided, ValidFrom = decided, ReviewedOn = decided }
            : SampleRecords.Penalty(i, $"罚款二千元 第{revision}版") with { DecisionDate = decided, PenaltyValidUntil = decided.AddYears(1), ReviewedOn = decided };
    }

    /// <summary>The record as intake hands it to the ledger.</summary>
    public Submission Submission(CreditRecord record) => new()
    {
        Record = new Validated<CreditRecord>(record),
        Source = new SourceReference("benchmark", null, "benchmark"),
        Released = true,
        ReleasedForSharing = true,
        Channels = Engine.Router.Carriers(record, new RecordStanding { Released = true, ReleasedForSharing = true }),
    };

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await StopPortalAsync();
        _folder.Delete(recursive: true);
    }
}
