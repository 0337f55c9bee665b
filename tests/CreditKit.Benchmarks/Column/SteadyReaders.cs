using System.Diagnostics;

namespace CreditKit.Benchmarks.Column;

/// <summary>
/// Visitors who come at a fixed rate whatever became of those before them. Each is timed from the moment it was due, so an
/// answer that keeps others waiting counts for all of them.
/// </summary>
internal sealed class SteadyReaders(Uri address, Func<int, string> path) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private readonly List<double> _waits = [];
    private int _next;

    /// <summary>Latencies in milliseconds.</summary>
    /// <param name="Asked">How many came.</param>
    /// <param name="Failed">Answers of 400 and above, and none at all.</param>
    internal sealed record Figures(int Asked, int Failed, double Median, double P99, double Longest);

    public Figures Run(int perSecond, TimeSpan duration)
    {
        using var end = new CancellationTokenSource(duration);
        return Run(perSecond, end.Token);
    }

    /// <summary>Runs until it is told to stop.</summary>
    public Figures Run(int perSecond, CancellationToken stop)
    {
        _waits.Clear();
        var failed = 0;
        var asked = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var due = start + (long)((double)n / perSecond * Stopwatch.Frequency);
            while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early) Thread.Sleep(early > TimeSpan.FromMilliseconds(1) ? early : TimeSpan.FromMilliseconds(1));
            asked.Add(AskAsync(path(_next++), due));
        }

        Task.WaitAll(asked, CancellationToken.None);
        _waits.Sort();
        return new Figures(asked.Count, failed, At(0.5), At(0.99), At(1));

        async Task AskAsync(string what, long due)
        {
            var good = false;
            try
            {
                using var response = await _client.GetAsync(new Uri(what, UriKind.Relative), CancellationToken.None);
                good = response.IsSuccessStatusCode;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // counted below
            }

            var waited = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
            lock (_waits)
            {
                _waits.Add(waited);
                if (!good) failed++;
            }
        }
    }

    private double At(double share) => _waits[Math.Min(_waits.Count - 1, (int)(_waits.Count * share))];

    public void Dispose() => _client.Dispose();
}
