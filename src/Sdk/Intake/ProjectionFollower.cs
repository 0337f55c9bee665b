using CreditKit.Publication;

namespace CreditKit.Intake;

/// <summary>Brings public.db up to the ledger on a thread of its own while a file is still being read.</summary>
internal sealed class ProjectionFollower : IDisposable
{
    private readonly SemaphoreSlim _more = new(0);
    private readonly Projector _projector;
    private readonly Task _task;
    private volatile bool _finished;

    public ProjectionFollower(Projector projector)
    {
        _projector = projector;
        _task = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>There is more in the ledger.</summary>
    public void Follow()
    {
        if (_more.CurrentCount == 0) _more.Release();
    }

    /// <summary>There will be no more: returns when public.db has everything; a fault of the projection comes out here.</summary>
    public void Finish()
    {
        _finished = true;
        _more.Release();
        _task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _more.Dispose();

    private void Run()
    {
        while (!_finished)
        {
            _more.Wait();
            _projector.CatchUp();
        }
    }
}
