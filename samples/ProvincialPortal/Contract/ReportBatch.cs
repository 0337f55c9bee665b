using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>Rows of one sender. Each is judged alone: a bad one keeps no other from being taken.</summary>
public sealed record ReportBatch
{
    /// <summary>The sender's name for this call.</summary>
    [Required, MaxLength(64)]
    public required string Batch { get; init; }

    /// <summary>What the data may be used for.</summary>
    [MaxLength(200)]
    public string? Purpose { get; init; }

    /// <summary>Licences.</summary>
    public IReadOnlyList<LicenseEntry> Licenses { get; init => field = value ?? []; } = [];

    /// <summary>Penalties.</summary>
    public IReadOnlyList<PenaltyEntry> Penalties { get; init => field = value ?? []; } = [];

    /// <summary>Records to take down.</summary>
    public IReadOnlyList<WithdrawalEntry> Withdrawals { get; init => field = value ?? []; } = [];
}
