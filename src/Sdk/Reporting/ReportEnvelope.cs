using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Reporting;

/// <summary>
/// A record on its way to a channel: the receiver's columns, unmasked, with what makes its effect happen once. The only
/// type a channel accepts; only the product makes one, after the law, the reviews and the channel's own limits were
/// asked. Never log one: printing it shows its key and nothing else.
/// </summary>
public sealed class ReportEnvelope
{
    internal ReportEnvelope() { }

    /// <summary>Idempotency key: public id, revision and operation. A resend of the same has the same key.</summary>
    public required string Key { get; init; }

    /// <summary>Public id of the record; the same over all its revisions.</summary>
    public required string RecordId { get; init; }

    /// <summary>Revision, 1 upward.</summary>
    public required int Revision { get; init; }

    /// <summary>Take or take down.</summary>
    public required ReportOperation Operation { get; init; }

    /// <summary>行政许可 or 行政处罚.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The edition whose columns these are.</summary>
    public required string Edition { get; init; }

    /// <summary>The columns in the edition's order; for a withdrawal too, so that receivers without ids can find the row.</summary>
    public required IReadOnlyList<ReportCell> Cells { get; init; }

    /// <summary>决定文书号; with the counterpart's name what receivers without ids know a row by.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>行政相对人名称; may be personal data.</summary>
    public required string CounterpartName { get; init; }

    /// <summary>The counterpart is a natural person: provinces keep such rows in tables and sheets of their own.</summary>
    public bool Person { get; init; }

    /// <summary>Collected, not shown: mark 不公示.</summary>
    public bool NotPublic { get; init; }

    /// <summary>Last day on which the receiver may show it; null: no end in law.</summary>
    public DateOnly? LastDisclosedDay { get; init; }

    /// <summary>What the receiver may use it for (牡丹江 四(二)4(1): not beyond duties).</summary>
    public required string Purpose { get; init; }

    /// <summary>SHA-256 of the cells, hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the record as the own page shows it, hex; null while that is not known.</summary>
    public string? PublicHash { get; init; }

    /// <summary>The ground of a withdrawal in Chinese; null otherwise.</summary>
    public string? WithdrawalGround { get; init; }

    /// <summary>
    /// 决定文书号 that the receiver was last told, where a correction changed it or the name; null otherwise. A receiver that knows rows by
    /// document number and counterpart has to lose the former one, or both would stand.
    /// </summary>
    public string? FormerDocumentNumber { get; init; }

    /// <summary>行政相对人名称 that the receiver was last told, beside <see cref="FormerDocumentNumber"/>.</summary>
    public string? FormerCounterpartName { get; init; }

    /// <summary>The text of a column; empty when the edition has no such column or the record no value.</summary>
    public string this[StandardField field] => Cells.FirstOrDefault(c => c.Column.Field == field)?.Text ?? "";

    /// <summary>The withdrawal of the row as the receiver was last told it.</summary>
    internal ReportEnvelope OfFormer() => new()
    {
        Key = Key + ".former",
        RecordId = RecordId,
        Revision = Revision,
        Operation = ReportOperation.Withdraw,
        Kind = Kind,
        Edition = Edition,
        Cells = [.. Cells.Select(c => c.Column.Field switch
        {
            StandardField.DocumentNumber => c with { Text = FormerDocumentNumber ?? "" },
            StandardField.CounterpartName => c with { Text = FormerCounterpartName ?? "" },
            _ => c,
        })],
        DocumentNumber = FormerDocumentNumber ?? "",
        CounterpartName = FormerCounterpartName ?? "",
        Person = Person,
        Purpose = Purpose,
        ContentHash = ContentHash,
        WithdrawalGround = "更正",
    };

    /// <summary>The key only.</summary>
    public override string ToString() => Key;
}
