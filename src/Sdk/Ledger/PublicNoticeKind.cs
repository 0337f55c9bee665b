namespace CreditKit.Ledger;

/// <summary>What a public notice tells.</summary>
internal enum PublicNoticeKind
{
    /// <summary>异议处理结果.</summary>
    ObjectionResult = 1,

    /// <summary>咨询答复.</summary>
    EnquiryReply = 2,

    /// <summary>信用修复承诺.</summary>
    RepairCommitment = 3,

    /// <summary>违背信用修复承诺.</summary>
    CommitmentBroken = 4,
}
