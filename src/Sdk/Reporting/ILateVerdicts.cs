namespace CreditKit.Reporting;

/// <summary>
/// A channel whose receiver takes rows first and judges them afterwards: a state column that the platform fills in, a
/// feedback file, a receipt for a disc. What it took stands as <see cref="ReportAnswer.HandedOver"/> until the verdict.
/// </summary>
public interface ILateVerdicts
{
    /// <summary>
    /// Fetches the verdicts the receiver has given since. One may be given out more than once; applying it again must
    /// change nothing. Must be done within <see cref="ChannelOptions.Timeout"/>.
    /// </summary>
    /// <param name="since">Verdicts from this instant on; receivers without clocks give out what they have.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The verdicts; empty when there are none. Null when the receiver did not answer.</returns>
    Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation);
}
