using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>A record is to be taken down. One the portal never had is answered as taken down.</summary>
public sealed record WithdrawalEntry : EntryHead
{
    /// <summary>Document number of the decision.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The ground in law, in Chinese, e.g. 被依法撤销.</summary>
    [MaxLength(200)]
    public string? Ground { get; init; }
}
