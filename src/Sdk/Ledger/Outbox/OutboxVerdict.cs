namespace CreditKit.Ledger;

/// <summary>What a channel decided about a row after the call that brought it. The first of key, public id, number, and document with name that is set tells which row.</summary>
internal sealed record OutboxVerdict
{
    /// <summary>Taken; false: refused for good.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Idempotency key.</summary>
    public string? Key { get; init; }

    /// <summary>Public id; the newest row that was sent is meant.</summary>
    public string? PublicId { get; init; }

    /// <summary>National id or receipt number that it was taken under.</summary>
    public string? TakenAs { get; init; }

    /// <summary>Internal key of the record, found by document number and counterpart; the newest row that was sent is meant.</summary>
    public long? RecordId { get; init; }

    /// <summary>Code of a refusal.</summary>
    public string Code { get; init; } = "";

    /// <summary>The channel's words; may hold personal data.</summary>
    public string Words { get; init; } = "";

    /// <summary>Receipt number of an acceptance.</summary>
    public string Number { get; init; } = "";

    /// <summary>The channel's batch.</summary>
    public string Batch { get; init; } = "";
}
