namespace CreditKit.Records;

/// <summary>Why a record was taken down before its period ended (行政处罚法 48; 424号 (十五), (十六)).</summary>
public enum WithdrawalGround
{
    /// <summary>被依法撤销.</summary>
    Revoked = 1,

    /// <summary>被依法变更.</summary>
    Changed = 2,

    /// <summary>确认违法.</summary>
    FoundUnlawful = 3,

    /// <summary>确认无效.</summary>
    FoundVoid = 4,

    /// <summary>公示期满.</summary>
    PeriodEnded = 5,

    /// <summary>信用修复.</summary>
    Repaired = 6,

    /// <summary>异议成立.</summary>
    Objection = 7,

    /// <summary>法院裁定重整.</summary>
    Reorganisation = 8,
}
