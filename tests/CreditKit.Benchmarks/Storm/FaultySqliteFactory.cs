using System.Data.Common;

namespace CreditKit.Benchmarks.Storm;

/// <summary>
/// SQLite over a bad line: connections that are refused or never come, statements and commits on which the line breaks, commits
/// whose answer is lost or late. How often is told by the environment, since it works in the senders' processes.
/// </summary>
public sealed class FaultySqliteFactory : DbProviderFactory
{
    /// <summary>What providers are known by.</summary>
    public static readonly FaultySqliteFactory Instance = new();

    private FaultySqliteFactory() { }

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new FaultyConnection(BadLine.Next());
}
