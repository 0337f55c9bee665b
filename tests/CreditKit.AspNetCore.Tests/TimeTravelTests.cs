using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;
using Xunit.Abstractions;

namespace CreditKit.AspNetCore.Tests;

/// <summary>
/// Ten years of a column. A normal run: 1,000 records, some 50 midnights, all that change something around new editions among them.
/// CREDITKIT_PROOF_SCALE=100: 10,000 records and every midnight: whatever turns at it, one download of everything, feeds and totals;
/// at CREDITKIT_PROOF_MIDNIGHTS of them (default 60) also every page of every list and every file. CREDITKIT_SEED repeats a run.
/// </summary>
public sealed partial class TimeTravelTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DateOnly First = new(2017, 1, 1), Last = new(2026, 12, 31);
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-time").FullName;
    private readonly int _scale = Setting("CREDITKIT_PROOF_SCALE") ?? 1;
    private readonly int _seed = Setting("CREDITKIT_SEED") ?? System.Random.Shared.Next();
    private readonly List<LedgerRecord> _records = [];
    private readonly Dictionary<string, DisclosureDecision> _decisions = [];
    private string _moment = "";
    private long _answers;
    private const int PageSize = 100;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    [Trait("Requirement", "000-27")]
    [Trait("Requirement", "000-32")]
    [Trait("Requirement", "003-14")]
    public async Task EachMidnight_TheWholeColumnShowsExactlyTheComputedSet_WithNoJobRunning()
    {
        var random = new Random(_seed);
        var count = 100 * Math.Clamp(_scale, 10, 100);
        var days = Last.DayNumber - First.DayNumber + 1;
        var every = _scale >= 100;
        var share = (Setting("CREDITKIT_PROOF_MIDNIGHTS") ?? (every ? 60 : 30)) / (double)days;
        var arriving = Enumerable.Range(0, count).Select(n =>
        {
            var decided = First.AddDays(random.Next(-200, days - 10));
            var record = Road.Record(random, n, decided);
            return (Record: record, Day: decided.AddDays(random.Next(1, 12)));
        }).ToLookup(a => a.Day < First ? First : a.Day, a => a.Record);

        var clock = new JoblessClock(ChinaTime.StartOf(First));
        await using var host = await RoadHost.StartAsync(_folder, clock);
        var editions = host.Engine.Policy.Editions.Select(e => e.From.DayNumber).ToHashSet();
        int checkedMidnights = 0, changedMidnights = 0, wholeMidnights = 0;
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var midnight = ChinaTime.StartOf(day);
            var (before, after) = (Visible(midnight.AddMilliseconds(-1)), Visible(midnight));
            var turning = before.Concat(after).Except(before.Intersect(after)).ToList();
            var near = turning.Count > 0 && Enumerable.Range(-3, 7).Any(d => editions.Contains(day.DayNumber + d));
            var whole = near || random.NextDouble() < share * (turning.Count > 0 && !every ? 3 : 1);
            if (whole || every)
            {
                // A moment before, every answer is made and kept; at midnight nothing but the clock has moved.
                var others = Enumerable.Range(0, Math.Min(8, _records.Count)).Select(_ => _records[random.Next(_records.Count)]);
                var asked = turning.Concat(others).ToHashSet();
                clock.Now = midnight.AddMilliseconds(-1);
                await CheckAsync(host, before, asked, clock.Now, whole);
                clock.Now = midnight;
                await CheckAsync(host, after, asked, clock.Now, whole);
                checkedMidnights++;
                if (whole) wholeMidnights++;
                if (turning.Count > 0) changedMidnights++;
            }

            clock.Now = midnight.AddHours(10);
            await WorkAsync(host, random, [.. arriving[day]]);
        }

        output.WriteLine($"seed {_seed}: {count:N0} records, {checkedMidnights:N0} midnights twice ({wholeMidnights:N0} page by page), {changedMidnights:N0} of them with a change, {_answers:N0} answers compared");
        changedMidnights.ShouldBeGreaterThan(5);
    }

    // A day at the agency: decisions come in, some are corrected, some withdrawn, some suspended.
    private async Task WorkAsync(RoadHost host, Random random, List<CreditRecord> records)
    {
        var engine = host.Engine;
        var touched = new List<long>();
        if (records.Count > 0)
        {
            touched.AddRange(engine.Ledger.Submit([.. records.Select(r => Road.Submission(r, random.Next(15) > 0))]).Select(r => r.RecordId));
            engine.Projector.CatchUp();
        }

        if (_records.Count > 20 && random.Next(6) == 0)
        {
            var record = _records[random.Next(_records.Count)];
            if (random.Next(3) == 0)
                engine.Ledger.Submit([Road.Submission(((CreditRecord)record.Record.Value) with { Remarks = "更正" }) with { Target = record.Id, Reason = "更正" }]);
            else
                await engine.Intake.WithdrawAsync(record.PublicId, random.Next(2) == 0 ? WithdrawalGround.Revoked : WithdrawalGround.Repaired, "依法撤下", "tester");
            engine.Projector.CatchUp();
            touched.Add(record.Id);
        }

        foreach (var id in touched)
        {
            var now = engine.Ledger.Find(id)!;
            var at = _records.FindIndex(r => r.Id == id);
            if (at < 0) _records.Add(now);
            else _records[at] = now;
            _decisions[now.PublicId] = engine.Policy.Decide(now.Record.Value, now.Standing, Destination.OwnSite);
        }
    }

    private List<LedgerRecord> Visible(DateTimeOffset now) => [.. _records
        .Where(r => _decisions[r.PublicId].IsVisibleAt(now, r.Standing))
        .OrderByDescending(r => r.Record.Value.DecisionDate).ThenByDescending(r => r.Id)];

    private static IEnumerable<string> Locations(string sitemap) => XDocument.Parse(sitemap).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value);

    private async Task CheckAsync(RoadHost host, List<LedgerRecord> visible, IEnumerable<LedgerRecord> asked, DateTimeOffset now, bool whole)
    {
        _moment = $"seed {_seed}, {now.ToOffset(TimeSpan.FromHours(8)):O}";
        foreach (var kind in (RecordKind[])[RecordKind.License, RecordKind.Penalty])
        {
            var path = kind == RecordKind.License ? "/licenses" : "/penalties";
            var ofKind = visible.Where(r => r.Record.Value.Kind == kind).ToList();
            if (whole) Same(path, await PagesAsync(host, path), ofKind);
            else Same(path, Ids(await host.TextAsync(path), "href=\"/shuanggongshi/records/"), ofKind.Take(PageSize));
            var newest = ofKind.Where(Bulk).Take(50).ToList();
            Same(path + "/feed.xml", Ids(await host.TextAsync(path + "/feed.xml"), "<guid[^>]*>[^<]*/records/"), newest);
            Same(path + "/feed.json", JsonDocument.Parse(await host.TextAsync(path + "/feed.json")).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!), newest);
            if (whole) Same($"/data{path}.csv", Csv(await host.TextAsync($"/data{path}.csv")), ofKind.Where(Bulk));
        }

        Same("/data/records.jsonl", (await host.TextAsync("/data/records.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!), visible.Where(Bulk));
        if (whole) await CheckPagesAsync(host, visible);
        var overview = JsonDocument.Parse(await host.TextAsync("/api/v1/overview")).RootElement;
        overview.GetProperty("licenses").GetInt64().ShouldBe(visible.Count(r => r.Record.Value.Kind == RecordKind.License), _moment);
        overview.GetProperty("penalties").GetInt64().ShouldBe(visible.Count(r => r.Record.Value.Kind == RecordKind.Penalty), _moment);

        var ids = visible.Select(r => r.PublicId).ToHashSet();
        foreach (var record in asked)
        {
            // A record that was withdrawn leaves a notice: 410, without the record.
            var expected = ids.Contains(record.PublicId);
            foreach (var path in new[] { "/records/", "/api/v1/records/" })
            {
                var status = await host.StatusAsync(path + record.PublicId);
                (status == HttpStatusCode.OK).ShouldBe(expected, $"{_moment}: {path}{record.Record.Value.DocumentNumber} answers {status}");
                if (!expected && record.Standing.WithdrawnAt is null) status.ShouldBe(HttpStatusCode.NotFound, _moment);
                _answers++;
            }

            if (record.Record.Value.Counterpart is not { Kind: CounterpartKind.Organization, UnifiedSocialCreditCode: { } code }) continue;
            var one = visible.Where(r => r.Record.Value.Counterpart.UnifiedSocialCreditCode == code).ToList();
            if (one.Count == 0) (await host.StatusAsync("/subjects/" + code)).ShouldBe(HttpStatusCode.NotFound, _moment);
            else Same("/subjects", await PagesAsync(host, "/subjects/" + code), one);
        }
    }

    // Page by page, word by word, file by file.
    private async Task CheckPagesAsync(RoadHost host, List<LedgerRecord> visible)
    {
        Same("/search", await PagesAsync(host, "/search"), visible);
        Same("/search?q=", await PagesAsync(host, "/search?q=" + Uri.EscapeDataString("青市监许")), visible.Where(r => r.Record.Value.Kind == RecordKind.License));
        Same("/search?q=", await PagesAsync(host, "/search?q=" + Uri.EscapeDataString("青禾第7食品")), visible.Where(r => r.Record.Value.Counterpart.Name == "青禾第7食品有限公司"));
        var mapped = new List<string>();
        foreach (var map in Locations(await host.TextAsync("/sitemap.xml"))) mapped.AddRange(Locations(await host.TextAsync(new Uri(map).AbsolutePath["/shuanggongshi".Length..])));
        Same("/sitemap.xml", mapped.Where(u => u.Contains("/records/", StringComparison.Ordinal)).Select(u => u[(u.LastIndexOf('/') + 1)..]), visible.Where(Bulk));
        Same("/data/records.csv", Csv(await host.TextAsync("/data/records.csv")), visible.Where(Bulk));
        Same("/api/v1/records", await ApiAsync(host, visible.Count), visible);
    }

    /// <summary>The rule of everything that leaves in bulk: no natural persons.</summary>
    private static bool Bulk(LedgerRecord record) => record.Record.Value.Counterpart.Kind != CounterpartKind.NaturalPerson;

    private async Task<List<string>> PagesAsync(RoadHost host, string path)
    {
        var found = new List<string>();
        for (string? next = path; next is not null;)
        {
            var page = await host.TextAsync(next);
            found.AddRange(Ids(page, "href=\"/shuanggongshi/records/"));
            _answers++;
            next = NextPage().Match(page) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;
        }

        return found;
    }

    private async Task<List<string>> ApiAsync(RoadHost host, int total)
    {
        var found = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = JsonDocument.Parse(await host.TextAsync("/api/v1/records?size=100" + (cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : ""))).RootElement;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            page.GetProperty("total").GetInt64().ShouldBe(total, _moment);
            _answers++;
            cursor = page.GetProperty("next").GetString();
        }

        return found;
    }

    private void Same(string where, IEnumerable<string> shown, IEnumerable<LedgerRecord> expected)
    {
        _answers++;
        var (have, want) = (shown.ToList(), expected.ToList());
        if (have.SequenceEqual(want.Select(r => r.PublicId))) return;
        var missing = want.Where(r => !have.Contains(r.PublicId)).Take(3).Select(r => r.Record.Value.DocumentNumber);
        var surplus = have.Except(want.Select(r => r.PublicId)).Take(3).Select(id => _records.Find(r => r.PublicId == id)?.Record.Value.DocumentNumber ?? id);
        Assert.Fail($"{_moment}: {where} shows {have.Count}, computed {want.Count}; missing {string.Join('、', missing)}; too many {string.Join('、', surplus)}");
    }

    private static IEnumerable<string> Ids(string text, string before) =>
        Regex.Matches(text, before + "([A-Za-z0-9_-]{22})").Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Csv(string text) =>
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split("\",\"")[0].Trim('"').TrimStart('\''));

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex("rel=\"next\" href=\"/shuanggongshi([^\"]+)\"")]
    private static partial Regex NextPage();
}
