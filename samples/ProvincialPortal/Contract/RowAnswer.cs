using System.ComponentModel.DataAnnotations;

namespace ProvincialPortal.Contract;

/// <summary>The receipt of a row.</summary>
public sealed record RowAnswer
{
    /// <summary>The row's idempotency key.</summary>
    [Required]
    public required string Key { get; init; }

    /// <summary>Accepted, rejected or duplicate.</summary>
    [Required]
    public required RowResult Result { get; init; }

    /// <summary>National id of the record; null when it was refused.</summary>
    public string? NationalId { get; init; }

    /// <summary>Receipt number; null when it was refused.</summary>
    public string? Receipt { get; init; }

    /// <summary>The batch under which it was taken or refused.</summary>
    public string? Batch { get; init; }

    /// <summary>Rule code of a refusal.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong, e.g. 验证规则代码:1001;错误描述:未查询到主体或查询到的主体信息不匹配.</summary>
    public string? Message { get; init; }

    /// <summary>When the portal judged the row.</summary>
    public DateTimeOffset? At { get; init; }
}
