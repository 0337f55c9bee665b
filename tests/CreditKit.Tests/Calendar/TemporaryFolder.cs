namespace CreditKit.Tests.Calendar;

/// <summary>A folder of its own for a test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("creditkit-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
