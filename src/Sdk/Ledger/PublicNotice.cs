namespace CreditKit.Ledger;

/// <summary>What becomes public of a case: masked text that stands for a term of its own. Never the file.</summary>
internal sealed record PublicNotice
{
    /// <summary>Random id; says nothing of the case.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells.</summary>
    public required PublicNoticeKind Kind { get; init; }

    /// <summary>Public id of the record it is about; null when it is about none.</summary>
    public string? RecordId { get; init; }

    /// <summary>Document number of the decision, as shown; may be empty.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The unit that answered.</summary>
    public string AuthorityName { get; init; } = "";

    /// <summary>A line for the list.</summary>
    public required string Title { get; init; }

    /// <summary>The text, masked.</summary>
    public required string Text { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>First day on which it is no longer shown; null: no end.</summary>
    public DateOnly? Until { get; init; }
}
