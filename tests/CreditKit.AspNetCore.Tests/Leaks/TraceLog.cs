using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Tests.Leaks;

/// <summary>Everything a process could write down: logs at Trace with their values and exceptions, metrics with their tags, every exception printed.</summary>
internal sealed class TraceLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly MeterListener _meters = new();

    public TraceLog()
    {
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.Start();
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
    }

    public string Text => string.Join('\n', _lines);

    public bool Contains(string text) => _lines.Any(l => l.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        _meters.Dispose();
    }

    private void Thrown(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => _lines.Enqueue($"exception {e.Exception}");

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var line = $"metric {instrument.Meter.Name}/{instrument.Name}";
        foreach (var (name, tag) in tags) line += $" {name}={tag}";
        _lines.Enqueue(line);
    }

    private sealed class Logger(TraceLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log._lines.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            log._lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
