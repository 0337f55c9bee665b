using CreditKit.Records;

namespace CreditKit.Validation;

/// <summary>What validation says of one record.</summary>
public sealed class ValidationReport
{
    private readonly CreditRecord _record;

    internal ValidationReport(CreditRecord record, IReadOnlyList<ValidationIssue> issues)
    {
        Issues = issues;
        _record = record;
        (MayPublish, MayReport) = (true, true);
        foreach (var issue in issues)
        {
            if (issue.Severity != IssueSeverity.Block) continue;
            if (issue.Destination == IssueDestination.Publish) MayPublish = false;
            else MayReport = false;
        }
        // What may not be published is not fit to be reported either: it is sent as it stands on the own column.
        MayReport &= MayPublish;
        Record = MayPublish ? new Validated<CreditRecord>(record) : null;
    }

    /// <summary>Every issue, in the order of the rules.</summary>
    public IReadOnlyList<ValidationIssue> Issues { get; }

    /// <summary>Nothing blocks publication.</summary>
    public bool MayPublish { get; }

    /// <summary>Nothing blocks reporting upward.</summary>
    public bool MayReport { get; }

    /// <summary>The record (completed from the settings), when it may be published.</summary>
    public Validated<CreditRecord>? Record { get; }

    /// <summary>The same with what was found beyond the record itself.</summary>
    internal ValidationReport With(IReadOnlyList<ValidationIssue> more) => more.Count == 0 ? this : new(_record, [.. Issues, .. more]);
}
