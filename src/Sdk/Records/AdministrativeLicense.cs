namespace CreditKit.Records;

/// <summary>行政许可.</summary>
public sealed record AdministrativeLicense : CreditRecord
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.License;

    /// <summary>许可决定文书名称.</summary>
    public string? DecisionDocumentTitle { get; init; }

    /// <summary>许可类别: 普通, 特许, 认可, 核准, 登记, or 其他-….</summary>
    public string? Category { get; init; }

    /// <summary>许可证书名称.</summary>
    public string? CertificateTitle { get; init; }

    /// <summary>许可编号.</summary>
    public string? LicenseNumber { get; init; }

    /// <summary>许可内容.</summary>
    public string? Content { get; init; }

    /// <summary>有效期自.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>有效期至, the last valid day; null is long-term (2099/12/31 on the wire).</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>以告知承诺方式办理 (鲁信用办〔2019〕8号（一）).</summary>
    public bool ByCommitment { get; init; }

    /// <summary>承诺内容.</summary>
    public string? Commitment { get; init; }

    /// <summary>承诺履行情况.</summary>
    public string? CommitmentPerformance { get; init; }

    /// <summary>当前状态; null when not stated.</summary>
    public LicenseStatus? Status { get; init; }
}
