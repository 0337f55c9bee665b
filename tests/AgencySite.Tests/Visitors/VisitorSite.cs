using System.Text.Json;
using AgencySite.Tests.Staff;
using CreditKit;
using CreditKit.Cases;
using CreditKit.Catalog;
using CreditKit.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace AgencySite.Tests.Visitors;

/// <summary>One site with everything a visitor can meet, the forms included, and one browser, for all tests of visitors' pages.</summary>
public sealed class VisitorSite : IAsyncLifetime
{
    public const string LongestName = "云州市云溪区东风路街道第二城市更新片区绿色建筑装配式构件与环保新型墙体材料联合研究开发及工程技术服务有限责任公司分公司";
    private const string Agency = "云州市市场监督管理局";
    private readonly string _folder = Directory.CreateTempSubdirectory("visitor-site-").FullName;
    private readonly MovableClock _clock = new(new DateTimeOffset(2026, 11, 20, 1, 30, 0, TimeSpan.Zero));
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;

    internal IBrowser Browser { get; private set; } = null!;

    internal string Root => _app.Urls.First().TrimEnd('/');

    internal string Column => Root + "/shuanggongshi";

    /// <summary>Public ids: a penalty with a long name and a long text under a case, a licence, a withdrawn record.</summary>
    internal (string Penalty, string License, string Withdrawn) Ids { get; private set; }

    /// <summary>Number and secret of a case that is decided.</summary>
    internal CaseReceipt Case { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        WriteLists();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddShuangGongShi(o =>
        {
            Set(o);
            o.Limits.LimitLoopback = true;
        });
        _app = builder.Build();
        _app.UseShuangGongShi();
        await _app.StartAsync();
        var options = new CreditKitOptions();
        Set(options);
        using (var engine = CreditKitEngine.Open(options, _clock)) await FillAsync(engine);

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>The minute in which somebody searched too often is over.</summary>
    internal void MoveOn() => _clock.MoveTo(_clock.GetUtcNow().AddMinutes(1));

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Set(CreditKitOptions options)
    {
        options.DataDirectory = _folder;
        options.Agency.Name = Agency;
        options.Agency.CreditCode = StaffSite.Code;
        options.Agency.Address = "云州市云溪区人民路 1 号";
        options.Agency.Phone = "0000-8012345";
        options.Acts.Add("award");
        options.Cases.Enabled = true;
        options.Cases.RepairForm = true;
        options.Cases.LimitLoopback = true;
    }

    private async Task FillAsync(CreditKitEngine engine)
    {
        foreach (var name in new[] { "licences.csv", "penalties.xlsx" })
            await engine.Files.ImportAsync(Path.Combine(AppContext.BaseDirectory, "SampleData", name), null, "AgencySite");
        engine.SaveCatalogue(new()
        {
            Id = "e",
            Title = "云州市公共信用信息补充目录",
            Layer = CatalogLayer.Supplement,
            From = new(2020, 1, 1),
            Items = [new CatalogItem { Code = "YZSJ-XK-014", Name = "企业登记注册", Act = "登记", Provider = new Authority(Agency), LegalBasis = "《中华人民共和国市场主体登记管理条例》第三条", ResponsibleUnit = "登记科", Review = new("保密员", new(2025, 1, 1)) }],
        }, "tester");
        var penalty = await SubmitAsync(engine, Penalty(1));
        var withdrawn = await SubmitAsync(engine, Penalty(2));
        await engine.Intake.WithdrawAsync(withdrawn, WithdrawalGround.FoundUnlawful, "经行政复议确认违法。", "tester");
        Ids = (penalty, engine.Query.List(new() { Kind = RecordKind.License }, null, 1).Rows[0].Id, withdrawn);

        Case = (await engine.Cases.Inbox.FileAsync(new CaseFiling { Kind = CaseKind.Objection, RecordId = penalty, Grounds = [ObjectionGround.Error], Statement = "罚款金额有误。", ApplicantName = "云州市示例贸易有限公司", Phone = "0000-8011234", Uploads = [] })).Receipt!;
        engine.Cases.Desk.Admit(Case.Number, new Ruling("tester", "受理"));
        engine.Cases.Desk.Verify(Case.Number, new Ruling("tester", "已核实"));
        engine.Cases.Desk.Maintain(Case.Number, new Ruling("tester", "与决定书一致") { Reply = "经核实，公示内容与决定书一致，予以维持。", PublicText = "经核实，公示内容与决定书一致，予以维持。" });
    }

    private static async Task<string> SubmitAsync(CreditKitEngine engine, CreditRecord record) => (await engine.Intake.SubmitAsync(record, new SourceReference("visitors", null, "tester"))).Id!;

    private static AdministrativePenalty Penalty(int n) => new()
    {
        Counterpart = new Counterpart { Name = LongestName, Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = "91339700MA3131061P", LegalRepresentative = "涂棠" },
        DocumentNumber = $"云市监罚〔2026〕{900 + n}号",
        DecisionDate = new DateOnly(2026, 11, 10),
        DecidingAuthority = new Authority(Agency, StaffSite.Code),
        DataSource = new Authority(Agency, StaffSite.Code),
        ViolationType = "物业服务收费不按规定明码标价",
        ViolationFacts = string.Concat(Enumerable.Repeat("经查，当事人收取停车费未明码标价，执法人员现场制作了检查笔录，并拍照取证。", 110)),
        LegalBasis = "《中华人民共和国价格法》第四十二条",
        PenaltyCategories = ["罚款"],
        PenaltyContent = "罚款20000元",
        FineAmount = 20_000m,
        PenaltyValidUntil = new DateOnly(2027, 11, 9),
        Severity = Severity.General,
        Procedure = PenaltyProcedure.Ordinary,
        Reviewer = "向景衡",
        ReviewedOn = new DateOnly(2026, 11, 12),
    };

    private void WriteLists()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lists"));
        File.WriteAllText(Path.Combine(_folder, "lists", "food.json"), JsonSerializer.Serialize(new
        {
            id = "food", name = "食品安全严重违法名单", authority = Agency, basis = "《示例办法》第二条", grounds = "情节严重的", sanctions = "列为重点监管对象", removal = "列入满三年移出", remedies = "可以申请行政复议",
            entries = new[] { new { name = LongestName, code = "91339700MA3131061P", grounds = "使用禁用原料", number = "云市监列〔2026〕1号", listedOn = "2026-03-02", until = "2029-03-02" } },
        }));
        File.WriteAllText(Path.Combine(_folder, "commitments.json"), JsonSerializer.Serialize(new[] { new { name = LongestName, kind = "主动型", text = "依法诚信经营，如有违反自愿接受惩戒。", madeOn = "2026-05-06", until = "2028-05-06" } }));
    }
}
