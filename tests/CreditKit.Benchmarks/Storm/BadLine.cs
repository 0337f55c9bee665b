using System.Globalization;

namespace CreditKit.Benchmarks.Storm;

/// <summary>Draws the fault of each connection, and counts both in a file that all senders share: a byte each.</summary>
internal static class BadLine
{
    /// <summary>Name of the variable: share, seed, and file, between bars.</summary>
    public const string Variable = "CREDITKIT_STORM_LINE";

    private static readonly LineFault[] s_all = [.. Enum.GetValues<LineFault>().Where(f => f != LineFault.None)];
    private static readonly Lock s_gate = new();
    private static readonly string[] s_settings = (Environment.GetEnvironmentVariable(Variable) ?? "0|0|").Split('|');
    private static readonly double s_share = double.Parse(s_settings[0], CultureInfo.InvariantCulture);
    private static readonly Random s_random = new(int.Parse(s_settings[1], CultureInfo.InvariantCulture));

    /// <summary>The next connection's fault.</summary>
    public static LineFault Next()
    {
        lock (s_gate)
        {
            var fault = s_random.NextDouble() < s_share ? s_all[s_random.Next(s_all.Length)] : LineFault.None;
            if (s_settings[2].Length == 0) return fault;
            using var log = new FileStream(s_settings[2], FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            log.WriteByte(fault == LineFault.None ? (byte)'.' : (byte)'x');
            return fault;
        }
    }

    /// <summary>Connections, and those of them that failed.</summary>
    public static (long Calls, long Faults) Count(string file)
    {
        if (!File.Exists(file)) return (0, 0);
        var bytes = File.ReadAllBytes(file);
        return (bytes.Length, bytes.LongCount(b => b == (byte)'x'));
    }
}
