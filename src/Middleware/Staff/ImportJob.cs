using CreditKit.Intake;

namespace CreditKit.AspNetCore.Staff;

/// <summary>One import and how far it is.</summary>
internal sealed class ImportJob(string owner, string name, Func<IProgress<ImportProgress>, ImportSummary> run) : IProgress<ImportProgress>
{
    private readonly TaskCompletionSource<ImportSummary> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _rows;
    private double _fraction;
    private int _begun;

    public string Owner => owner;

    /// <summary>Name of the file.</summary>
    public string Name => name;

    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Part of the file that was read, 0 to 1.</summary>
    public double Fraction => Volatile.Read(ref _fraction);

    public Task<ImportSummary> Done => _done.Task;

    public void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 1) return;
        _ = Task.Run(() =>
        {
            try
            {
                _done.SetResult(run(this));
            }
#pragma warning disable CA1031 // Whatever it is, the page that asks for the import says it.
            catch (Exception fault)
            {
                _done.SetException(fault);
            }
#pragma warning restore CA1031
        });
    }

    void IProgress<ImportProgress>.Report(ImportProgress value)
    {
        Interlocked.Exchange(ref _rows, value.Rows);
        Volatile.Write(ref _fraction, value.Fraction ?? 0);
    }
}
