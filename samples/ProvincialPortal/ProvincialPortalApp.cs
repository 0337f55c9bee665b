using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProvincialPortal.Contract;
using ProvincialPortal.Exchange;
using ProvincialPortal.Faults;
using ProvincialPortal.Pages;
using ProvincialPortal.Roads;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal;

/// <summary>
/// A stand-in of a provincial credit portal, for development and tests: takes reports over HTTP, checks them by rules of
/// its own, answers row by row, and fails on request. Listens on 127.0.0.1 only.
/// </summary>
public static class ProvincialPortalApp
{
    /// <summary>Makes the portal; the caller starts it. Nothing of the host's own configuration is read.</summary>
    /// <param name="args">Settings by name, e.g. <c>--Port 5081 --Token …</c>.</param>
    /// <param name="configure">Settings in code; they come last.</param>
    public static WebApplication Build(string[] args, Action<ProvincialPortalOptions>? configure = null)
    {
        // An empty builder: hosted inside another site the portal must not take over that site's addresses or settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ProvincialPortalApp).Assembly.GetName().Name });
        builder.Configuration.AddEnvironmentVariables("PORTAL_").AddCommandLine(args);
        var options = builder.Configuration.Get<ProvincialPortalOptions>() ?? new ProvincialPortalOptions();
        configure?.Invoke(options);
        if (options.Token.Length == 0) options.Token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        builder.Services.AddPortalDocument();
        builder.Services.AddSingleton(options).AddSingleton(options.Faults).AddSingleton<FaultInjector>().AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PortalInbox>().AddSingleton<CatalogueBook>().AddSingleton<ListBook>().AddSingleton<PortalStore>().AddSingleton<RowRules>();

        builder.Services.AddSingleton<FolderRoad>().AddSingleton<TableRoad>().AddSingleton<PackageRoad>();
        if (options.ExchangeDatabase.Length + options.DropFolder.Length > 0) builder.Services.AddHostedService<FetchingService>();

        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (ReceivedPage.IsAskedForBy(context.Request)) context.Request.Path = "/received/page";
            else if (context.Request.Path == "/received.json") context.Request.Path = "/received";
            return next(context);
        });
        app.UseMiddleware<FaultMiddleware>();
        app.Use((context, next) => !context.Request.Path.StartsWithSegments("/api") || Authorized(context.Request, options.Token)
            ? next(context)
            : Results.Problem(statusCode: 401, title: "令牌无效").ExecuteAsync(context));
        app.UseRouting();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi.json");
        app.MapGet("/", HomePage.Show).ExcludeFromDescription();
        app.MapGet("/received/page", ReceivedPage.Show).ExcludeFromDescription();
        app.MapGet("/received", (PortalStore store, bool? all) => store.Rows(all ?? false))
            .WithName("Received").WithSummary("已接收的数据，每条在库记录一行；all=true 含已撤下的。");
        app.MapGet("/counts", (PortalStore store) => store.Counts()).WithName("Counts").WithSummary("数量。");

        SoapRoad.Map(app);
        CityRoad.Map(app);

        var api = app.MapGroup("/api/v1");
        api.MapPost("/batches", Take).WithName("Report").WithSummary("报送一批：新增、更正、撤下；逐行答复。")
            .Produces<BatchAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(413).ProducesProblem(429);
        api.MapPost("/receipts", (ReceiptQuestion question, PortalStore store) => new BatchAnswer { Batch = "", Rows = store.Answers(question.Keys) })
            .WithName("Receipts").WithSummary("按幂等键查询答复；没收到过的键不在答复中。").ProducesProblem(401);
        api.MapGet("/records", (PortalStore store, string? documentNumber, string? recordId) => store.Rows(withWithdrawn: true, documentNumber, recordId))
            .WithName("Records").WithSummary("按决定文书号或记录编号核对。").ProducesProblem(401);
        api.MapExchange(app);
        api.MapGet("/status", () => new PortalStatus("ok")).WithName("Status").WithSummary("令牌与服务是否可用。").ProducesProblem(401);
    }

    private static async Task<IResult> Take(ReportBatch batch, PortalStore store, RowRules rules, ProvincialPortalOptions options, TimeProvider time, HttpContext context)
    {
        var rows = batch.Licenses.Count + batch.Penalties.Count + batch.Withdrawals.Count;
        if (rows == 0) return Results.Problem(statusCode: 400, title: "批次为空");
        if (rows > options.MaximumBatch) return Results.Problem(statusCode: 413, title: $"每批最多 {options.MaximumBatch} 行");
        var road = RoadContext.Of(context, time, options);
        var repeats = road.Fault switch
        {
            FaultKind.DuplicateRefused => RepeatedKeys.Refused,
            FaultKind.DuplicateTaken => RepeatedKeys.Taken,
            _ => RepeatedKeys.Answered,
        };
        return Results.Ok(await store.TakeAsync(batch, rules, road.Now, repeats, road.RefuseAt));
    }

    private static bool Authorized(HttpRequest request, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + token));
}
