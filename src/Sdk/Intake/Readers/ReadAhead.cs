namespace CreditKit.Intake.Readers;

/// <summary>Reads the next rows of a section on another thread while the caller checks these. Order and faults are as without it; two batches are in memory at most.</summary>
internal static class ReadAhead
{
    private const int BatchSize = 256;

    public static IEnumerable<RawRow> Rows(IRecordReader reader)
    {
        var next = Start(reader);
        try
        {
            while (true)
            {
                var (rows, fault, last) = next.GetAwaiter().GetResult();
                if (!last) next = Start(reader);
                foreach (var row in rows) yield return row;
                if (fault is not null) throw new RecordFileException(fault.Code, fault.What, fault.Remedy, fault);
                if (last) yield break;
            }
        }
        finally
        {
            // Who stops early disposes the reader next; it must not be in use then.
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        }
    }

    private static Task<(List<RawRow> Rows, RecordFileException? Fault, bool Last)> Start(IRecordReader reader) => Task.Run(() =>
    {
        var rows = new List<RawRow>(BatchSize);
        try
        {
            while (rows.Count < BatchSize)
            {
                if (!reader.Read(out var row)) return (rows, null, true);
                rows.Add(row);
            }
            return (rows, (RecordFileException?)null, false);
        }
        catch (RecordFileException fault)
        {
            return (rows, fault, true);
        }
    });
}
