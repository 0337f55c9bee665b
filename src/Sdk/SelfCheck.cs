using System.Net;
using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Recognition;

namespace CreditKit;

/// <summary>
/// Looks at the column from outside, as an inspection does (004-17 网络监测): what still shows though its period is over, what
/// shows unmasked, what is missing, what differs from the ledger.
/// </summary>
internal sealed class SelfCheck(CreditKitEngine engine, HttpClient client, Uri column)
{
    private static readonly string[] s_pages = ["", "/licenses", "/penalties", "/withdrawn", "/remedy", "/about", "/data"];

    /// <summary>Checks the column's own pages and the newest records.</summary>
    /// <param name="limit">At most so many records.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SelfCheckResult> RunAsync(int limit, CancellationToken cancellation)
    {
        var findings = new List<SelfCheckFinding>();
        var pages = 0;
        foreach (var path in s_pages)
        {
            var (status, text) = await GetAsync(path, cancellation);
            pages++;
            if (status != HttpStatusCode.OK) findings.Add(new("unreachable", null, $"{(path.Length == 0 ? "专栏首页" : path)} 没有正常打开（{(int)status}）。"));
            else if (path is "/licenses" or "/penalties" && !text.Contains("/records/", StringComparison.Ordinal)) findings.Add(new("empty", null, $"{path} 是空白栏目。"));
        }

        foreach (var record in engine.Ledger.All().TakeLast(limit))
        {
            cancellation.ThrowIfCancellationRequested();
            pages++;
            await CheckAsync(record, findings, cancellation);
        }

        return new SelfCheckResult(pages, findings);
    }

    private async Task CheckAsync(LedgerRecord record, List<SelfCheckFinding> findings, CancellationToken cancellation)
    {
        var now = engine.Time.GetUtcNow();
        var decision = engine.DecideForColumn(record);
        var expected = decision.Allowed && decision.IsVisibleAt(now, record.Standing);
        var (status, html) = await GetAsync("/records/" + record.PublicId, cancellation);
        if (status != HttpStatusCode.OK)
        {
            if (expected) findings.Add(new("missing", record.PublicId, $"记录 {record.PublicId} 应当公示而没有打开（{(int)status}）。"));
            return;
        }

        if (!expected) findings.Add(new("overdue", record.PublicId, $"记录 {record.PublicId} 不应公示而仍能打开：{string.Join("", engine.Policy.WhyHidden(decision, record.Standing, now).Select(r => r.Text))}"));
        var text = WebUtility.HtmlDecode(html);
        var unmasked = engine.Desensitizer.MaskText(text).Spans.Where(s => s.Certain && s.Kind is PersonalDataKind.IdentityNumber or PersonalDataKind.BankCard).ToList();
        if (unmasked.Count > 0) findings.Add(new("unmasked", record.PublicId, $"记录 {record.PublicId} 的页面上有没有脱敏的号码（{string.Join("、", unmasked.Select(s => s.Kind).Distinct())}）。"));
        if (!expected) return;
        foreach (var field in engine.OnColumn(record, decision).Fields)
            if (field.Value.Length > 0 && !Folded(text).Contains(Folded(field.Value), StringComparison.Ordinal))
                findings.Add(new("different", record.PublicId, $"记录 {record.PublicId} 的“{field.Label}”与台账不一致。"));
    }

    // Line breaks and blanks are the page's own.
    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(column.AbsoluteUri.TrimEnd('/') + path), cancellation);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return (HttpStatusCode.ServiceUnavailable, "");
        }
    }
}
