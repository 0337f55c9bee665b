using System.Globalization;
using RestEase;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// JSON over HTTP with an idempotency key and a receipt per row (type <c>portal-api</c>). Https, or http to this machine;
/// a bearer token; no redirects. What a lost answer was can be asked by key.
/// </summary>
public sealed class PortalApiChannel : IHoldingsChannel, IInboundChannel, ILateVerdicts, ICatalogueChannel, IListChannel, IDisposable
{
    private static readonly ReportAnswer s_malformed = ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer");
    private readonly ChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly IPortalApi _api;
    private readonly PortalReceipts _receipts;

    /// <summary>A channel with these settings; nothing connects yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CreditKitException">CK1501 to CK1506: a setting is missing or unsafe.</exception>
    public PortalApiChannel(ChannelOptions options, TimeProvider time)
    {
        ChannelCheck.Common(options);
        (_options, _time) = (options, time);
        _receipts = new PortalReceipts(ChannelCheck.Secret(options));
        _client = ChannelHttp.Create(options);
        _api = RestClient.For<IPortalApi>(_client);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public bool CanLookUp => true;

    /// <inheritdoc/>
    public bool KnowsKeys => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer>> SendAsync(IReadOnlyList<ReportEnvelope> batch, CancellationToken cancellation)
    {
        using var content = PortalBatch.Write(batch, Guid.CreateVersion7(_time.GetUtcNow()).ToString("N"));
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Report(content, token), cancellation);
        if (answer.Failure is { } failure) return [.. batch.Select(_ => Whole(failure, batch.Count, answer.Body))];
        return _receipts.Read(answer.Body) is { } receipts
            ? [.. batch.Select(e => receipts.GetValueOrDefault(e.Key) ?? ReportAnswer.Unknown(AnswerScope.Row, "no-receipt"))]
            : [.. batch.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer"))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportAnswer?>> LookUpAsync(IReadOnlyList<ReportEnvelope> envelopes, CancellationToken cancellation)
    {
        using var content = PortalBatch.Ask(envelopes);
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Receipts(content, token), cancellation);
        if (answer.Failure is { } failure)
            return [.. envelopes.Select(_ => failure.Class == AnswerClass.Rejected ? ReportAnswer.Unknown(AnswerScope.Call, failure.Code) : failure)];
        return _receipts.Read(answer.Body) is { } receipts
            ? [.. envelopes.Select(e => receipts.GetValueOrDefault(e.Key))]
            : [.. envelopes.Select(_ => ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer"))];
    }

    /// <inheritdoc/>
    public async Task<ChannelPage<HeldRecord>> HeldAsync(string? after, CancellationToken cancellation)
    {
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Holdings(after, token), cancellation);
        return answer.Failure is { } failure ? new([], Failure: failure) : PortalExchange.Holdings(answer.Body) ?? new([], Failure: s_malformed);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LateVerdict>?> VerdictsAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var stamp = since.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Verdicts(stamp, token), cancellation);
        return answer.Failure is null ? _receipts.Verdicts(answer.Body) : null;
    }

    /// <inheritdoc/>
    public async Task<ChannelPage<InboundItem>> ReceiveAsync(string? after, CancellationToken cancellation)
    {
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Inbox(after, token), cancellation);
        return answer.Failure is { } failure ? new([], Failure: failure) : PortalExchange.Inbox(answer.Body) ?? new([], Failure: s_malformed);
    }

    /// <inheritdoc/>
    public async Task<ReportAnswer> AnswerAsync(InboundReply reply, CancellationToken cancellation)
    {
        using var content = PortalExchange.Write(reply);
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Answer(content, token), cancellation);
        return answer.Failure ?? (PortalExchange.Receipt(answer.Body) is { } receipt ? ReportAnswer.Accepted(receipt) : s_malformed);
    }

    /// <inheritdoc/>
    public async Task<ReportAnswer> SendCatalogueAsync(CatalogueEnvelope catalogue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        using var content = PortalCatalogue.Write(catalogue);
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.Catalogue(content, token), cancellation);
        if (answer.Failure is { } failure) return Whole(failure, 1, answer.Body);
        return PortalExchange.Receipt(answer.Body) is { Length: > 0 } receipt ? ReportAnswer.Accepted(_receipts.Number(receipt)) : s_malformed;
    }

    /// <inheritdoc/>
    public async Task<ReportAnswer> SendListEntryAsync(ListEnvelope entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var content = PortalList.Write(entry);
        var answer = await ChannelHttp.CallAsync(_options, _time, token => _api.ListEntry(content, token), cancellation);
        if (answer.Failure is { } failure) return Whole(failure, 1, answer.Body);
        return PortalExchange.Receipt(answer.Body) is { Length: > 0 } receipt ? ReportAnswer.Accepted(_receipts.Number(receipt)) : s_malformed;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // A batch that is refused whole names no row: smaller ones will. A single row that is refused waits for a person.
    private ReportAnswer Whole(ReportAnswer failure, int rows, byte[] body) => failure.Class != AnswerClass.Rejected
        ? failure
        : rows > 1 ? ReportAnswer.Retry(AnswerScope.Call, failure.Code) : ReportAnswer.Rejected(failure.Code, _receipts.Problem(body));
}
