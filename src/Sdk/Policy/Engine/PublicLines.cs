using System.Collections.Concurrent;
using System.Globalization;
using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>The line about the period on public pages; the same few thousand lines serve a million records.</summary>
internal sealed class PublicLines
{
    private const int Limit = 50_000;
    private readonly ConcurrentDictionary<(PeriodRule Rule, int Day), string> _cache = new(new KeyComparer());

    public string Of(PeriodRule rule, DateOnly? until, string? ownBasis, Exclusion? closing)
    {
        if (ownBasis is not null) return Compose(until, ownBasis, null);
        if (closing is not null) return Compose(until, closing.Blocking.Source, null);
        var key = (rule, until?.DayNumber ?? 0);
        if (_cache.TryGetValue(key, out var line)) return line;
        line = Compose(until, rule.Edition.Basis, rule.Data.End);
        if (_cache.Count < Limit) _cache.TryAdd(key, line);
        return line;
    }

    private static string Compose(DateOnly? until, string basis, PeriodEnd? end)
    {
        if (until is not { } day)
            return end switch
            {
                null => $"公示期没有期限，依据{basis}",
                PeriodEnd.Unstated => $"公示期限未见规定，暂不设截止日期，依据{basis}",
                _ => $"公示不设截止日期，许可状态变化时随之更新，依据{basis}",
            };
        var last = day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return end == PeriodEnd.Validity ? $"公示期至 {last}（许可有效期届满之日），依据{basis}" : $"公示期至 {last}，依据{basis}";
    }

    private sealed class KeyComparer : IEqualityComparer<(PeriodRule Rule, int Day)>
    {
        public bool Equals((PeriodRule Rule, int Day) x, (PeriodRule Rule, int Day) y) => x.Day == y.Day && ReferenceEquals(x.Rule, y.Rule);

        public int GetHashCode((PeriodRule Rule, int Day) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Rule), key.Day);
    }
}
