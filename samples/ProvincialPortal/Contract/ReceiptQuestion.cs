using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>Asks what became of rows whose answer was lost.</summary>
public sealed record ReceiptQuestion
{
    /// <summary>Idempotency keys. Keys the portal never saw are missing from the answer.</summary>
    [Required]
    public required IReadOnlyList<string> Keys { get; init; }
}
