using System.Text.Json.Serialization;

namespace CreditKit.Review.Approvals;

/// <summary>What a reviewer wrote and marked with an approval.</summary>
internal sealed record ApprovalNote
{
    /// <summary>Why it was sent back, or a remark.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Values to mask beside the recognized ones, and those recognized by mistake.</summary>
    public IReadOnlyList<ReviewMark> Marks { get; init; } = [];

    /// <summary>The confidentiality review lets the record be shared with platforms.</summary>
    public bool Shares { get; init; } = true;
}

[JsonSerializable(typeof(ApprovalNote))]
internal sealed partial class ApprovalNoteJson : JsonSerializerContext;
