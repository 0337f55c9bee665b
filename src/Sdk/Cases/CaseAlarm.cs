namespace CreditKit.Cases;

/// <summary>How urgent a case is.</summary>
internal enum CaseAlarm
{
    /// <summary>Nothing to hurry for.</summary>
    None,

    /// <summary>Due within two working days.</summary>
    Due,

    /// <summary>The limit has passed.</summary>
    Overdue,
}
