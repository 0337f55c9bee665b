using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests;

/// <summary>The way in for other systems, over a real host.</summary>
[Trait("Requirement", "002-14")]
[Trait("Requirement", "000-19")]
public sealed class IntakeTests : IAsyncLifetime
{
    private const string Key = "approval-system-key-0123456789abcdef";
    private const string Narrow = "narrow-system-key-0123456789abcdefgh";
    private static readonly string Company = Road.Code("91", 11);
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-intake").FullName;
    private readonly FakeClock _clock = new(Invented.Now);
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync() => _app = await StartAsync(o => o.Acts.Add("enforcement"));

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task ReviewedRow_IsOnTheColumn_WhenTheCallReturns()
    {
        var answer = await PostAsync(Row("1", reviewed: true));
        answer.GetProperty("accepted").GetInt32().ShouldBe(1);
        var row = answer.GetProperty("results")[0];
        (row.GetProperty("outcome").GetString(), row.GetProperty("published").GetBoolean()).ShouldBe(("accepted", true));
        using var page = await _client.GetAsync(new Uri("/shuanggongshi/records/" + row.GetProperty("id").GetString(), UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var engine = _app.Services.GetRequiredService<Hosting.EngineHolder>().Engine;
        var kept = engine.Ledger.FindByPublicId(row.GetProperty("id").GetString()!)!;
        (kept.Source.System, kept.Source.Row, kept.Source.Actor).ShouldBe(("审批系统", 1, "intake:审批系统"));
    }

    [Fact]
    [Trait("Requirement", "003-6")]
    public async Task OtherAct_IsTakenIn_WhereItsKindIsSwitchedOn()
    {
        static string Act(string kind, int n) => JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["actKind"] = kind, ["counterpartName"] = "青禾第十一食品有限公司", ["counterpartKind"] = "法人及非法人组织", ["unifiedSocialCreditCode"] = Company,
            ["documentNumber"] = $"青市监强〔2026〕{n}号", ["actContent"] = "查封生产设备一台", ["legalBasis"] = "《行政强制法》第九条", ["decisionDate"] = "2026-05-06",
            ["authorityName"] = "青禾市市场监督管理局", ["authorityCode"] = Road.AgencyCode, ["dataSourceName"] = "青禾市市场监督管理局", ["dataSourceCode"] = Road.AgencyCode,
        });
        var answer = await PostAsync($"[{Act("enforcement", 1)},{Act("行政奖励", 2)}]");
        answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()).ShouldBe(["accepted", "rejected"]);
        Issues(answer, 1).ShouldContain(i => i.Contains("没有启用“行政奖励”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_AreAnsweredOneByOne_InChinese()
    {
        await PostAsync(Row("1", reviewed: true));
        var answer = await PostAsync($"[{Row("1", reviewed: true)},{Row("2")},{Row("1", reviewed: true, content: "更正后的内容")},{Row("3").Replace("2026/05/06", "2026-13-45", StringComparison.Ordinal)},42,{Row("4").Replace("许可内容", "许可的内容是", StringComparison.Ordinal)}]");
        answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()).ShouldBe(["unchanged", "accepted", "corrected", "rejected", "rejected", "rejected"]);
        var waiting = answer.GetProperty("results")[1];
        waiting.GetProperty("published").GetBoolean().ShouldBeFalse();
        waiting.GetProperty("explanation").GetString().ShouldNotBeNull().ShouldContain("审查");
        Issues(answer, 3).ShouldContain(i => i.Contains("2026-13-45", StringComparison.Ordinal));
        Issues(answer, 4).ShouldHaveSingleItem().ShouldContain("不是对象");
        Issues(answer, 5).ShouldContain(i => i.Contains("许可的内容是", StringComparison.Ordinal));
        answer.GetProperty("rejected").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task OwnFieldNamesAndStandardCodes_AreTheSameRecord()
    {
        await PostAsync(Row("1"));
        var own = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["counterpartName"] = "青禾第十一食品有限公司", ["counterpartKind"] = "法人及非法人组织", ["unifiedSocialCreditCode"] = Company, ["legalRepresentative"] = "甲某",
            ["documentTitle"] = "准予行政许可决定书", ["documentNumber"] = "青市监许〔2026〕1号", ["licenseCategory"] = "普通", ["licenseContent"] = "热食类食品制售", ["decisionDate"] = "2026-05-06",
            ["validFrom"] = "2026年5月6日", ["validUntil"] = "2031.5.5", ["authorityName"] = "青禾市市场监督管理局", ["authorityCode"] = Road.AgencyCode, ["licenseStatus"] = "有效",
            ["dataSourceName"] = "青禾市市场监督管理局", ["dataSourceCode"] = Road.AgencyCode, ["remarks"] = null,
        });
        var answer = await PostAsync(own);
        answer.GetProperty("unchanged").GetInt32().ShouldBe(1, answer.ToString());
    }

    [Fact]
    public async Task RepeatedCall_GetsTheSameAnswer_AndAnotherBodyIsRefused()
    {
        var first = await SendAsync(Row("1"), idempotency: "call-1");
        var again = await SendAsync(Row("1"), idempotency: "call-1");
        again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await SendAsync(Row("2"), idempotency: "call-1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _clock.Now += TimeSpan.FromDays(8);
        (await SendAsync(Row("3"), idempotency: "call-2")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(Row("1"), idempotency: "call-1")).Headers.Contains("Idempotent-Replayed").ShouldBeFalse("an answer is kept for seven days");
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task WrongKey_IsRefused_AndSlowedDown()
    {
        foreach (var key in (string?[])[null, "", "x", Key[..^1], Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))])
        {
            var refused = await SendAsync(Row("1"), key: key);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await refused.Content.ReadAsStringAsync()).ShouldContain("没有有效的密钥");
        }

        for (var i = 0; i < 20; i++) (await SendAsync("{}", key: "wrong")).Dispose();
        var slowed = await SendAsync(Row("1"));
        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        slowed.Headers.RetryAfter.ShouldNotBeNull();
        _clock.Now += TimeSpan.FromMinutes(1);
        (await SendAsync(Row("1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SystemForAnotherAgency_NeitherBringsNorSeesOthersRecords()
    {
        var id = (await PostAsync(Row("1"))).GetProperty("results")[0].GetProperty("id").GetString();
        var refused = await PostAsync(Row("2"), Narrow);
        refused.GetProperty("rejected").GetInt32().ShouldBe(1);
        (await SendAsync(null, key: Narrow, path: $"/shuanggongshi-intake/records/{id}", method: HttpMethod.Get)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync("""{"ground":"revoked","reason":"撤销"}""", key: Narrow, path: $"/shuanggongshi-intake/records/{id}/withdrawal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task Revocation_TakesTheRecordDown_WithinTheCall()
    {
        var id = (await PostAsync(Row("1", reviewed: true))).GetProperty("results")[0].GetProperty("id").GetString();
        var path = $"/shuanggongshi-intake/records/{id}/withdrawal";
        (await SendAsync("""{"ground":"whim","reason":"x"}""", path: path)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var done = await SendAsync("""{"ground":"revoked","reason":"依法撤销"}""", path: path);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var page = await _client.GetAsync(new Uri("/shuanggongshi/records/" + id, UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var state = JsonDocument.Parse(await (await SendAsync(null, path: $"/shuanggongshi-intake/records/{id}", method: HttpMethod.Get)).Content.ReadAsStringAsync()).RootElement;
        state.GetProperty("published").GetBoolean().ShouldBeFalse();
        state.GetProperty("explanation").GetString().ShouldNotBeNull().ShouldContain("撤下");
    }

    [Theory]
    [InlineData("{", 400, "JSON 写法有误")]
    [InlineData("[]", 400, "没有数据")]
    [InlineData("\"x\"", 400, "没有数据")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11]", 413, "行数太多")]
    public async Task UnusableBody_IsExplained(string body, int status, string title)
    {
        var response = await SendAsync(body);
        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain(title);
    }

    [Fact]
    public async Task LargeBodyOrOtherType_IsRefused()
    {
        (await SendAsync("[" + new string(' ', 70_000) + "]")).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var form = new HttpRequestMessage(HttpMethod.Post, "/shuanggongshi-intake/records") { Content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded") };
        form.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var response = await _client.SendAsync(form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Calls_AreCountedPerSystem()
    {
        await using var app = await StartAsync(o => o.Intake.CallsPerMinute = 2);
        (await SendAsync(Row("1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(Row("1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(Row("1"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(Row("1"), key: Narrow)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "002-22")]
    public async Task PlainHttp_IsTakenFromThisMachineOnly()
    {
        await using var app = await StartAsync(o => { }, http => http.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
            return next(context);
        }));
        var refused = await SendAsync(Row("1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("HTTPS");
    }

    [Fact]
    public async Task Mapping_IsRefused_WithoutAKeyThatCanBeRight()
    {
        foreach (var (set, code) in new (Action<ShuangGongShiOptions>, string)[]
        {
            (o => o.Intake.Keys.Clear(), "CK1611"),
            (o => o.Intake.Keys.Add(new() { Name = "短", Key = "short" }), "CK1612"),
            (o => o.Intake.Keys.Add(new() { Name = "空" }), "CK1612"),
            (o => o.Intake.Keys.Add(new() { Name = "审批系统", Key = new string('k', 40) }), "CK1613"),
        })
            (await Should.ThrowAsync<InvalidOperationException>(() => StartAsync(set))).Message.ShouldStartWith(code);
    }

    [Fact]
    public async Task Document_DescribesRowsAndKey_AndThePublicOneDoesNot()
    {
        var text = await _client.GetStringAsync(new Uri("/shuanggongshi-intake/openapi.json", UriKind.Relative));
        using var document = JsonDocument.Parse(text);
        var post = document.RootElement.GetProperty("paths").GetProperty("/shuanggongshi-intake/records").GetProperty("post");
        post.GetProperty("requestBody").GetRawText().ShouldContain("documentNumber");
        post.GetProperty("responses").EnumerateObject().Select(r => r.Name).ShouldBe(["200", "400", "401", "413", "422", "429"], ignoreOrder: true);
        document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString().ShouldBe("bearer");
        (await _client.GetStringAsync(new Uri("/shuanggongshi/api/v1/openapi.json", UriKind.Relative))).ShouldNotContain("intake");
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Issues(JsonElement answer, int row) =>
        answer.GetProperty("results")[row].GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("message").GetString()!);

    private static string Row(string number, bool reviewed = false, string content = "热食类食品制售")
    {
        var row = new Dictionary<string, string>
        {
            ["XK_XDR_MC"] = "青禾第十一食品有限公司", ["XK_XDR_LB"] = "法人及非法人组织", ["XK_XDR_SHXYM"] = Company, ["XK_FRDB"] = "甲某", ["XK_XKWS"] = "准予行政许可决定书",
            ["行政许可决定文书号"] = $"青市监许〔2026〕{number}号", ["XK_XKLB"] = "普通", ["许可内容"] = content, ["XK_JDRQ"] = "2026/05/06", ["XK_YXQZ"] = "2026/05/06", ["XK_YXQZI"] = "2031/05/05",
            ["XK_XKJG"] = "青禾市市场监督管理局", ["XK_XKJGDM"] = Road.AgencyCode, ["XK_ZT"] = "1", ["XK_LYDW"] = "青禾市市场监督管理局", ["XK_LYDWDM"] = Road.AgencyCode,
        };
        if (reviewed) (row["审查人"], row["审查日期"]) = ("乙某", "2026/05/07");
        return JsonSerializer.Serialize(row, Plain);
    }

    private async Task<JsonElement> PostAsync(string body, string key = Key)
    {
        using var response = await SendAsync(body, key);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(string? body, string? key = Key, string? idempotency = null, string path = "/shuanggongshi-intake/records", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        if (idempotency is not null) request.Headers.Add("Idempotency-Key", idempotency);
        return await _client.SendAsync(request);
    }

    private async Task<WebApplication> StartAsync(Action<ShuangGongShiOptions> set, Action<WebApplication>? before = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddShuangGongShi(o =>
        {
            RoadHost.Set(o, _folder);
            o.Intake.MaxBodyBytes = 65_536;
            o.Intake.MaxRows = 10;
            o.Intake.Keys.Add(new() { Name = "审批系统", KeySha256 = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))) });
            o.Intake.Keys.Add(new() { Name = "城管系统", Key = Narrow, Authorities = { new() { Name = "青禾市城市管理局", CreditCode = Road.Code("11", 9) } } });
            set(o);
        });
        var app = builder.Build();
        try
        {
            before?.Invoke(app);
            app.UseShuangGongShi();
            app.MapShuangGongShiIntake();
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        _client?.Dispose();
        _client = new() { BaseAddress = new(app.Urls.First()) };
        return app;
    }
}
