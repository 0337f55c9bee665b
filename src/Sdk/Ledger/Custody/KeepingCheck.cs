using CreditKit.Calendar;

namespace CreditKit.Ledger.Custody;

/// <summary>Whether what the law wants kept is kept: settings below a legal minimum, and logs that do not reach back far enough.</summary>
internal static class KeepingCheck
{
    private const int LeastLogMonths = 6, LeastAccessMonths = 36, Slack = 31, Silence = 7;

    /// <summary>A sentence for everything that falls short; empty when nothing does.</summary>
    /// <param name="retention">The settings.</param>
    /// <param name="since">When the ledger began; logs need not reach back further.</param>
    /// <param name="now">Now.</param>
    public static IEnumerable<string> Faults(RetentionOptions retention, DateTimeOffset? since, DateTimeOffset now)
    {
        if (retention.LogMonths < LeastLogMonths) yield return $"日志保存期（Retention:LogMonths）为 {retention.LogMonths} 个月，网络安全法要求留存不少于 {LeastLogMonths} 个月。";
        if (retention.AccessMonths < LeastAccessMonths) yield return $"查询使用登记的保存期（Retention:AccessMonths）为 {retention.AccessMonths} 个月，个人信息保护法第五十六条要求至少三年，默认五年。";
        if (retention.LogDirectory is { } folder && Logs(folder, retention.LogMonths, since, now) is { } fault) yield return fault;
    }

    private static string? Logs(string folder, int months, DateTimeOffset? since, DateTimeOffset now)
    {
        var written = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.GetLastWriteTimeUtc).ToList() : [];
        if (written.Count == 0) return $"日志目录不存在或者没有日志：{folder}（Retention:LogDirectory）。";
        var (oldest, newest) = (new DateTimeOffset(written.Min(), TimeSpan.Zero), new DateTimeOffset(written.Max(), TimeSpan.Zero));
        if (newest < now.AddDays(-Silence)) return $"日志自 {ChinaTime.DateOf(newest):yyyy-MM-dd} 起没有写入：{folder}。";

        // A file is as old as its last line; logs that turn over by the month leave that much of a gap.
        var due = now.AddMonths(-months);
        if (since is { } began && began > due) due = began;
        return oldest > due.AddDays(Slack) ? $"最早的日志只到 {ChinaTime.DateOf(oldest):yyyy-MM-dd}，不足 {months} 个月：{folder}。" : null;
    }
}
