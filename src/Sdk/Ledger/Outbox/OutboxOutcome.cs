namespace CreditKit.Ledger;

/// <summary>What became of a leased entry.</summary>
internal sealed record OutboxOutcome
{
    /// <summary>The entry, with its lease token.</summary>
    public required OutboxEntry Entry { get; init; }

    /// <summary>The new state: anything but <see cref="OutboxState.Leased"/>.</summary>
    public required OutboxState State { get; init; }

    /// <summary>When to try again; null waits for a person (or is over).</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>It certainly never left the machine: counts as not tried.</summary>
    public bool NeverSent { get; init; }

    /// <summary>The call failed with this row in it, and any row may be why.</summary>
    public bool Suspicious { get; init; }

    /// <summary>Code of the answer, for statistics; no personal data.</summary>
    public string? Code { get; init; }

    /// <summary>The channel's words, as <c>code: text</c>, or its raw answer; stored encrypted, bounded by the sender.</summary>
    public string? Answer { get; init; }

    /// <summary>The channel's batch number.</summary>
    public string Batch { get; init; } = "";

    /// <summary>National id and receipt number.</summary>
    public string Number { get; init; } = "";
}
