namespace CreditKit.Cases;

/// <summary>Where a case stands. The outcomes of an objection are those of 424号 (十五), and not admitted and transferred.</summary>
internal enum CaseState
{
    /// <summary>已收到.</summary>
    Received = 1,

    /// <summary>待补正: the applicant was told once what is missing.</summary>
    Incomplete = 2,

    /// <summary>已受理.</summary>
    Admitted = 3,

    /// <summary>已转送.</summary>
    Transferred = 4,

    /// <summary>已核实.</summary>
    Verified = 5,

    /// <summary>不予受理.</summary>
    NotAdmitted = 10,

    /// <summary>维持.</summary>
    Maintained = 11,

    /// <summary>修改.</summary>
    Amended = 12,

    /// <summary>撤下.</summary>
    Withdrawn = 13,

    /// <summary>已答复.</summary>
    Answered = 14,

    /// <summary>准予修复.</summary>
    Repaired = 15,

    /// <summary>不予修复.</summary>
    Declined = 16,

    /// <summary>违背承诺.</summary>
    CommitmentBroken = 17,

    /// <summary>申请人撤回.</summary>
    Cancelled = 18,
}
