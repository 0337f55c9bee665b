using System.ComponentModel;
using System.Diagnostics;

namespace CreditKit.Tool;

/// <summary>Work that can wait a little, on a machine that also answers visitors.</summary>
internal static class LowPriority
{
    private static readonly string[] s_verbs = ["import", "pull", "rebuild"];

    /// <summary>Lets every other process come first while one of these commands runs. On an idle machine it costs nothing.</summary>
    public static void For(string[] arguments)
    {
        if (!arguments.Any(s_verbs.Contains)) return;
        try
        {
            using var process = Process.GetCurrentProcess();
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // Somewhere it is not allowed: the command is as good at its usual priority.
        }
    }
}
