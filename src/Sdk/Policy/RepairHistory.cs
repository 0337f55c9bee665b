namespace CreditKit.Policy;

/// <summary>What is known of the same subject's earlier repairs.</summary>
/// <param name="LastRepairBefore">The last repair granted before this penalty was decided; null: none.</param>
/// <param name="FalseCommitmentOn">When false material or a broken commitment was established; null: never.</param>
public sealed record RepairHistory(DateOnly? LastRepairBefore = null, DateOnly? FalseCommitmentOn = null)
{
    /// <summary>Nothing known.</summary>
    public static RepairHistory None { get; } = new();
}
