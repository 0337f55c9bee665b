using System.Net;
using System.Text;
using System.Text.Json;
using CreditKit;
using CreditKit.Ledger;
using CreditKit.Records;

namespace AgencySite.Tests;

/// <summary>The main job, from outside: the sample is started as a user starts it, and asked.</summary>
[Collection(SiteCollection.Name)]
public sealed class SampleSiteTests(SiteFixture site)
{
    private static readonly JsonElement s_personal = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "SampleData", "personal-data.json"))).RootElement;

    [Fact]
    [Trait("Requirement", "000-17")]
    public async Task Column_IsThere_WithBothKinds()
    {
        var page = await site.Site.GetStringAsync(site.Column);
        page.ShouldContain("云州市市场监督管理局");
        page.ShouldContain("行政许可");
        page.ShouldContain("行政处罚");
    }

    [Fact]
    [Trait("Requirement", "000-10")]
    public async Task Catalogue_HoldsEveryItemThatTheRecordsName()
    {
        var items = JsonDocument.Parse(await site.Site.GetStringAsync(site.Column + "/api/v1/catalogue")).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("code").GetString()!).ToHashSet();
        using var engine = site.OpenEngine();
        var named = engine.Ledger.All().Select(r => r.Record.Value.ItemCode).OfType<string>().Distinct().ToList();
        named.Count.ShouldBeGreaterThan(50);
        named.Except(items).ShouldBeEmpty();
        (await site.Site.GetStringAsync(site.Column + "/catalogue")).ShouldContain("本专栏公示的行政许可、行政处罚等信息按以下事项归集");
    }

    [Fact]
    [Trait("Requirement", "004-11")]
    [Trait("Requirement", "000-13")]
    public async Task Portal_HoldsExactlyTheReportableRecords_EachOnce()
    {
        using var engine = site.OpenEngine();
        var expected = Expected(engine);
        await site.WaitAsync(async () => (await site.ReceivedAsync()).Length >= expected.Count, TimeSpan.FromSeconds(60), "the portal is not complete");

        var received = await site.ReceivedAsync();
        received.Select(r => r.GetProperty("recordId").GetString()!).Order(StringComparer.Ordinal).ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
        foreach (var row in received)
            row.GetProperty("notPublic").GetBoolean().ShouldBe(expected[row.GetProperty("recordId").GetString()!], row.GetProperty("documentNumber").GetString());
        expected.Values.Count(notPublic => notPublic).ShouldBeGreaterThan(5, "the sample has slight penalties, reported and marked 不公示");

        // Every one of them has its receipt here.
        foreach (var id in expected.Keys)
            engine.Explain(engine.Ledger.FindByPublicId(id)!).Channels[0].Receipt.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-13")]
    public void Penalties_OfPeopleAndBySummaryProcedure_AreHeldBackWithTheReason()
    {
        using var engine = site.OpenEngine();
        var penalties = engine.Ledger.All().Where(r => r.Record.Value is AdministrativePenalty && r.Standing.Released && r.Standing.WithdrawnAt is null).ToList();
        var person = penalties.Where(r => r.Record.Value.Counterpart.Kind == CounterpartKind.NaturalPerson).ToList();
        var summary = penalties.Where(r => ((AdministrativePenalty)r.Record.Value).Procedure == PenaltyProcedure.Summary).ToList();
        person.Count.ShouldBeGreaterThan(5);
        summary.Count.ShouldBeGreaterThan(5);
        foreach (var record in person.Concat(summary))
        {
            var channel = engine.Explain(record).Channels[0];
            channel.Reportable.ShouldBeFalse();
            channel.HeldBack.ShouldNotBeEmpty();
            channel.HeldBack.ShouldAllBe(reason => reason.Source.Length > 0 && reason.Text.Length > 0);
        }
    }

    [Fact]
    [Trait("Requirement", "000-4")]
    public void EveryHiddenRecord_HasAReason()
    {
        using var engine = site.OpenEngine();
        var hidden = engine.Ledger.All().Select(r => (Record: r, Law: engine.Explain(r).Law)).Where(x => !x.Law.Visible).ToList();
        hidden.Count.ShouldBeGreaterThan(20);
        foreach (var (record, law) in hidden)
        {
            law.Reasons.ShouldContain(reason => reason.Destination == "own-site" && reason.Text.Length > 0, record.Record.Value.DocumentNumber ?? record.PublicId);
            law.Text.ShouldContain("因为");
        }
    }

    [Fact]
    [Trait("Requirement", "000-40")]
    [Trait("Requirement", "001-12")]
    [Trait("Requirement", "002-10")]
    public async Task Crawl_FindsEverythingWhole_AndNothingOfAnyPerson()
    {
        var responses = await Crawler.CrawlAsync(site.Site, site.Column);
        responses.Count.ShouldBeGreaterThan(300);
        responses.Where(r => r.Status is not (HttpStatusCode.OK or HttpStatusCode.Gone)).Where(r => !IsFeed(r.Address)).Select(r => $"{(int)r.Status} {r.Address}").ShouldBeEmpty();

        var secrets = Secrets();
        secrets.Count.ShouldBeGreaterThan(500);
        var search = new SecretSearch(secrets);
        foreach (var response in responses)
            search.FirstIn(response.Address + "\n" + response.Headers + "\n" + response.Body).ShouldBeNull($"at {response.Address.AbsolutePath}");
    }

    [Fact]
    [Trait("Requirement", "000-40")]
    public void PublicStore_HoldsNothingOfAnyPerson_InAnyOfItsBytes()
    {
        var search = new SecretSearch(Secrets());
        foreach (var file in Directory.GetFiles(site.Data, "public.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            search.FirstIn(Encoding.UTF8.GetString(bytes.ToArray())).ShouldBeNull($"in {Path.GetFileName(file)}");
        }
    }

    [Fact]
    public async Task Log_SaysNothingOfAnyPerson()
    {
        await site.Site.GetAsync(site.Column + "/search?q=" + Uri.EscapeDataString("张三"));
        string log;
        lock (site.Log) log = string.Join('\n', site.Log);
        new SecretSearch(Secrets()).FirstIn(log).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public async Task RevokedPenalty_IsGone_AndItsNoticeNamesNobody()
    {
        using var engine = site.OpenEngine();
        var revoked = engine.Ledger.All().Single(r => r.Standing.WithdrawalGround == WithdrawalGround.Revoked);
        var answer = await site.Site.GetAsync($"{site.Column}/records/{revoked.PublicId}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(revoked.Record.Value.DocumentNumber!);
        page.ShouldContain("撤销");
        page.ShouldNotContain(revoked.Record.Value.Counterpart.Name!);
    }

    [Fact]
    [Trait("Requirement", "002-5")]
    public async Task Correction_ShowsOnThePage_AndAtThePortal()
    {
        using var engine = site.OpenEngine();
        var corrected = engine.Ledger.All().First(r => r.Corrected);
        (await site.Site.GetStringAsync($"{site.Column}/records/{corrected.PublicId}")).ShouldContain("已更正");
        await site.WaitAsync(async () => (await site.ReceivedAsync()).Any(r => r.GetProperty("recordId").GetString() == corrected.PublicId && r.GetProperty("revision").GetInt32() == corrected.Revision),
            TimeSpan.FromSeconds(60), "the portal has no second revision");
    }

    // Feeds and sitemap need the site's public address, which a sample on loopback has not.
    private static bool IsFeed(Uri address) => address.AbsolutePath.EndsWith("/feed.xml", StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/feed.json", StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/sitemap.xml", StringComparison.Ordinal);

    private static Dictionary<string, bool> Expected(CreditKitEngine engine) => engine.Ledger.All()
        .Select(r => (Record: r, Channel: engine.Explain(r).Channels[0]))
        .Where(x => x.Channel.Reportable)
        .ToDictionary(x => x.Record.PublicId, x => x.Channel.MarkedNotPublic, StringComparer.Ordinal);

    private static List<string> Secrets()
    {
        // The legal representative of an organisation may be shown; everybody else's name may not.
        // Addresses are measured on the corpus: a place of business that is a dwelling may stand in a licence.
        var open = s_personal.TryGetProperty("legalRepresentative", out var shown) ? shown.EnumerateArray().Select(e => e.GetString()!).ToHashSet() : [];
        return [.. s_personal.EnumerateObject()
            .Where(kind => kind.Name is not ("legalRepresentative" or "home") && kind.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(kind => kind.Value.EnumerateArray().Select(e => e.GetString()!))
            .Where(secret => !open.Contains(secret))
            .Distinct()];
    }
}
