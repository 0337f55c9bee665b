using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>The answer to a batch, or to a question about keys: a receipt per row.</summary>
public sealed record BatchAnswer
{
    /// <summary>The portal's batch number.</summary>
    [Required]
    public required string Batch { get; init; }

    /// <summary>A receipt per row, in the order licences, penalties, withdrawals.</summary>
    [Required]
    public required IReadOnlyList<RowAnswer> Rows { get; init; }
}
