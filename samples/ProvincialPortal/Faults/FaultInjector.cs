using System.Collections.Concurrent;

namespace ProvincialPortal.Faults;

/// <summary>Chooses the fault of a call. Tests queue faults for the next calls, or set the share while the portal runs.</summary>
public sealed class FaultInjector(FaultOptions options)
{
    private static readonly FaultKind[] s_all = [.. Enum.GetValues<FaultKind>().Where(k => k is not (FaultKind.None or FaultKind.LateRefusal or FaultKind.DuplicateTaken))];
    private readonly ConcurrentQueue<FaultKind> _next = new();
    private readonly Random _random = new(options.Seed);
    private readonly Lock _gate = new();
    private long _calls;
    private long _faults;

    /// <summary>Settings; the share may be changed at any time.</summary>
    public FaultOptions Options => options;

    /// <summary>Calls of the contract so far.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Faults so far.</summary>
    public long Faults => Interlocked.Read(ref _faults);

    /// <summary>Fails the next calls in these ways.</summary>
    public void Next(params ReadOnlySpan<FaultKind> kinds)
    {
        foreach (var kind in kinds) _next.Enqueue(kind);
    }

    /// <summary>For a road without calls: whether one of the rows now fetched is refused afterwards.</summary>
    internal bool RefusesLater()
    {
        if (options.Rate <= 0 || !options.Kinds.Contains(FaultKind.LateRefusal)) return false;
        lock (_gate) return _random.NextDouble() < options.Rate / options.Kinds.Count;
    }

    internal FaultKind Choose(HttpRequest request)
    {
        Interlocked.Increment(ref _calls);
        var kind = Kind(request);
        if (kind != FaultKind.None) Interlocked.Increment(ref _faults);
        return kind;
    }

    private FaultKind Kind(HttpRequest request)
    {
        if (_next.TryDequeue(out var queued)) return queued;
        if (options.Header && Enum.TryParse<FaultKind>(request.Headers["X-Portal-Fault"].ToString().Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var asked)) return asked;
        if (options.Rate <= 0) return FaultKind.None;
        lock (_gate)
        {
            if (_random.NextDouble() >= options.Rate) return FaultKind.None;
            var kinds = options.Kinds.Count > 0 ? options.Kinds : s_all;
            return kinds[_random.Next(kinds.Count)];
        }
    }
}
