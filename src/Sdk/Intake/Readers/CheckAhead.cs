namespace CreditKit.Intake.Readers;

/// <summary>
/// Reads and checks the next rows of a section on other threads while the caller works on these: one run is read at a
/// time, several are checked at once. Order and faults are as without it; a few short runs are in memory at most.
/// </summary>
internal static class CheckAhead
{
    private const int RunLength = 256;
    private static readonly int s_ahead = Math.Clamp(Environment.ProcessorCount + 1, 2, 8);

    public static IEnumerable<ImportedRow> Rows(IRecordReader reader, RowCheck check)
    {
        var reading = Task.FromResult(Run.None);
        var ahead = new Queue<Task<(ImportedRow[] Rows, RecordFileException? Fault, bool Last)>>();
        try
        {
            while (true)
            {
                while (ahead.Count < s_ahead && !(reading.IsCompletedSuccessfully && reading.Result.Last))
                {
                    reading = After(reading, reader);
                    ahead.Enqueue(Checked(reading, check));
                }
                var (rows, fault, last) = ahead.Dequeue().GetAwaiter().GetResult();
                foreach (var row in rows) yield return row;
                if (fault is not null) throw new RecordFileException(fault.Code, fault.What, fault.Remedy, fault);
                if (last) yield break;
            }
        }
        finally
        {
            // Who stops early disposes the reader next; it must not be in use then.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static async Task<Run> After(Task<Run> before, IRecordReader reader)
    {
        if ((await before.ConfigureAwait(false)).Last) return Run.End;
        return await Task.Run(() => Read(reader)).ConfigureAwait(false);
    }

    private static async Task<(ImportedRow[], RecordFileException?, bool)> Checked(Task<Run> reading, RowCheck check)
    {
        var run = await reading.ConfigureAwait(false);
        return (run.Rows.Count == 0 ? [] : await Task.Run(() => check.Of(run.Rows)).ConfigureAwait(false), run.Fault, run.Last);
    }

    private static Run Read(IRecordReader reader)
    {
        var rows = new List<RawRow>(RunLength);
        try
        {
            while (rows.Count < RunLength)
            {
                if (!reader.Read(out var row)) return new(rows, null, true);
                rows.Add(row);
            }
            return new(rows, null, false);
        }
        catch (RecordFileException fault)
        {
            return new(rows, fault, true);
        }
    }

    private sealed record Run(List<RawRow> Rows, RecordFileException? Fault, bool Last)
    {
        public static readonly Run None = new([], null, false), End = new([], null, true);
    }
}
