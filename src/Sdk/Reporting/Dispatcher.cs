using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Takes due rows of one channel, sends them, and writes what came back. The outbox is the only retry layer, so
/// any number of dispatchers, in any number of processes, may work on one ledger; turns of one dispatcher may overlap, so
/// that the next rows are made ready while the receiver is at work.
/// </summary>
internal sealed class Dispatcher : IDisposable
{
    /// <summary>Turns that overlap: one at the receiver, one at the ledger.</summary>
    public const int Turns = 2;

    private readonly IReportChannel _channel;
    private readonly ChannelOptions _options;
    private readonly IOutbox _outbox;
    private readonly EnvelopeDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly BackOff _backOff;
    private readonly AnswerBook _book;
    private readonly SemaphoreSlim _slots;
    private bool _down;

    public Dispatcher(IReportChannel channel, ChannelOptions options, IOutbox outbox, EnvelopeDesk desk, TimeProvider time, ILogger log)
    {
        (_channel, _options, _outbox, _desk, _time, _log) = (channel, options, outbox, desk, time, log);
        _backOff = new BackOff(options.ShortestWait, options.LongestWait);
        _slots = new SemaphoreSlim(options.Calls);
        _book = new AnswerBook(_backOff, channel.CanLookUp);
    }

    /// <summary>Name of the channel.</summary>
    public string Channel => _channel.Name;

    /// <summary>The longest that anything waits: a receiver's own demand, a row's back-off, a lease; with a minute to spare.</summary>
    public TimeSpan Furthest => AnswerBook.LongestAsked + _options.LongestWait * BackOff.RowFactor + _options.Lease + TimeSpan.FromMinutes(1);

    /// <summary>How long a lease runs.</summary>
    public TimeSpan Lease => _options.Lease;

    /// <summary>The outbox.</summary>
    public IOutbox Outbox => _outbox;

    /// <summary>Makes letters of entries.</summary>
    public EnvelopeDesk Desk => _desk;

    /// <summary>One turn: one lease and its calls. Nothing taken means that nothing is due.</summary>
    public async Task<DispatchResult> DispatchAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var entries = _outbox.Lease(new OutboxLease(Channel, _options.BatchSize, _options.Calls, _options.Lease, _backOff.Channel)
        {
            Grace = _channel.KnowsKeys ? TimeSpan.Zero : _options.Timeout,
            Furthest = Furthest,
        });
        if (entries.Count == 0) return default;

        var started = _time.GetTimestamp();
        var (letters, outcomes) = _desk.Prepare(entries);
        var size = Math.Max(1, (entries.Count + _options.Calls - 1) / _options.Calls);
        var calls = await Task.WhenAll(letters.Chunk(size).Select(chunk => CallAsync(chunk, started, cancellation)));
        outcomes.AddRange(calls.SelectMany(c => c.Outcomes));

        var verdict = AnswerBook.Verdict(calls, _backOff);
        _outbox.Complete(Channel, outcomes, verdict);
        return Report(entries.Count, calls, outcomes, verdict);
    }

    // Turns may overlap; the receiver is never asked by more calls at a time than it allows.
    private async Task<CallResult> CallAsync(Letter[] letters, long started, CancellationToken cancellation)
    {
        await _slots.WaitAsync(CancellationToken.None);
        try
        {
            return await CallInSlotAsync(letters, started, cancellation);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<CallResult> CallInSlotAsync(Letter[] letters, long started, CancellationToken cancellation)
    {
        var result = new CallResult();
        var unsure = letters.Where(l => l.Entry.MayBeThere).ToArray();
        var clear = letters.Where(l => !l.Entry.MayBeThere).ToList();
        if (unsure.Length > 0)
        {
            var answers = _channel.CanLookUp ? await AskAsync(unsure, cancellation) : [.. unsure.Select(_ => (ReportAnswer?)ReportAnswer.Unknown(AnswerScope.Row, "no-lookup"))];
            var silent = false;
            for (var i = 0; i < unsure.Length; i++)
            {
                if (answers[i] is not { } answer) clear.Add(unsure[i]);
                else if (answer.Class is AnswerClass.Accepted or AnswerClass.Rejected) result.Add(AnswerBook.Found(unsure[i].Entry, answer), answer);
                else
                {
                    silent |= answer.Scope != AnswerScope.Row;
                    result.Add(_book.StillUnknown(unsure[i].Entry, answer), answer);
                }
            }

            // Whoever does not answer a question is not sent anything either.
            if (silent)
            {
                result.Outcomes.AddRange(clear.Select(AnswerBook.GiveBack));
                return result;
            }
        }

        if (clear.Count == 0) return result;

        // Too late to be sure that the lease outlives the call: nothing may be sent that another may send at the same time.
        if (_time.GetElapsedTime(started) + _options.Timeout > _options.Lease - TimeSpan.FromSeconds(1))
        {
            result.Outcomes.AddRange(clear.Select(AnswerBook.GiveBack));
            return result;
        }

        var sent = await SendAsync([.. clear], cancellation);
        for (var i = 0; i < clear.Count; i++) result.Add(_book.Answered(clear[i].Entry, sent[i]), sent[i]);
        result.Sent = clear.Count;
        return result;
    }

    private async Task<IReadOnlyList<ReportAnswer>> SendAsync(Letter[] letters, CancellationToken cancellation)
    {
        try
        {
            var answers = await _channel.SendAsync([.. letters.Select(l => l.Envelope)], cancellation);
            return answers.Count == letters.Length ? answers : [.. letters.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, "channel-miscounted"))];
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // We are shutting down in the middle of a call: whether it arrived is for the next start to ask.
            return [.. letters.Select(_ => ReportAnswer.Unknown(AnswerScope.Row, "stopped"))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [.. letters.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, $"channel-threw-{e.GetType().Name}"))];
        }
    }

    private async Task<IReadOnlyList<ReportAnswer?>> AskAsync(Letter[] letters, CancellationToken cancellation)
    {
        try
        {
            var answers = await _channel.LookUpAsync([.. letters.Select(l => l.Envelope)], cancellation);
            return answers.Count == letters.Length ? answers : [.. letters.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, "channel-miscounted"))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [.. letters.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, cancellation.IsCancellationRequested ? "stopped" : $"channel-threw-{e.GetType().Name}"))];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private DispatchResult Report(int taken, CallResult[] calls, List<OutboxOutcome> outcomes, ChannelVerdict? verdict)
    {
        var accepted = outcomes.Count(o => o.State == OutboxState.Accepted);
        var rejected = outcomes.Count(o => o.State == OutboxState.Rejected);
        ReportingLog.Dispatched(_log, Channel, accepted, rejected, taken - accepted - rejected);
        ReportingMetrics.Turn(Channel, accepted, rejected, verdict is { Answered: false });
        if (verdict is { Answered: var answers } && answers == _down)
        {
            // Once when it goes and once when it is back: a week of silence is not a log of a week.
            _down = !answers;
            if (_down) ReportingLog.ChannelFailed(_log, Channel, verdict.Fault ?? "");
            else ReportingLog.ChannelBack(_log, Channel);
        }

        if (rejected > 0) ReportingLog.RowsRejected(_log, Channel, rejected);
        return new DispatchResult(taken, calls.Sum(c => c.Sent), accepted, rejected);
    }
}
