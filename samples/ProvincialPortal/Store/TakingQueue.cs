using Microsoft.Data.Sqlite;

namespace ProvincialPortal.Store;

/// <summary>
/// Batches on their way into the portal's file: those that wait while one is written go in together with the next commit,
/// and each is answered only after it. No thread waits for its turn.
/// </summary>
internal sealed class TakingQueue(SqliteConnection writer, Lock gate)
{
    private const int LargestGroup = 64;
    private readonly Queue<Taking> _waiting = new();
    private bool _writing;

    /// <summary>Carries out a piece of work inside a transaction; done when it is committed.</summary>
    public Task<T> Enqueue<T>(Func<SqliteTransaction, T> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taking = new Taking(
            transaction =>
            {
                var result = work(transaction);
                return () => answer.SetResult(result);
            },
            answer.SetException);
        lock (_waiting)
        {
            _waiting.Enqueue(taking);
            if (_writing) return answer.Task;
            _writing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Write(), this, preferLocal: false);
        return answer.Task;
    }

    private void Write()
    {
        while (Next() is { Count: > 0 } group)
            if (!TryCommit(group))
                foreach (var one in group) CommitAlone(one);
    }

    private List<Taking> Next()
    {
        lock (_waiting)
        {
            var group = new List<Taking>(Math.Min(_waiting.Count, LargestGroup));
            while (group.Count < LargestGroup && _waiting.TryDequeue(out var taking)) group.Add(taking);
            _writing = group.Count > 0;
            return group;
        }
    }

    // One that fails takes the others back with it: then each goes by itself.
    private bool TryCommit(List<Taking> group)
    {
        if (group.Count == 1) return false;
        try
        {
            Commit(group);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    private void CommitAlone(Taking taking)
    {
        try
        {
            Commit([taking]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            taking.Fail(e);
        }
    }

    private void Commit(List<Taking> group)
    {
        Action[] answers;
        lock (gate)
        {
            using var transaction = writer.BeginTransaction(deferred: false);
            answers = [.. group.Select(t => t.Work(transaction))];
            transaction.Commit();
        }

        foreach (var answer in answers) answer();
    }

    private sealed record Taking(Func<SqliteTransaction, Action> Work, Action<Exception> Fail);
}
