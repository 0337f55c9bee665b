namespace CreditKit.Reporting;

/// <summary>What an answer means for the row. Only these end or keep a row; a number of tries never does.</summary>
public enum AnswerClass
{
    /// <summary>Taken, with a receipt.</summary>
    Accepted,

    /// <summary>Refused for good: a person must act.</summary>
    Rejected,

    /// <summary>Certainly not taken; try again later.</summary>
    Retry,

    /// <summary>It may have been taken: ask before it is sent again.</summary>
    Unknown,
}
