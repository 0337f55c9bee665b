using CreditKit.Ledger.Sqlite;

namespace CreditKit.Ledger.Access;

/// <summary>The access register over one ledger.</summary>
internal sealed class AccessRegister(SqliteLedger ledger) : IAccessRegister
{
    private readonly AccessTable _table = new(ledger.Database);

    /// <inheritdoc/>
    public OpenedRecord? Open(string id, AccessRequest request)
    {
        Check(request);
        return ledger.FindByPublicId(id) is { } record ? Hand(record, request) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<OpenedRecord> Export(IReadOnlyList<string> ids, AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Check(request);
        var export = request with { Kind = AccessKind.Export };
        return [.. ids.Select(ledger.FindByPublicId).OfType<LedgerRecord>().Select(r => Hand(r, export))];
    }

    /// <inheritdoc/>
    public long Enter(string subject, AccessRequest request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        Check(request);
        return _table.Enter(request, subject, null);
    }

    /// <summary>Enters the view of a record that the caller holds already, before it shows it.</summary>
    public long Enter(LedgerRecord record, AccessRequest request)
    {
        Check(request);
        return _table.Enter(request, record.PublicId, record.Id);
    }

    /// <summary>Enters the view of what belongs to a record.</summary>
    public long Enter(string subject, long recordId, AccessRequest request)
    {
        Check(request);
        return _table.Enter(request, subject, recordId);
    }

    /// <summary>Whether somebody saw a subject in that way at an instant or later.</summary>
    public bool Saw(string actor, string subject, AccessKind kind, DateTimeOffset since) => _table.Saw(actor, subject, kind, since);

    /// <inheritdoc/>
    public IReadOnlyList<AccessEntry> Entries(AccessFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _table.List(filter);
    }

    /// <inheritdoc/>
    public int Review(IReadOnlyCollection<long> entries, string reviewer, string note)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        return _table.Review(entries, reviewer, note ?? "");
    }

    private OpenedRecord Hand(LedgerRecord record, AccessRequest request) =>
        new(record.PublicId, record.Revision, record.Record.Value, record.Source, record.ReceivedAt, _table.Enter(request, record.PublicId, record.Id));

    private static void Check(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Actor) || string.IsNullOrWhiteSpace(request.Purpose))
            throw new CreditKitException("CK1231", "查看未脱敏的信息须写明查看人和用途，未予打开。", "请填写查看人和用途（424号（十七）：个人信息查询使用登记）。");
    }
}
