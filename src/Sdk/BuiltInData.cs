using CreditKit.Policy.Engine;
using CreditKit.Validation;

namespace CreditKit;

/// <summary>
/// What is shipped as data and depends on no setting, read beside whatever else a start does: more than half of the time until
/// an engine is open is spent on it. A fault comes out where the data are asked for.
/// </summary>
internal static class BuiltInData
{
    private static int s_asked;

    /// <summary>Begins to read; once in a process.</summary>
    public static void ReadAhead()
    {
        if (Interlocked.Exchange(ref s_asked, 1) != 0) return;
        Beside(PolicyReader.Ahead);
        Beside(static () => _ = new RecordValidator());
    }

    // What went wrong is kept by the lazy value and thrown to whoever needs it.
    private static void Beside(Action read) => _ = Task.Run(read).ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
