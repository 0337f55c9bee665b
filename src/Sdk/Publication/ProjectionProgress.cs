namespace CreditKit.Publication;

/// <summary>How far a projection has come.</summary>
/// <param name="Done">Changes applied by this call.</param>
/// <param name="Total">Changes there are to apply, as far as known.</param>
internal readonly record struct ProjectionProgress(long Done, long Total);
