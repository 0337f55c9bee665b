using CreditKit.Reporting;
using CreditKit.Reporting.Channels;

namespace CreditKit.Tests.Reporting;

/// <summary>A receiver on which one record makes every call fail that it is in.</summary>
internal sealed class PoisonedChannel(ReportingBench bench, string poisoned) : IReportChannel
{
    private readonly PortalApiChannel _inner = new(ReportingBench.Options(bench.Address), TimeProvider.System);

    public string Name => "province";

    public bool CanLookUp => true;

    public Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation) => batch.Any(e => e.RecordId == poisoned)
        ? Task.FromResult<IReadOnlyList<ReportAnswer>>([.. batch.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, "http-500"))])
        : _inner.SendAsync(batch, cancellation);

    public Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) => _inner.LookUpAsync(envelopes, cancellation);
}

/// <summary>A receiver that is not there, until it is.</summary>
internal sealed class SilentChannel : IReportChannel
{
    public bool Down { get; set; } = true;

    public ReportAnswer Answer { get; set; } = ReportAnswer.Retry(AnswerScope.Channel, "connection-refused", neverSent: true);

    public int Calls { get; private set; }

    public int Rows { get; private set; }

    public string Name => "province";

    public bool CanLookUp { get; set; } = true;

    public Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        Calls++;
        Rows += batch.Count;
        return Task.FromResult<IReadOnlyList<ReportAnswer>>([.. batch.Select(_ => Down ? Answer : ReportAnswer.Accepted("N"))]);
    }

    public Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ReportAnswer?>>([.. envelopes.Select(_ => (ReportAnswer?)null)]);
}
