using CreditKit.Publication;

namespace CreditKit.Intake;

/// <summary>
/// Brings public.db up to the ledger on a thread of its own while a file is still being read, and holds the reading back
/// when it runs too far ahead: what is still in memory need not be read from the ledger again.
/// </summary>
internal sealed class ProjectionFollower : IDisposable, IProgress<ProjectionProgress>
{
    private const int FarthestAhead = 3_000;
    private readonly Projector _projector;
    private readonly object _gate = new();
    private readonly Task _task;
    private long _handedIn;
    private long _projected;
    private long _before;
    private bool _finished;

    public ProjectionFollower(Projector projector)
    {
        _projector = projector;
        _task = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>There is more in the ledger.</summary>
    /// <param name="rows">Rows handed in so far.</param>
    public void Follow(long rows)
    {
        lock (_gate)
        {
            _handedIn = rows;
            Monitor.PulseAll(_gate);
            while (_handedIn - _projected > FarthestAhead && !_task.IsCompleted) Monitor.Wait(_gate, 100);
        }
    }

    /// <summary>There will be no more: returns when public.db has everything; a fault of the projection comes out here.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _finished = true;
            Monitor.PulseAll(_gate);
        }

        _task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Report(ProjectionProgress value)
    {
        lock (_gate)
        {
            _projected = _before + value.Done;
            Monitor.PulseAll(_gate);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate) _finished = true;
    }

    private void Run()
    {
        bool last;
        do
        {
            long upTo;
            lock (_gate)
            {
                while (!_finished && _handedIn <= _projected) Monitor.Wait(_gate);
                (last, upTo, _before) = (_finished, _handedIn, _projected);
            }

            _projector.CatchUp(this, ended: last);

            // Rows that changed nothing are in no feed: caught up is caught up.
            lock (_gate)
            {
                _projected = upTo;
                Monitor.PulseAll(_gate);
            }
        }
        while (!last);
    }
}
