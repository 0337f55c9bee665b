namespace CreditKit.Records;

/// <summary>处罚程序. A record without one is an ordinary-procedure penalty.</summary>
public enum PenaltyProcedure
{
    /// <summary>普通程序.</summary>
    Ordinary = 0,

    /// <summary>简易程序 (行政处罚法 51).</summary>
    Summary = 1,
}
