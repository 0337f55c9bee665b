namespace CreditKit.Records;

/// <summary>One of the other administrative acts (行政强制、确认、征收、给付、裁决、补偿、奖励、监督检查); off unless the settings name its kind.</summary>
public sealed record AdministrativeAct : CreditRecord
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Act;

    /// <summary>行政行为类别.</summary>
    public ActKind Act { get; init; }

    /// <summary>决定文书名称.</summary>
    public string? DocumentTitle { get; init; }

    /// <summary>决定内容.</summary>
    public string? Content { get; init; }

    /// <summary>决定依据.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>What the agency's own columns hold, in their order.</summary>
    public EquatableList<ActField> Fields { get; init; } = [];
}
