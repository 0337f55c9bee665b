namespace CreditKit.Ledger;

/// <summary>A mark that stands on a record for a while; setting or lifting one is a change of the record.</summary>
internal enum RecordMark
{
    /// <summary>异议处理中: follows from the open cases of the record.</summary>
    UnderObjection = 1,

    /// <summary>Reconsideration or a lawsuit is pending: shown with a note (深圳经济特区社会信用条例 43).</summary>
    ReviewPending = 2,

    /// <summary>Enforcement is suspended by reconsideration or court: hidden meanwhile (行政处罚法 73).</summary>
    EnforcementSuspended = 3,
}
