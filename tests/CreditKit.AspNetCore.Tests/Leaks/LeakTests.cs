using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Cases;
using CreditKit.Intake;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Review;
using CreditKit.Review.Attachments;
using CreditKit.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests.Leaks;

/// <summary>
/// Personal data of every kind in every field and text, along the whole road over a real host: none may be in any answer,
/// in public.db, in a log, a metric or an exception, and none in the clear in ledger.db.
/// </summary>
public sealed partial class LeakTests(ITestOutputHelper output) : IDisposable
{
    private const int Planted = 5_000, Seed = 20_261_122;
    private static readonly DateOnly Decided = new(2026, 11, 3);
    private static readonly Authority Agency = new("青禾市市场监督管理局", Road.AgencyCode);
    private static readonly SourceReference Source = new("测试", 2, "tester");
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-leak").FullName;
    private readonly Secrets _secrets = new(Seed);
    private int _turn;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "000-40")]
    [Trait("Requirement", "001-12")]
    [Trait("Requirement", "002-10")]
    public async Task Secrets_AreNowhere_AfterTheWholeRoad()
    {
        using var log = new TraceLog();
        var responses = new List<(string Place, string Text)>();
        await using (var app = Start(log))
        {
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
            var engine = app.Services.GetRequiredService<Hosting.EngineHolder>().Engine;
            await Fill(engine, responses);
            await Cases(engine, client);
            await Attachments(engine, responses);
            await engine.OpenReporting().DrainAsync(once: true, CancellationToken.None);
            engine.Projector.CatchUp();
            await Crawl(client, engine, responses);

            (engine.Query.Overview() is var shown ? shown.Licenses + shown.Penalties : 0).ShouldBeGreaterThan(150, "records must be shown, or nothing could leak");
            _secrets.Kinds.Count.ShouldBeGreaterThanOrEqualTo(Planted);
            var search = new LeakSearch(_secrets.Kinds);
            string[] files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".csv", StringComparison.Ordinal) && !f.Contains(".sender-", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal))];
            foreach (var name in new[] { "ledger.db", "ledger.db-wal", "public.db", "public.db-wal" }) files.Select(Path.GetFileName).ShouldContain(name);
            var leaks = responses.Select(r => search.InText(r.Place, r.Text)).Concat(files.Select(search.InFile)).Concat(log.Text.Split('\n').Select(l => search.InText("log", l)))
                .Concat(engine.Query.Stream(new()).Select(r => search.InText("public.db", System.Text.Json.JsonSerializer.Serialize(r)))).OfType<string>().ToList();

            output.WriteLine($"seed {Seed}: {_secrets.Kinds.Count} secrets of {_secrets.Kinds.Values.Distinct().Count()} kinds, {responses.Count} answers, {files.Length} files, {log.Text.Length / 1024} KiB of logs, metrics and exceptions");
            leaks.Count.ShouldBe(0, string.Join('\n', leaks.Take(40)));

            // The search itself must be able to fail.
            search.InText("x", $"<p>{System.Net.WebUtility.HtmlEncode(_secrets.Kinds.Keys.First())}</p>").ShouldNotBeNull();
            log.Contains("Trace").ShouldBeTrue();
        }
    }

    private WebApplication Start(TraceLog log)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new Shifted());
        builder.Services.AddShuangGongShi(o =>
        {
            RoadHost.Set(o, _folder);
            o.Cases.Enabled = true;
            o.Channels["province"] = new ChannelOptions { BaseAddress = new("http://127.0.0.1:9"), Token = "a-token-of-a-test-0123456789", IdentityNumbers = true };
        });
        var app = builder.Build();
        app.UseShuangGongShi();
        return app;
    }

    private async Task Fill(CreditKitEngine engine, List<(string, string)> answers)
    {
        var ids = new List<string>();
        for (var n = 1; _secrets.Kinds.Count < Planted - 200; n++)
        {
            CreditRecord record = n % 3 == 0 ? License(n) : Penalty(n);
            var result = await engine.Intake.SubmitAsync(record, new SourceReference($"{_secrets.Identity()}.xlsx", n, "tester"));
            answers.Add(("issues", string.Join(' ', result.Issues)));
            if (result.Id is not { } id) continue;
            ids.Add(id);
            if (n % 20 == 0) await engine.Intake.CorrectAsync(id, Penalty(n) with { DocumentNumber = record.DocumentNumber }, _secrets.Phrases(_turn++, 2), Source);
            if (n % 25 == 0) await engine.Intake.WithdrawAsync(id, WithdrawalGround.FoundUnlawful, _secrets.Phrases(_turn++, 3), "tester");
            if (n % 30 == 1)
            {
                var sheet = engine.Reviews.Open(id, new AccessRequest("审查员", _secrets.Phrases(_turn++, 2)))!;
                answers.Add(("sheet printed", sheet + string.Join(' ', sheet.Fields)));
                engine.Reviews.Decide(new ReviewDecision { Id = id, Revision = sheet.Item.Revision, Reviewer = "审查员", Scope = ReviewScope.Publication, Release = n % 60 == 1, Reason = _secrets.Phrases(_turn++, 2) });
                answers.Add(("queue", string.Join(' ', engine.Reviews.List(ReviewQueue.Held))));
            }
        }

        ids.Count.ShouldBeGreaterThan(100);
        var file = Path.Combine(_folder, "退回.csv");
        var rows = new StringBuilder("行政相对人名称,行政相对人代码_1 (统一社会信用代码),行政处罚决定书文号,违法事实,处罚决定日期,罚款金额（万元）,备注\n");
        for (var n = 0; n < 40; n++) rows.Append(CultureInfo.InvariantCulture, $"{_secrets.Name()},{_secrets.Identity()},{_secrets.Mobile()},{_secrets.Phrases(_turn++, 3)},{_secrets.Identity()},{_secrets.Mobile()},{_secrets.Phrases(_turn++, 2)}\n");
        await File.WriteAllTextAsync(file, rows.ToString(), new UTF8Encoding(true));
        (await engine.Files.ImportAsync(file, null, "tester")).Rejected.ShouldBe(40);
    }

    private async Task Cases(CreditKitEngine engine, HttpClient client)
    {
        var about = engine.Query.List(new(), null, 5).Rows;
        foreach (var row in about)
        {
            var filing = new CaseFiling
            {
                Kind = CaseKind.Objection, RecordId = row.Id, Grounds = [ObjectionGround.Error], Statement = _secrets.Phrases(_turn++, 3), Wish = _secrets.Phrases(_turn++, 2),
                ApplicantName = _secrets.Name(), Phone = _secrets.Mobile(), Email = "a" + _secrets.Mobile() + "@example.com",
                Uploads = [new CaseUpload("", $"{_secrets.Name()}{_secrets.Identity()}.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0 })],
            };
            var receipt = (await engine.Cases.Inbox.FileAsync(filing)).Receipt.ShouldNotBeNull();
            engine.Cases.Desk.Admit(receipt.Number, new Ruling("tester", _secrets.Phrases(_turn++, 2)));
            engine.Cases.Desk.Verify(receipt.Number, new Ruling("tester", _secrets.Phrases(_turn++, 2)));
            engine.Cases.Desk.Maintain(receipt.Number, new Ruling("tester", _secrets.Phrases(_turn++, 2)) { Reply = _secrets.Phrases(_turn++, 2), PublicText = _secrets.Phrases(_turn++, 3) });
        }

        // What a visitor types comes back to him alone; it must stay out of logs and metrics.
        using var form = new MultipartFormDataContent { { new StringContent(_secrets.Phrases(_turn++, 4)), "statement" }, { new StringContent(_secrets.Name()), "name" }, { new StringContent(_secrets.Identity()), "phone" } };
        using var answer = await client.PostAsync("/shuanggongshi/objection", form);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    // Words in metadata, invisible text, comments, behind the end, in the name and in the title: each with a secret of its own.
    private async Task Attachments(CreditKitEngine engine, List<(string, string)> answers)
    {
        var rows = engine.Query.List(new(), null, 40).Rows.Where(r => engine.Query.Find(r.Id).Record is not null).Take(24).ToList();
        rows.Count.ShouldBeGreaterThan(10);
        for (var n = 0; n < rows.Count; n++)
        {
            var words = _secrets.Identity();
            var paper = (n % 4) switch { 0 => Papers.Png(words, 2_000), 1 => Papers.Jpeg(words), 2 when Papers.HasPoppler => Papers.Pdf(words, 2), _ => Papers.Png(words, 300_000) };
            var item = await engine.Attachments.AddAsync(rows[n].Id, new MemoryStream(paper), new AttachmentSource("录入员", $"{_secrets.Name()}{_secrets.Identity()}.pdf", n % 3 == 0 ? "决定书，" + _secrets.Phrase(_turn++) : null));
            answers.Add(("attachment printed", $"{item} {engine.Attachments.Open(item.Id, new AccessRequest("审查员", _secrets.Phrase(_turn++)))}"));
            if (n % 8 == 7) engine.Attachments.Refuse(item.Id, "审查员", _secrets.Phrase(_turn++));
            else engine.Attachments.Release(item.Id, "审查员").ShouldBeTrue();
            try
            {
                await engine.Attachments.AddAsync(rows[n].Id, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_secrets.Phrases(_turn++, 2))), new AttachmentSource("录入员", $"{_secrets.Identity()}.png"));
            }
            catch (CreditKitException refused)
            {
                answers.Add(("refused paper", refused.ToString()));
            }
        }
    }

    private static async Task Crawl(HttpClient client, CreditKitEngine engine, List<(string, string)> answers)
    {
        string[] more = ["/nope", "/records/AAAAAAAAAAAAAAAAAAAAAA", "/licenses?page=zzz", "/search?q=", "/cases", "/openapi.json", "/api/v1/records", "/sitemap.xml", "/feed.xml"];
        var queue = new Queue<string>(["/shuanggongshi", .. more.Select(m => "/shuanggongshi" + m), .. engine.Ledger.All().Select(r => "/shuanggongshi/records/" + r.PublicId)]);
        var seen = queue.ToHashSet(StringComparer.Ordinal);
        while (queue.TryDequeue(out var path) && answers.Count < 6_000)
        {
            using var response = await client.GetAsync(path);
            var text = await response.Content.ReadAsStringAsync();
            answers.Add((Regex.Replace(path, "[A-Za-z0-9_-]{22}", "ID"), $"{response.Headers}{response.Content.Headers}{text}"));
            foreach (Match link in Link().Matches(text))
                if (System.Net.WebUtility.HtmlDecode(link.Groups.Values.Skip(1).First(g => g.Success).Value).Replace(RoadHost.Public.AbsoluteUri.TrimEnd('/'), "", StringComparison.Ordinal) is var target
                    && target.StartsWith("/shuanggongshi", StringComparison.Ordinal) && !target.Contains("type=large", StringComparison.Ordinal) && seen.Add(target)) queue.Enqueue(target);
        }
    }

    private AdministrativePenalty Penalty(int n) => new()
    {
        Counterpart = Party(n),
        DocumentNumber = n % 40 == 7 ? $"青市监罚〔2026〕{_secrets.Identity()}号" : $"青市监罚〔2026〕{n}号",
        DecisionDate = Decided,
        DecidingAuthority = Agency,
        DataSource = n % 9 == 0 ? Agency with { Name = $"青禾市市场监督管理局（联系电话{_secrets.Mobile()}）" } : Agency,
        PersonalDisclosureBasis = n % 2 == 0 ? "《示例条例》第八条，" + _secrets.Phrase(_turn++) : "《示例条例》第八条",
        ViolationType = n % 5 == 0 ? "销售超过保质期的食品，" + _secrets.Phrase(_turn++) : "销售超过保质期的食品",
        ViolationFacts = _secrets.Phrases(_turn++, 4),
        LegalBasis = "《中华人民共和国食品安全法》第一百二十四条" + (n % 7 == 0 ? "，" + _secrets.Phrase(_turn++) : ""),
        PenaltyCategories = ["罚款"],
        PenaltyContent = "罚款20000元。" + _secrets.Phrases(_turn++, 1),
        SuspendedOrRevokedCertificates = n % 6 == 0 ? _secrets.Phrases(_turn++, 1) : null,
        MitigationEvidence = n % 8 == 0 ? _secrets.Phrases(_turn++, 1) : null,
        FineAmount = 20_000m,
        Severity = Severity.General,
        Domain = n % 11 == 0 ? "食品，" + _secrets.Phrase(_turn++) : null,
        RemedyChannel = n % 4 == 0 ? _secrets.Phrases(_turn++, 1) : null,
        SettingBasis = n % 4 == 1 ? _secrets.Phrases(_turn++, 1) : null,
        Remarks = _secrets.Phrases(_turn++, 2),
        ItemCode = n % 13 == 0 ? "CF" + _secrets.Identity() : null,
        Reviewer = _secrets.Name(),
        ReviewedOn = Decided,
    };

    private AdministrativeLicense License(int n) => new()
    {
        Counterpart = Party(n),
        DocumentNumber = $"青市监许〔2026〕{n}号",
        DecisionDocumentTitle = n % 4 == 0 ? "准予行政许可决定书（" + _secrets.Phrase(_turn++) + "）" : "准予行政许可决定书",
        DecisionDate = Decided,
        DecidingAuthority = Agency,
        DataSource = Agency,
        PersonalDisclosureBasis = "《行政许可法》第四十条",
        Category = "普通",
        CertificateTitle = n % 5 == 0 ? "食品经营许可证，" + _secrets.Phrase(_turn++) : "食品经营许可证",
        LicenseNumber = n % 2 == 0 ? "JY" + _secrets.Identity() : "JY13504020001234",
        Content = _secrets.Phrases(_turn++, 4),
        ValidFrom = Decided,
        ValidUntil = Decided.AddYears(5),
        Status = LicenseStatus.Valid,
        Remarks = _secrets.Phrases(_turn++, 2),
        Reviewer = _secrets.Name(),
        ReviewedOn = Decided,
    };

    // A natural person, a shop with its owner, a company: each with the documents that must never be seen.
    private Counterpart Party(int n) => (n % 4) switch
    {
        0 => new() { Kind = CounterpartKind.NaturalPerson, Name = _secrets.Name(), IdentityDocument = new("身份证", _secrets.Identity()) },
        1 => new()
        {
            Kind = CounterpartKind.SoleTrader, Name = $"云岭区第{n}号小吃店", UnifiedSocialCreditCode = Road.Code("92", n % 300), LegalRepresentative = _secrets.Name(),
            LegalRepresentativeDocument = new("身份证", _secrets.Identity()), TaxRegistrationNumber = _secrets.Identity() + "01",
        },
        2 => new()
        {
            Kind = CounterpartKind.Organization, Name = $"青禾第{n % 300}食品有限公司（联系电话{_secrets.Mobile()}）", UnifiedSocialCreditCode = Road.Code("91", n % 300), LegalRepresentative = "马到成",
            LegalRepresentativeDocument = new("身份证", _secrets.Identity()),
        },
        _ => new() { Kind = CounterpartKind.Organization, Name = $"青禾第{n % 300}食品有限公司", UnifiedSocialCreditCode = Road.Code("91", n % 300), LegalRepresentative = "马到成", LegalRepresentativeDocument = new("身份证", _secrets.Identity()) },
    };

    [GeneratedRegex("(?:href|src)=\"([^\"#]+)|<loc>([^<]+)|\"(/shuanggongshi[^\"]*)\"")]
    private static partial Regex Link();

    private sealed class Shifted : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero) + System.GetElapsedTime(_start);
    }
}
