namespace CreditKit.Records;

/// <summary>行政处罚. Money is yuan.</summary>
public sealed record AdministrativePenalty : CreditRecord
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Penalty;

    /// <summary>违法行为类型.</summary>
    public string? ViolationType { get; init; }

    /// <summary>违法事实.</summary>
    public string? ViolationFacts { get; init; }

    /// <summary>处罚依据.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>处罚类别: one or more texts of the code list (警告, 罚款 …, 其他-…).</summary>
    public EquatableList<string> PenaltyCategories { get; init; } = [];

    /// <summary>处罚内容.</summary>
    public string? PenaltyContent { get; init; }

    /// <summary>罚款金额, yuan.</summary>
    public decimal? FineAmount { get; init; }

    /// <summary>没收违法所得、没收非法财物的金额, yuan.</summary>
    public decimal? ConfiscatedAmount { get; init; }

    /// <summary>暂扣或吊销证照名称及编号.</summary>
    public string? SuspendedOrRevokedCertificates { get; init; }

    /// <summary>处罚有效期.</summary>
    public DateOnly? PenaltyValidUntil { get; init; }

    /// <summary>公示截止期 as the source states it; the product computes its own and warns of a difference.</summary>
    public DateOnly? StatedLastDisclosedDay { get; init; }

    /// <summary>严重程度; null is not stated, computed as 一般 and listed for a person.</summary>
    public Severity? Severity { get; init; }

    /// <summary>处罚程序.</summary>
    public PenaltyProcedure Procedure { get; init; }

    /// <summary>Whether the violation is excluded from public credit information for being minor or first, and remedied.</summary>
    public Mitigation Mitigation { get; init; }

    /// <summary>The evidence for <see cref="Mitigation"/>; without it the exclusion does not apply.</summary>
    public string? MitigationEvidence { get; init; }
}
