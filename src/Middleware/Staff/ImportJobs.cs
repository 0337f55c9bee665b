using System.Collections.Concurrent;
using CreditKit.Intake;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// Imports under way and just over, in this process: they go on when the browser is closed. An import that a restart cut off is
/// started again from the same file; rows that are there already change nothing.
/// </summary>
internal sealed class ImportJobs
{
    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>Starts an import, or finds the one of this file that runs.</summary>
    public ImportJob Start(string id, string owner, string name, Func<IProgress<ImportProgress>, ImportSummary> run)
    {
        Sweep();
        var job = _jobs.GetOrAdd(id, _ => new ImportJob(owner, name, run));
        job.Begin();
        return job;
    }

    /// <summary>The import of a file by whoever started it; null when there is none.</summary>
    public ImportJob? Find(string id, string owner) => _jobs.TryGetValue(id, out var job) && job.Owner == owner ? job : null;

    /// <summary>Forgets an import that was told of.</summary>
    public void Forget(string id) => _jobs.TryRemove(id, out _);

    // What nobody asks for again does not pile up.
    private void Sweep()
    {
        if (_jobs.Count < 100) return;
        foreach (var (id, job) in _jobs)
            if (job.Done.IsCompleted) _jobs.TryRemove(id, out _);
    }
}
