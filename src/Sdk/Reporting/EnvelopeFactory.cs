using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Reporting;

/// <summary>Makes the envelopes of one channel: the columns of the receiver's edition, without what the channel may not carry.</summary>
internal sealed class EnvelopeFactory
{
    private readonly ChannelOptions _options;
    private readonly StandardEdition _edition;
    private readonly ColumnMapping _mapping;
    private readonly (RecordWriter Writer, IReadOnlyList<StandardColumn?> Columns) _license;
    private readonly (RecordWriter Writer, IReadOnlyList<StandardColumn?> Columns) _penalty;
    private readonly (RecordWriter Writer, IReadOnlyList<StandardColumn?> Columns) _act;
    private readonly TimeProvider _time;
    private readonly Func<LedgerRecord, string?> _publicHash;

    /// <summary>A factory for a channel.</summary>
    /// <param name="options">The channel's settings.</param>
    /// <param name="editions">The editions of the standard.</param>
    /// <param name="publicHash">Hash of the record as the own page shows it.</param>
    /// <param name="time">The clock, for columns that say when they were written.</param>
    public EnvelopeFactory(ChannelOptions options, StandardEditions editions, Func<LedgerRecord, string?>? publicHash = null, TimeProvider? time = null)
    {
        _options = options;
        _edition = options.Edition.Length > 0 ? editions.Get(options.Edition) : editions.Current;
        _mapping = new ColumnMapping(options, _edition);
        _license = Writer(RecordKind.License);
        _penalty = Writer(RecordKind.Penalty);
        _act = Writer(RecordKind.Act);
        _time = time ?? TimeProvider.System;
        _publicHash = publicHash ?? (_ => null);
    }

    /// <summary>The envelope of an outbox entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="ledger">The record in the entry's revision.</param>
    /// <param name="decision">What the law says of it at this channel.</param>
    public ReportEnvelope Make(OutboxEntry entry, LedgerRecord ledger, DisclosureDecision decision)
    {
        // Taken down is what the receiver has; a correction that never reached it does not matter there.
        var record = Prepare(entry.Operation == OutboxOperation.Withdraw && ledger.Told is { } told ? told : ledger.Record.Value, decision);
        var former = entry.Operation == OutboxOperation.Upsert && ledger.Told is { } earlier && Name(earlier) != Name(record) ? Name(earlier) : ((string, string)?)null;
        var (writer, columns) = record.Kind switch
        {
            RecordKind.License => _license,
            RecordKind.Penalty => _penalty,
            RecordKind.Act => _act,
            _ => throw new InvalidOperationException(record.Kind.ToString()),
        };
        var texts = writer.Write(record);
        var cells = new List<ReportCell>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
            if (columns[i] is { } column) cells.Add(Cell(column, texts[i]));
        var (contentHash, publicHash) = (Hash(cells, decision), _publicHash(ledger));
        cells.AddRange(_mapping.Extra(name => name switch
        {
            "recordId" => entry.PublicId,
            "key" => Key(entry),
            "revision" => entry.Revision.ToString(CultureInfo.InvariantCulture),
            "now" => _time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            "purpose" => _options.Purpose,
            "contentHash" => contentHash,
            "publicHash" => publicHash ?? "",
            "notPublic" => decision.MarkedNotPublic ? "1" : "0",
            "lastDay" => decision.LastDay?.ToString(_edition.Wire.Date, CultureInfo.InvariantCulture) ?? "",
            _ => "",
        }));
        return new ReportEnvelope
        {
            Key = Key(entry),
            RecordId = entry.PublicId,
            Revision = entry.Revision,
            Operation = (ReportOperation)entry.Operation,
            Kind = record.Kind,
            Edition = _edition.Id,
            Cells = cells,
            DocumentNumber = record.DocumentNumber ?? "",
            CounterpartName = record.Counterpart.Name ?? "",
            Person = record.Counterpart.Kind == CounterpartKind.NaturalPerson,
            NotPublic = decision.MarkedNotPublic,
            LastDisclosedDay = decision.LastDay,
            Purpose = _options.Purpose,
            ContentHash = contentHash,
            PublicHash = publicHash,
            FormerDocumentNumber = former?.Item1,
            FormerCounterpartName = former?.Item2,
            WithdrawalGround = entry.Operation == OutboxOperation.Withdraw ? Ground(ledger.Standing.WithdrawalGround) : null,
        };
    }

    private static (string, string) Name(CreditRecord record) => (record.DocumentNumber ?? "", record.Counterpart.Name ?? "");

    private (RecordWriter, IReadOnlyList<StandardColumn?>) Writer(RecordKind kind)
    {
        var writer = RecordWriter.For(_edition, kind);
        return (writer, _mapping.Map(writer.Columns));
    }

    /// <summary>Public id, revision and operation; and how often a person asked to send it again.</summary>
    public static string Key(OutboxEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.PublicId}.{entry.Revision}.{(entry.Operation == OutboxOperation.Upsert ? "upsert" : "withdraw")}{(entry.Resent > 0 ? $".{entry.Resent}" : "")}");

    // The end of the period on the wire is the product's own, never the one that came with the data.
    private CreditRecord Prepare(CreditRecord record, DisclosureDecision decision)
    {
        if (record is AdministrativePenalty penalty && decision.LastDay is { } day) record = penalty with { StatedLastDisclosedDay = day };
        return _options.IdentityNumbers
            ? record
            : record with { Counterpart = record.Counterpart with { IdentityDocument = null, LegalRepresentativeDocument = null } };
    }

    private ReportCell Cell(StandardColumn column, string text) => column.Type switch
    {
        ColumnType.Date when DateOnly.TryParseExact(text, _edition.Wire.Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => new ReportCell(column, text, Date: date),
        ColumnType.Amount when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => new ReportCell(column, text, Number: number),
        _ => new ReportCell(column, text),
    };

    private static string Hash(List<ReportCell> cells, DisclosureDecision decision)
    {
        var text = new StringBuilder();
        foreach (var cell in cells) text.Append(cell.Column.Code).Append('\0').Append(cell.Text).Append('\n');
        text.Append(decision.MarkedNotPublic ? "不公示" : "").Append('\n').Append(decision.LastDay?.ToString("O", CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Ground(WithdrawalGround? ground) => ground switch
    {
        WithdrawalGround.Revoked => "被依法撤销",
        WithdrawalGround.Changed => "被依法变更",
        WithdrawalGround.FoundUnlawful => "确认违法",
        WithdrawalGround.FoundVoid => "确认无效",
        WithdrawalGround.PeriodEnded => "公示期满",
        WithdrawalGround.Repaired => "信用修复",
        WithdrawalGround.Objection => "异议成立",
        WithdrawalGround.Reorganisation => "法院裁定重整",
        _ => "不再报送",
    };
}
