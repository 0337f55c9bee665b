using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ProvincialPortal.Faults;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>For each type of channel: what is refused at start, with a code and a remedy, and where its secret never stands.</summary>
public class ChannelStartTests
{
    private const string Secret = ReportingBench.Token;

    [Theory]
    [InlineData("portal-api", "http://portal.example.gov.cn/", Secret, "CK1503")]
    [InlineData("soap-xml", "http://portal.example.gov.cn/", Secret, "CK1503")]
    [InlineData("city-service", "http://10.1.2.3/", Secret, "CK1503")]
    [InlineData("soap-xml", "https://user:pass@portal.example.gov.cn/", Secret, "CK1505")]
    [InlineData("city-service", "https://user:pass@portal.example.gov.cn/", Secret, "CK1505")]
    [InlineData("soap-xml", "", Secret, "CK1502")]
    [InlineData("soap-xml", "https://portal.example.gov.cn/", "", "CK1504")]
    [InlineData("soap-xml", "https://portal.example.gov.cn/", "your-token-here", "CK1504")]
    [InlineData("city-service", "https://portal.example.gov.cn/", "", "CK1504")]
    [InlineData("city-service", "https://portal.example.gov.cn/", "请填写密钥", "CK1504")]
    [InlineData("exchange-table", "Host=10.1.2.3;Database=x;Username=y", Secret, "CK1503")]
    [InlineData("exchange-table", "Host=10.1.2.3;Database=x;Username=y;SSL Mode=Require", Secret, "CK1503")]
    [InlineData("exchange-table", "Host=127.0.0.1;Database=x;Username=y", "", "CK1504")]
    [InlineData("exchange-table", "Host=127.0.0.1;Database=x;Username=y;Password=changeme", "", "CK1504")]
    [InlineData("exchange-table", "Host=127.0.0.1;nonsense", Secret, "CK1506")]
    [InlineData("package", "ftp://10.1.2.3/out", "k7-Qm2_vX9tLw4", "CK1503")]
    [InlineData("package", "out", "", "CK1504")]
    [InlineData("package", "out", "<password>-0123456789", "CK1504")]
    [InlineData("package", "out", "k7-Qm2_vX", "CK1504")]
    [InlineData("drop-folder", "ftp://10.1.2.3/out", "", "CK1503")]
    [InlineData("drop-folder", "", "", "CK1506")]
    public void Channel_IsRefusedAtStart_WithCodeAndRemedy(string type, string target, string secret, string code)
    {
        var fault = Should.Throw<CreditKitException>(() => ChannelTypes.Make(Options(type, target, secret), TimeProvider.System));

        fault.Code.ShouldBe(code);
        fault.Message.Length.ShouldBeGreaterThan(fault.Code.Length + 20);
        if (secret.Length > 0) fault.ToString().ShouldNotContain(secret);
        fault.ToString().ShouldNotContain("changeme");
    }

    [Theory]
    [InlineData("exchange-table", "Host=db.example.gov.cn;Database=x;Username=y;SSL Mode=VerifyFull", Secret)]
    [InlineData("exchange-table", "Host=127.0.0.1;Database=x;Username=y", Secret)]
    [InlineData("package", "out", "k7-Qm2_vX9tLw4")]
    [InlineData("drop-folder", "out", "")]
    [InlineData("soap-xml", "https://portal.example.gov.cn/services/", Secret)]
    [InlineData("city-service", "http://127.0.0.1:81/", Secret)]
    public void Channel_IsMade_WhenItIsSafe(string type, string target, string secret) =>
        (ChannelTypes.Make(Options(type, target, secret), TimeProvider.System) as IDisposable)?.Dispose();

    [Fact]
    public void Channel_IsRefused_WhenASettingOrANameIsMistyped()
    {
        var options = Options("soap-xml", "https://portal.example.gov.cn/", Secret);
        options.Settings["RemovePermision"] = "x";
        Should.Throw<CreditKitException>(() => ChannelTypes.Make(options, TimeProvider.System)).Message.ShouldContain("RemovePermision");

        var tables = Options("exchange-table", "Host=127.0.0.1;Database=x;Username=y", Secret);
        tables.Settings["LicenseTable"] = "x\"; DROP TABLE y; --";
        Should.Throw<CreditKitException>(() => ChannelTypes.Make(tables, TimeProvider.System)).Code.ShouldBe("CK1506");
        tables.Settings["LicenseTable"] = "exchange.L_X_XZXK";
        tables.Settings["Provider"] = "No.Such.Factory, Nowhere";
        Should.Throw<CreditKitException>(() => ChannelTypes.Make(tables, TimeProvider.System)).Code.ShouldBe("CK1509");

        var columns = Options("portal-api", "https://portal.example.gov.cn/", Secret);
        columns.Columns["XK_NO_SUCH"] = "y";
        Should.Throw<CreditKitException>(() => new EnvelopeFactory(columns, StandardEditions.Default)).Message.ShouldContain("XK_NO_SUCH");
    }

    [Fact]
    public void DropFolder_IsRefused_WhenEverybodyCanReadIt()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Should.Throw<CreditKitException>(() => ChannelTypes.Make(Options("drop-folder", folder.Path, ""), TimeProvider.System)).Code.ShouldBe("CK1512");
    }

    [Theory]
    [InlineData("portal-api")]
    [InlineData("soap-xml")]
    [InlineData("city-service")]
    public async Task Certificate_ThatNobodyVouchesFor_IsToldAtStartAndNothingIsSent(string type)
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        await using var app = builder.Build();
        var calls = 0;
        app.Run(context =>
        {
            Interlocked.Increment(ref calls);
            return Task.CompletedTask;
        });
        await app.StartAsync();
        var options = Options(type, $"https://localhost:{new Uri(app.Urls.First()).Port}/", Secret);
        options.Timeout = TimeSpan.FromSeconds(20);

        var fault = await CertificateProbe.CheckAsync(options, default);

        fault!.Code.ShouldBe("CK1514");
        fault.Message.ShouldContain("TrustedCertificates");
        var channel = ChannelTypes.Make(options, TimeProvider.System);
        var answer = (await channel.SendAsync([Envelopes.Of(SampleRecords.License(1))], default))[0];
        (answer.Class, answer.Scope, answer.Code, answer.NeverSent).ShouldBe((AnswerClass.Retry, AnswerScope.Channel, "certificate", true));
        calls.ShouldBe(0);

        // The province's own authority, pinned: the same server is right.
        options.TrustedCertificates = folder.File("root.pem");
        File.WriteAllText(options.TrustedCertificates, "nothing");
        Should.Throw<CreditKitException>(() => ChannelTypes.Make(options, TimeProvider.System)).Code.ShouldBe("CK1508");
        File.WriteAllText(options.TrustedCertificates, certificate.ExportCertificatePem());
        (await CertificateProbe.CheckAsync(options, default)).ShouldBeNull();
        await ChannelTypes.Make(options, TimeProvider.System).SendAsync([Envelopes.Of(SampleRecords.License(1))], default);
        calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("soap-xml", "services/")]
    [InlineData("city-service", "city/")]
    public async Task Secret_IsInNoLogAndNoReceipt_AtTraceLevel(string type, string path)
    {
        await using var bench = await ReportingBench.StartAsync();
        var log = new ListLogger();
        var id = bench.Submit(SampleRecords.License(1, $"内容里有令牌 {Secret}"), SampleRecords.License(2) with { Category = Secret })[0];
        bench.Faults.Next(FaultKind.ServerError, FaultKind.ExpiredToken, FaultKind.Reset);
        var options = type == "soap-xml" ? SoapXmlChannelTests.Options(new Uri(bench.Address, path)) : CityServiceChannelTests.Options(new Uri(bench.Address, path), finds: true);
        var channel = ChannelTypes.Make(options, TimeProvider.System);

        await new ReportHub([bench.Dispatcher(channel: channel, log: log)], TimeProvider.System).DrainAsync(once: false, default);

        log.Lines.ShouldNotBeEmpty();
        log.Lines.ShouldAllBe(line => !line.Contains(Secret, StringComparison.Ordinal) && !line.Contains("云泽市第", StringComparison.Ordinal));
        foreach (var trace in bench.Outbox.Timeline(id.RecordId).Concat(bench.Outbox.Waiting("province", 10))) $"{trace.Answer}{trace.Number}{trace.Batch}{trace.Code}".ShouldNotContain(Secret);
        bench.Outbox.Waiting("province", 10).ShouldHaveSingleItem().Answer!.Length.ShouldBeGreaterThan(5);
        channel.ToString()!.ShouldNotContain(Secret);
        (channel as IDisposable)?.Dispose();
    }

    [Theory]
    [InlineData("exchange-table")]
    [InlineData("package")]
    [InlineData("drop-folder")]
    public async Task Secret_OfRoadsWithoutHttp_IsNowhere_AtTraceLevel(string type)
    {
        const string Hidden = "k7-Qm2_vX9tLw4";
        using var folder = new TempFolder();
        await using var bench = await ReportingBench.StartAsync();
        var log = new ListLogger();
        var options = Options(type, type == "exchange-table" ? $"Host=127.0.0.1;Port=1;Database=x;Username=y;Password={Hidden};Timeout=2;Pooling=false" : folder.File("out"), Hidden);
        var channel = ChannelTypes.Make(options, TimeProvider.System);
        var id = bench.Submit(SampleRecords.License(1, $"内容里有口令 {Hidden}"))[0];

        await new ReportHub([bench.Dispatcher(channel: channel, log: log, settings: options)], TimeProvider.System).DrainAsync(once: true, default);
        var verdicts = await ((ILateVerdicts)channel).VerdictsAsync(DateTimeOffset.UnixEpoch, default);

        log.Lines.ShouldNotBeEmpty();
        log.Lines.ShouldAllBe(line => !line.Contains(Hidden, StringComparison.Ordinal) && !line.Contains("云泽市第", StringComparison.Ordinal));
        var trace = bench.Outbox.Timeline(id.RecordId).ShouldHaveSingleItem();
        $"{trace.Answer}{trace.Number}{trace.Batch}{trace.Code}{channel}{bench.Outbox.Standing("province")}{string.Join(';', verdicts ?? [])}".ShouldNotContain(Hidden);
        if (type == "exchange-table") bench.Outbox.Standing("province").Fault.ShouldNotBeNull();
        else trace.Entry.State.ShouldBe(CreditKit.Ledger.OutboxState.Accepted);
        (channel as IDisposable)?.Dispose();
    }

    private static ChannelOptions Options(string type, string target, string secret)
    {
        var options = ReportingBench.Options();
        (options.Type, options.Token, options.BaseAddress) = (type, secret, null);
        if (type is "portal-api" or "soap-xml" or "city-service") options.BaseAddress = target.Length > 0 ? new Uri(target) : null;
        var settings = options.Settings;
        if (type == "city-service") (settings["LicenseTable"], settings["PenaltyTable"], settings["Department"]) = ("A", "B", "C");
        if (type == "exchange-table") (settings["Provider"], settings["ConnectionString"], settings["LicenseTable"], settings["PenaltyTable"]) = ("npgsql", target, "A", "B");
        if (type is "package" or "drop-folder") settings["Folder"] = target;
        return options;
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
