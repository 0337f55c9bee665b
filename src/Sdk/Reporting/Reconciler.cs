using System.Runtime.InteropServices;
using CreditKit.Calendar;
using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>
/// Compares what a receiver holds with what the ledger says it should, both ways, by content hash; and mends on command by
/// queueing, never by writing there itself (001-14: content and period the same on both sides).
/// </summary>
internal sealed class Reconciler(IReportChannel channel, ChannelOptions options, ILedger ledger, IOutbox outbox, ReportRouter router, EnvelopeFactory factory, Func<LedgerRecord, bool> mayReport, TimeProvider time)
{
    private long _there;

    /// <summary>Compares, and queues what mends it when asked to.</summary>
    /// <exception cref="CreditKitException">CK1521: the receiver cannot list what it holds. CK1522: it did not answer.</exception>
    public async Task<ReconcileResult> RunAsync(bool repair, CancellationToken cancellation)
    {
        if (channel is not IHoldingsChannel holdings)
            throw new CreditKitException("CK1521", $"报送通道“{options.Name}”的接收方不能列出它持有的数据，无法自动核对。", "请向平台索取数据清单人工核对，或运行 creditkit resend 重报指定的记录。");
        _there = 0;
        var (byId, byDocument) = await HeldAsync(holdings, cancellation);
        var newest = outbox.Newest(options.Name);
        var (drifts, here, underWay) = (new List<Drift>(), 0L, 0L);
        foreach (var record in ledger.All())
        {
            cancellation.ThrowIfCancellationRequested();
            var last = newest.GetValueOrDefault(record.Id);
            var held = Take(record, byId, byDocument);
            if (last?.State is OutboxState.Pending or OutboxState.Leased or OutboxState.Unknown or OutboxState.Rejected)
            {
                underWay++;
                continue;
            }

            var decision = router.Decide(options, record.Record.Value, record.Standing, mayReport(record));
            if (decision.Allowed && record.Standing.WithdrawnAt is null)
            {
                here++;
                if (held is not { Live: true }) Add(DriftKind.Missing, record, held, OutboxOperation.Upsert);
                else if (Differs(held, factory.Make(Entry(record, last), record, decision))) Add(DriftKind.Different, record, held, OutboxOperation.Upsert);
            }
            else if (held is { Live: true } && !Ended(decision.Until, record))
            {
                Add(DriftKind.Surplus, record, held, OutboxOperation.Withdraw);
            }
        }

        foreach (var stranger in byId.Values.Concat(byDocument.Values.SelectMany(h => h)).Where(h => h.Live)) drifts.Add(new Drift(DriftKind.Stranger, null, stranger.Number, null, Repaired: false));
        return new ReconcileResult(options.Name, here, _there, underWay, drifts);

        void Add(DriftKind kind, LedgerRecord record, HeldRecord? held, OutboxOperation operation) =>
            drifts.Add(new Drift(kind, record.PublicId, held?.Number, record.Revision, repair && outbox.Queue(options.Name, record.Id, record.Revision, operation)));
    }

    private async Task<(Dictionary<string, HeldRecord> ById, Dictionary<string, List<HeldRecord>> ByDocument)> HeldAsync(IHoldingsChannel holdings, CancellationToken cancellation)
    {
        var byId = new Dictionary<string, HeldRecord>(StringComparer.Ordinal);
        var byDocument = new Dictionary<string, List<HeldRecord>>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await holdings.HeldAsync(after, cancellation);
            if (page.Failure is { } failure)
                throw new CreditKitException("CK1522", $"报送通道“{options.Name}”的接收方没有给出数据清单（{failure.Code}）。", "请检查网络、地址和令牌，稍后重试；没有改动任何数据。");
            foreach (var held in page.Items)
            {
                if (held.Live) _there++;
                if (held.RecordId is { Length: > 0 } id) byId[id] = held;
                else (CollectionsMarshal.GetValueRefOrAddDefault(byDocument, Key(held.DocumentNumber), out _) ??= []).Add(held);
            }

            after = page.Next;
        }
        while (after is not null);
        return (byId, byDocument);
    }

    private static HeldRecord? Take(LedgerRecord record, Dictionary<string, HeldRecord> byId, Dictionary<string, List<HeldRecord>> byDocument)
    {
        if (byId.Remove(record.PublicId, out var held)) return held;
        if (!byDocument.TryGetValue(Key(record.Record.Value.DocumentNumber), out var same)) return null;
        var at = same.FindIndex(h => h.CounterpartName is null || h.CounterpartName == record.Record.Value.Counterpart.Name);
        if (at < 0) return null;
        held = same[at];
        same.RemoveAt(at);
        return held;
    }

    // The sharpest of what the receiver can tell: the columns, the page, the revision; and where it tells nothing, that it is there.
    private static bool Differs(HeldRecord held, ReportEnvelope envelope) =>
        held.ContentHash is { Length: > 0 } content ? content != envelope.ContentHash
        : held.PublicHash is { Length: > 0 } page && envelope.PublicHash is { } own ? page != own
        : held.Revision is { } revision && revision != envelope.Revision;

    // What ended by itself ends there by the end that travelled with it.
    private bool Ended(DateOnly? until, LedgerRecord record) => record.Standing.WithdrawnAt is null && until <= ChinaTime.DateOf(time.GetUtcNow());

    private OutboxEntry Entry(LedgerRecord record, OutboxEntry? last) => new()
    {
        Id = 0,
        Channel = options.Name,
        RecordId = record.Id,
        PublicId = record.PublicId,
        Revision = record.Revision,
        Operation = OutboxOperation.Upsert,
        State = OutboxState.Accepted,
        Attempts = 0,
        Resent = last?.Resent ?? 0,
    };

    private static string Key(string? documentNumber) => RecordKey.DocumentNumber(documentNumber ?? "");
}
