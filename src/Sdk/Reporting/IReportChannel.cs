namespace CreditKit.Reporting;

/// <summary>
/// A road upward. The outbox decides what is sent, when and how often; a channel carries a batch once and classifies
/// what came back. It must not retry, must not throw for what the receiver does (anything it throws counts as
/// "unknown"), and must be done within <see cref="ChannelOptions.Timeout"/>. Nothing may connect in a constructor.
/// Calls may run side by side; a batch never holds two envelopes of one record.
/// </summary>
public interface IReportChannel
{
    /// <summary>Name of the channel, as configured.</summary>
    string Name { get; }

    /// <summary>The receiver can be asked what became of a row whose answer was lost. Without that such rows wait for a person.</summary>
    bool CanLookUp { get; }

    /// <summary>
    /// The receiver lets the same <see cref="ReportEnvelope.Key"/> take effect once, however often and late it comes. Without
    /// that, what a killed process was sending is left alone for a time-out before it is looked at. Default false.
    /// </summary>
    bool KnowsKeys => false;

    /// <summary>Sends a batch once.</summary>
    /// <param name="batch">The envelopes.</param>
    /// <param name="cancellation">Ends the call; what was sent by then is unknown.</param>
    /// <returns>An answer per envelope, in their order.</returns>
    Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation);

    /// <summary>Asks what became of envelopes that may have been taken.</summary>
    /// <param name="envelopes">The envelopes.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Per envelope, in their order: accepted or rejected as the receiver has it, null when it never had it, retry or unknown when it did not say.</returns>
    Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation);
}
