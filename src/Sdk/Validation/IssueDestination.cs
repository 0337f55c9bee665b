namespace CreditKit.Validation;

/// <summary>Which use of the record an issue concerns.</summary>
public enum IssueDestination
{
    /// <summary>Publication on the own column.</summary>
    Publish,

    /// <summary>Reporting upward.</summary>
    Report,
}
