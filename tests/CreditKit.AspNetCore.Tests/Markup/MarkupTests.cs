using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Cases;
using CreditKit.Catalog;
using CreditKit.Intake;
using CreditKit.Ledger.Access;
using CreditKit.Records;
using CreditKit.Review.Attachments;
using CreditKit.Standards;
using CreditKit.Tests.Support;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests.Markup;

/// <summary>
/// Attacks in every field of imported records, lists, commitments, items, cases, notices and papers, and in everything a
/// visitor may type: at every address that can be reached they are text, whatever the kind of the answer.
/// </summary>
public sealed class MarkupTests(ITestOutputHelper output) : IDisposable
{
    private const string Root = "/shuanggongshi";
    private static readonly DateOnly Decided = new(2026, 11, 3);
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-markup").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "004-5")]
    public async Task Payloads_AreText_AtEveryAddress()
    {
        WriteLists();
        await using var host = await RoadHost.StartAsync(_folder, new JoblessClock(Invented.Now), o =>
        {
            o.Cases.Enabled = true;
            o.Cases.RepairForm = true;
        });
        var engine = host.Engine;
        var imported = await ImportAsync(engine);
        await SubmitAsync(engine);
        WriteItems(engine);
        var ids = engine.Query.StreamRows(new()).Select(r => r.Id).ToList();
        await CasesAsync(engine, ids[0]);
        await PapersAsync(engine, ids[1]);
        await engine.Intake.WithdrawAsync(ids[2], WithdrawalGround.FoundUnlawful, string.Concat(Payloads.All.Take(6)), "tester");

        var check = new MarkupCheck(Root, RoadHost.Public.AbsoluteUri.TrimEnd('/'));
        var faults = new List<string>();
        var answers = await CrawlAsync(host.Client, ids, check, faults);
        answers += await TypeAsync(host.Client, ids[0], check, faults);

        output.WriteLine($"{imported} rows imported, {ids.Count} shown, {answers} answers, {string.Join("、", check.Texts.Keys.Order(StringComparer.Ordinal))}");
        faults.Count.ShouldBe(0, string.Join('\n', faults.DistinctBy(f => f[f.IndexOf(": ", StringComparison.Ordinal)..]).Take(40)));
        ids.Count.ShouldBeGreaterThan(100);
        answers.ShouldBeGreaterThan(700);
        foreach (var kind in (string[])["text/html", "text/csv", "xlsx", "xml", "jsonl", "JSON-LD", "application/json", "application/feed+json"])
        {
            var text = check.Texts[kind].ToString();
            for (var n = 0; n < Payloads.All.Length; n++) text.ShouldContain(Payloads.MarkOf(n), Case.Sensitive, $"payload {n} in {kind}");
        }
    }

    /// <summary>The reading itself must see what is not text.</summary>
    [Theory]
    [InlineData("text/html", "<p><img src=/shuanggongshi/x onerror=probe(1)></p>")]
    [InlineData("text/html", "<p><probe104>甲</probe104></p>")]
    [InlineData("text/html", "<a href=\"javascript:probe(1)\">甲</a>")]
    [InlineData("text/html", "<a href=\"//probe.example\">甲</a>")]
    [InlineData("text/html", "<script>probe(1)</script>")]
    [InlineData("text/html", "<script type=\"application/ld+json\">{\"a\":\"\",\"probe\":1}</script>")]
    [InlineData("application/json", "{\"a\":\"b\",\"probe117\":{}}")]
    [InlineData("application/json", "{\"a\":\"b\"")]
    [InlineData("application/rss+xml", "<rss><title><![CDATA[a]]><probe115/></title></rss>")]
    [InlineData("application/xml", "<urlset><loc>https://probe.example/</loc></urlset>")]
    [InlineData("text/csv", "\"a\"\r\n\"=1+1\"\r\n")]
    [InlineData("text/csv", "\"a\"\r\n\"b\",\"c\"\r\n")]
    public void Check_SeesWhatIsNotText(string media, string body) => new MarkupCheck(Root, "https://fgw.qinghe.example").Check(media, Encoding.UTF8.GetBytes(body)).ShouldNotBeEmpty();

    // A row for every payload with it in every field that takes free text, and a row for every column with a payload in it alone.
    private async Task<long> ImportAsync(CreditKitEngine engine)
    {
        var rows = 0L;
        foreach (var kind in (RecordKind[])[RecordKind.License, RecordKind.Penalty])
        {
            var edition = StandardEditions.Default.Current;
            List<StandardColumn> columns = [.. edition.Columns(kind), .. edition.Extensions(kind)];
            var csv = new StringBuilder(string.Join(',', columns.Select(c => Quoted(c.Head)))).Append("\r\n");
            for (var n = 0; n < Payloads.All.Length; n++) Row(n, c => c.Type == ColumnType.Text && c.CodeList is null && !c.Field.ToString().EndsWith("Code", StringComparison.Ordinal) && !c.Field.ToString().EndsWith("Number", StringComparison.Ordinal) || c.Field == StandardField.DocumentNumber || c.Field == StandardField.LicenseNumber, n);
            for (var n = 0; n < columns.Count; n++) Row(1000 + n, c => c == columns[n], n % Payloads.All.Length);
            var file = Path.Combine(_folder, kind + ".csv");
            await File.WriteAllTextAsync(file, csv.ToString(), new UTF8Encoding(true));
            var summary = await engine.Files.ImportAsync(file, null, "tester");
            summary.Rows.ShouldBe(Payloads.All.Length + columns.Count);
            rows += summary.Rows;

            void Row(int n, Func<StandardColumn, bool> attacked, int payload) =>
                csv.Append(string.Join(',', columns.Select(c => Quoted(attacked(c) ? Attack(c, payload, n) : Plain(kind, c, n))))).Append("\r\n");
        }

        return rows;
    }

    private static string Attack(StandardColumn column, int payload, int n) =>
        column.Field == StandardField.DocumentNumber ? Payloads.All[payload] + n.ToString(CultureInfo.InvariantCulture) : Payloads.All[payload];

    private static string Plain(RecordKind kind, StandardColumn column, int n) => column.Field switch
    {
        StandardField.CounterpartName => $"青禾第{n % 300}食品有限公司",
        StandardField.CounterpartKind => "法人及非法人组织",
        StandardField.UnifiedSocialCreditCode => Road.Code("91", n % 300),
        StandardField.LegalRepresentative => "马到成",
        StandardField.DocumentTitle => "准予行政许可决定书",
        StandardField.DocumentNumber => $"青市监{(kind == RecordKind.License ? "许" : "罚")}〔2026〕{n}号",
        StandardField.LicenseCategory => "普通",
        StandardField.LicenseContent => "食品经营许可",
        StandardField.DecisionDate or StandardField.ValidFrom => "2026/11/03",
        StandardField.ValidUntil or StandardField.PenaltyValidUntil => "2031/11/03",
        StandardField.LicenseStatus => "1",
        StandardField.AuthorityName or StandardField.DataSourceName => "青禾市市场监督管理局",
        StandardField.AuthorityCode or StandardField.DataSourceCode => Road.AgencyCode,
        StandardField.ViolationType => "销售超过保质期的食品",
        StandardField.ViolationFacts => "经营场所内摆放待售的食品超过保质期。",
        StandardField.LegalBasis => "《中华人民共和国食品安全法》第一百二十四条",
        StandardField.PenaltyCategory => "罚款",
        StandardField.PenaltyContent => "罚款20000元",
        StandardField.FineAmount => "2",
        StandardField.Severity => "一般",
        StandardField.Reviewer => "审查员",
        StandardField.ReviewedOn => "2026/11/04",
        _ => "",
    };

    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    // Through the code's way in nothing is put into a form first; characters that no text should have are in too.
    private static async Task SubmitAsync(CreditKitEngine engine)
    {
        for (var n = 0; n < Payloads.All.Length; n++)
        {
            var text = Payloads.All[n] + "\0\u0001\u000B\uFFFE" + "\uD83D";
            await engine.Intake.SubmitAsync(new AdministrativePenalty
            {
                Counterpart = new() { Kind = CounterpartKind.Organization, Name = text, UnifiedSocialCreditCode = Road.Code("91", n), LegalRepresentative = text },
                DocumentNumber = $"{text}〔2026〕{n}号",
                DecisionDate = Decided,
                DecidingAuthority = new Authority("青禾市市场监督管理局", Road.AgencyCode),
                DataSource = new Authority(text, Road.AgencyCode),
                ViolationType = text,
                ViolationFacts = text,
                LegalBasis = text,
                PenaltyCategories = ["罚款"],
                PenaltyContent = text,
                FineAmount = 20_000m,
                Severity = Severity.General,
                SuspendedOrRevokedCertificates = text,
                Domain = text,
                SettingBasis = text,
                RemedyChannel = text,
                Remarks = text,
                Reviewer = "审查员",
                ReviewedOn = Decided.AddDays(1),
            }, new SourceReference("测试", n, "tester"));
        }
    }

    private void WriteLists()
    {
        var text = Payloads.All;
        Directory.CreateDirectory(Path.Combine(_folder, "lists"));
        File.WriteAllText(Path.Combine(_folder, "lists", "a.json"), JsonSerializer.Serialize(new
        {
            id = "a", name = text[0], authority = text[1], basis = text[2], grounds = text[3], sanctions = text[4], removal = text[5], remedies = text[6],
            entries = text.Select((t, i) => new { name = t, code = Road.Code("91", i), grounds = t, number = t, listedOn = "2026-03-02", until = "2029-03-02" }),
        }));
        File.WriteAllText(Path.Combine(_folder, "commitments.json"), JsonSerializer.Serialize(text.Select(t => new { name = t, kind = t, text = t, madeOn = "2026-05-06", until = "2028-05-06" })));
    }

    private static void WriteItems(CreditKitEngine engine) => engine.SaveCatalogue(new()
    {
        Id = "e",
        Title = Payloads.All[0],
        Layer = CatalogLayer.Supplement,
        From = new(2020, 1, 1),
        Items =
        [
            .. Payloads.All.Select((t, i) => new CatalogItem
            {
                Code = "XK" + i.ToString(CultureInfo.InvariantCulture), Name = t, Act = t, Provider = new Authority(t), LegalBasis = t, ByCommitment = true, ResponsibleUnit = t, Review = new("保密员", new(2025, 1, 1)),
            }),
        ],
    }, "tester");

    private static async Task CasesAsync(CreditKitEngine engine, string id)
    {
        foreach (var text in Payloads.All.Take(12))
        {
            var receipt = (await engine.Cases.Inbox.FileAsync(new CaseFiling { Kind = CaseKind.Objection, RecordId = id, Grounds = [ObjectionGround.Error], Statement = text, Wish = text, ApplicantName = text, Phone = "0598-8000000", Uploads = [] })).Receipt.ShouldNotBeNull();
            engine.Cases.Desk.Admit(receipt.Number, new Ruling("tester", text));
            engine.Cases.Desk.Verify(receipt.Number, new Ruling("tester", text));
            engine.Cases.Desk.Maintain(receipt.Number, new Ruling("tester", text) { Reply = text, PublicText = text });
        }
    }

    private static async Task PapersAsync(CreditKitEngine engine, string id)
    {
        foreach (var text in Payloads.All.Take(3))
        {
            var item = await engine.Attachments.AddAsync(id, new MemoryStream(Papers.Png("甲", 2_000)), new AttachmentSource("录入员", text + ".png", text));
            engine.Attachments.Open(item.Id, new AccessRequest("审查员", "公开前审查"));
            engine.Attachments.Release(item.Id, "审查员").ShouldBeTrue();
        }
    }

    private static async Task<int> CrawlAsync(HttpClient client, List<string> ids, MarkupCheck check, List<string> faults)
    {
        string[] more =
        [
            "", "/acts", "/nope", "/screen", "/screen?pause=1", "/embed/licenses", "/embed/penalties", "/objection", "/enquiry", "/repair", "/personal-information", "/case", "/cases", "/lists", "/commitments", "/catalogue", "/withdrawn",
            "/penalties?type=large", "/data/records.xlsx?fields=all", "/data/records.csv?fields=all", "/data/records.jsonl?fields=all", "/data/full.zip", "/data/manifest.json", "/data/statistics.csv", "/sitemap.xml", "/licenses/feed.xml", "/licenses/feed.json",
            "/penalties/feed.xml", "/penalties/feed.json", "/api/v1/overview", "/api/v1/records?size=100", "/api/v1/notices", "/api/v1/catalogue", "/api/v1/statistics", "/api/v1/changes", "/api/v1/openapi.json", "/api/v1/openapi-3.0.json",
        ];
        var queue = new Queue<string>([.. more.Select(m => Root + m), .. ids.SelectMany(i => new[] { $"{Root}/records/{i}", $"{Root}/api/v1/records/{i}" })]);
        var seen = queue.ToHashSet(StringComparer.Ordinal);
        var answers = 0;
        while (queue.TryDequeue(out var path))
        {
            await AskAsync(client, new HttpRequestMessage(HttpMethod.Get, path), path, check, faults);
            answers.ShouldBeLessThan(4_000);
            answers++;
            foreach (var link in check.Links)
                if (!link.Contains("type=large", StringComparison.Ordinal) && seen.Add(Shape(link))) queue.Enqueue(link);
        }

        return answers;
    }

    // A download is one row after another: once without and once with each condition shows what there is.
    private static string Shape(string link) =>
        link.StartsWith(Root + "/data/", StringComparison.Ordinal) ? string.Join('&', link.Split('&').Select(p => p.Split('=')[0])) : link;

    // Everything a visitor can type, in addresses and in forms.
    private static async Task<int> TypeAsync(HttpClient client, string id, MarkupCheck check, List<string> faults)
    {
        var answers = 0;
        for (var n = 0; n < Payloads.All.Length; n++)
        {
            var payload = Payloads.All[n];
            var text = Uri.EscapeDataString(payload);
            string[] places =
            [
                $"/search?q={text}", $"/penalties?q={text}&authority={text}&category={text}", $"/licenses?from={text}&to={text}", $"/search?kind={text}&severity={text}&status={text}&counterpart={text}", $"/penalties?c={text}&p={text}",
                $"/statistics?authority={text}", $"/records/{text}", $"/subjects/{text}", $"/subjects/{Road.Code("91", 1)}?c={text}", $"/objection?record={text}", $"/{text}", $"/screen?p={text}&pause={text}", $"/api/v1/records?q={text}&from={text}&cursor={text}",
                $"/api/v1/records/{text}", $"/api/v1/subjects/{text}", $"/api/{text}", $"/data/records.csv?from={text}", $"/data/records.csv?q={text}", $"/assets/{text}/{text}", $"/records/{id}/files/{text}/1.png",
            ];
            // The first ones, which make elements and attributes, everywhere; the others at every fourth place.
            foreach (var place in places.Where((_, i) => n < 6 || i % 4 == n % 4))
            {
                await AskAsync(client, new HttpRequestMessage(HttpMethod.Get, Root + place), place, check, faults);
                answers++;
            }

            foreach (var form in (string[])["/objection", "/enquiry", "/repair", "/personal-information", "/case"])
            {
                if (n >= 6 && (form[1] + n) % 4 != 0) continue;
                string[] fields = ["number", "grounds", "statement", "wish", "name", "phone", "email", "secret", "record", "right", "commitment", "once"];
                var content = new FormUrlEncodedContent(fields.Where(f => f != "email" || form != "/case").Select(f => KeyValuePair.Create(f, payload)));
                await AskAsync(client, new HttpRequestMessage(HttpMethod.Post, Root + form) { Content = content }, "POST " + form, check, faults);
                answers++;
            }
        }

        return answers;
    }

    private static async Task AskAsync(HttpClient client, HttpRequestMessage request, string place, MarkupCheck check, List<string> faults)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var media = response.Content.Headers.ContentType?.MediaType ?? "";
            if ((int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.TooManyRequests) faults.Add($"{place}: {(int)response.StatusCode}");
            if (!response.Headers.TryGetValues("X-Content-Type-Options", out var sniff) || sniff.Single() != "nosniff") faults.Add($"{place}: may be sniffed");
            if (response.Headers.Concat(response.Content.Headers).Any(h => (h.Key + string.Join(' ', h.Value)).Contains(Payloads.Mark, StringComparison.OrdinalIgnoreCase) && h.Key != "Link")) faults.Add($"{place}: in a header");
            var body = await response.Content.ReadAsByteArrayAsync();

            // Directions that would turn the words around them never reach the page of a record.
            if (media == "text/html" && place.StartsWith(Root + "/records/", StringComparison.Ordinal) && Encoding.UTF8.GetString(body).AsSpan().IndexOfAny('\u202E', '\u2066') >= 0) faults.Add($"{place}: turns direction");
            foreach (var fault in check.Check(media, body)) faults.Add($"{place}: {fault}");
        }
    }
}
