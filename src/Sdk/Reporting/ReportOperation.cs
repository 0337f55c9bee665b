namespace CreditKit.Reporting;

/// <summary>What an envelope asks of its channel.</summary>
public enum ReportOperation
{
    /// <summary>Take this record, new or corrected.</summary>
    Upsert = 1,

    /// <summary>Take the record down.</summary>
    Withdraw = 2,
}
