using System.Diagnostics;

namespace CreditKit.Benchmarks.Storm;

/// <summary>The product's own command line as a process of its own: <c>creditkit report --watch</c>.</summary>
internal sealed class SenderProcess : IDisposable
{
    private readonly Process _process;
    private volatile bool _killed;

    /// <summary>Starts it.</summary>
    /// <param name="dataDirectory">The ledger's folder.</param>
    /// <param name="line">Setting of the bad line to exchange tables.</param>
    public SenderProcess(string dataDirectory, string line = "")
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };

        // With the libraries of whoever starts it: those that the shared frameworks bring are not beside it.
        var host = Path.Combine(AppContext.BaseDirectory, typeof(SenderProcess).Assembly.GetName().Name!);
        foreach (var argument in (string[])["exec", "--runtimeconfig", $"{host}.runtimeconfig.json", "--depsfile", $"{host}.deps.json", Path.Combine(AppContext.BaseDirectory, "CreditKit.Tool.dll"), "report", "--watch", "--data", dataDirectory])
            start.ArgumentList.Add(argument);
        if (line.Length > 0) start.Environment[BadLine.Variable] = line;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => LastWords = line.Data ?? LastWords;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>The last line it wrote.</summary>
    public string LastWords { get; private set; } = "";

    /// <summary>It ended by itself.</summary>
    public bool Ended => !_killed && _process.HasExited;

    /// <summary>SIGKILL: nothing in it runs any more, whatever it was doing.</summary>
    public void Kill()
    {
        if (_killed) return;
        _killed = true;
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
