namespace CreditKit.Reporting;

/// <summary>
/// What a receiver decided about a row that it had taken before. The row is known by one of: its key, the record's public
/// id, the national id given earlier, or document number and counterpart; the first that is set counts.
/// </summary>
public sealed record LateVerdict
{
    /// <summary>Accepted (with the receipt's number) or rejected (with the receiver's words).</summary>
    public required ReportAnswer Answer { get; init; }

    /// <summary>
    /// When the receiver decided it, as it says; empty where it keeps only the state of now. A list of events goes on showing a refusal
    /// after the row was mended and taken again: with a time, each is applied once.
    /// </summary>
    public string At { get; init; } = "";

    /// <summary>Idempotency key of the row.</summary>
    public string? Key { get; init; }

    /// <summary>Public id of the record; the newest row that the receiver took is meant.</summary>
    public string? RecordId { get; init; }

    /// <summary>National id or receipt number that the row was taken under.</summary>
    public string? Number { get; init; }

    /// <summary>决定文书号, beside <see cref="CounterpartName"/>.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>行政相对人名称; may be personal data.</summary>
    public string? CounterpartName { get; init; }

    /// <summary>The class of the answer only.</summary>
    public override string ToString() => Answer.ToString();
}
