using System.Data.Common;

namespace CreditKit.Benchmarks.Storm;

/// <summary>The line broke, as drivers say it.</summary>
public sealed class LineException : DbException
{
    /// <summary>For a fault.</summary>
    public LineException(string message, string? state = null) : base(message) => SqlState = state;

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override string? SqlState { get; }
}
