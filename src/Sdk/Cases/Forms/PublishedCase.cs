namespace CreditKit.Cases;

/// <summary>What is public of a case: masked, without whoever filed it.</summary>
/// <param name="Id">Random id.</param>
/// <param name="RecordId">Public id of the record; null when it is about none.</param>
/// <param name="DocumentNumber">Document number as shown; may be empty.</param>
/// <param name="AuthorityName">Who answered.</param>
/// <param name="Title">A line for the list.</param>
/// <param name="Text">The text.</param>
/// <param name="PublishedAt">When, UTC.</param>
public sealed record PublishedCase(string Id, string? RecordId, string DocumentNumber, string AuthorityName, string Title, string Text, DateTimeOffset PublishedAt)
{
    /// <summary>A commitment, or that one was broken; otherwise the result of a case.</summary>
    public bool IsCommitment { get; init; }
}
