using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Ledger.Access;
using CreditKit.Records;
using CreditKit.Review.Attachments;
using CreditKit.Tests.Support;

namespace CreditKit.AspNetCore.Tests;

/// <summary>Released papers as visitors get them: under the address of their record, and only as long as it is visible.</summary>
[Trait("Requirement", "000-27")]
[Trait("Requirement", "000-40")]
public sealed class AttachmentTests : IAsyncLifetime
{
    private const string Secret = "13905981234";
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-attachments").FullName;
    private readonly JoblessClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private RoadHost _host = null!;

    public async Task InitializeAsync() => _host = await RoadHost.StartAsync(_folder, _clock);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task Page_IsServedUnderItsRecord_WithTheHeadersOfAPictureThatDoesNothing()
    {
        var (id, attachment) = await PublishAsync(Papers.Png(Secret, 600_000));
        var page = await _host.TextAsync($"/records/{id}");
        var path = $"/records/{id}/files/{attachment}/1.png";
        page.ShouldContain($"href=\"/shuanggongshi{path}\"");
        page.ShouldContain("行政处罚决定书第 1 页（PNG，600 KB）");

        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Papers.Hold(bytes, Secret).ShouldBeFalse();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        response.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe($"inline; filename=\"{id}-1.png\"");
        var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["Content-Security-Policy"].ShouldBe("default-src 'none'; sandbox; frame-ancestors 'self'");
        headers["Cache-Control"].ShouldBe("no-cache");
        headers["ETag"].ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        headers["Accept-Ranges"].ShouldBe("bytes");
        headers.ShouldNotContainKey("X-Robots-Tag");

        using var api = JsonDocument.Parse(await _host.TextAsync($"/api/v1/records/{id}"));
        var listed = api.RootElement.GetProperty("attachments")[0];
        (listed.GetProperty("title").GetString(), "/" + listed.GetProperty("pages")[0].GetProperty("path").GetString(), listed.GetProperty("pages")[0].GetProperty("sha256").GetString())
            .ShouldBe(("行政处罚决定书", path, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    [Fact]
    public async Task Page_ComesWholeOrInRanges_OrNotAtAllWhereTheVisitorHasIt()
    {
        var (id, attachment) = await PublishAsync(Papers.Png(Secret, 600_000));
        var path = $"/records/{id}/files/{attachment}/1.png";
        using var whole = await GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        foreach (var (range, from, to) in new[] { ("bytes=0-0", 0, 0), ("bytes=262140-262150", 262_140, 262_150), ("bytes=100-", 100, bytes.Length - 1), ("bytes=-5", bytes.Length - 5, bytes.Length - 1), ("bytes=5-99999999", 5, bytes.Length - 1) })
        {
            using var part = await GetAsync(path, ("Range", range));
            part.StatusCode.ShouldBe(HttpStatusCode.PartialContent, range);
            part.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {from}-{to}/{bytes.Length}");
            (await part.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[from..(to + 1)], range);
        }

        using var beyond = await GetAsync(path, ("Range", $"bytes={bytes.Length}-"));
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        using var several = await GetAsync(path, ("Range", "bytes=0-1,5-6"));
        several.StatusCode.ShouldBe(HttpStatusCode.OK, "several ranges at once are answered whole");
        using var changed = await GetAsync(path, ("Range", "bytes=0-0"), ("If-Range", "\"another\""));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var known = await GetAsync(path, ("If-None-Match", whole.Headers.ETag!.ToString()));
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/shuanggongshi" + path));
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, bytes.Length));
    }

    [Fact]
    public async Task WhatIsNotThere_IsNotFound_AndWhatWasWithdrawn_IsGone()
    {
        var (id, attachment) = await PublishAsync(Papers.Png(Secret));
        foreach (var wrong in new[] { $"{attachment}/2.png", $"{attachment}/0.png", $"{attachment}/1.jpg", $"{attachment}/01.png", $"{attachment}/1", $"{attachment}/../1.png", "AAAAAAAAAAAAAAAAAAAAAA/1.png" })
            (await _host.StatusAsync($"/records/{id}/files/{wrong}")).ShouldBe(HttpStatusCode.NotFound, wrong);
        var waiting = await _host.Engine.Attachments.AddAsync(id, new MemoryStream(Papers.Png(Secret)), new AttachmentSource("录入员"));
        (await _host.StatusAsync($"/records/{id}/files/{waiting.Id}/1.png")).ShouldBe(HttpStatusCode.NotFound, "nobody released it");
        var (other, _) = await PublishAsync(Papers.Png(Secret), 2);
        (await _host.StatusAsync($"/records/{other}/files/{attachment}/1.png")).ShouldBe(HttpStatusCode.NotFound, "it belongs to another record");

        await _host.Engine.Intake.WithdrawAsync(id, WithdrawalGround.FoundUnlawful, "经复议确认违法", "tester");
        (await _host.StatusAsync($"/records/{id}/files/{attachment}/1.png")).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Page_EndsWithItsPeriod_WhileTheClockStrikes()
    {
        var (id, attachment) = await PublishAsync(Papers.Png(Secret));
        var until = _host.Engine.Query.Find(id).Record!.Until!.Value;
        _clock.Now = new DateTimeOffset(until.ToDateTime(default), TimeSpan.FromHours(8)).AddSeconds(-1);
        (await _host.StatusAsync($"/records/{id}/files/{attachment}/1.png")).ShouldBe(HttpStatusCode.OK);
        _clock.Now += TimeSpan.FromSeconds(1);
        (await _host.StatusAsync($"/records/{id}/files/{attachment}/1.png")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(string Id, string Attachment)> PublishAsync(byte[] paper, int n = 1)
    {
        var random = new Random(3);
        var record = (AdministrativePenalty)Enumerable.Range(0, 1_000).Select(_ => Road.Record(random, n, new DateOnly(2026, 11, 3))).First(r => r is AdministrativePenalty { Severity: Severity.General, Procedure: PenaltyProcedure.Ordinary, Counterpart.Kind: CounterpartKind.Organization });
        var id = (await _host.Engine.Intake.SubmitAsync(record with { Reviewer = "审查员", ReviewedOn = new DateOnly(2026, 11, 4) }, new SourceReference("测试", null, "tester"))).Id!;
        var item = await _host.Engine.Attachments.AddAsync(id, new MemoryStream(paper), new AttachmentSource("录入员", $"张三{Secret}.png"));
        _host.Engine.Attachments.Open(item.Id, new AccessRequest("审查员", "公开前审查"));
        _host.Engine.Attachments.Release(item.Id, "审查员").ShouldBeTrue();
        return (id, item.Id);
    }

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/shuanggongshi" + path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return _host.Client.SendAsync(request);
    }
}
