namespace CreditKit.Records;

/// <summary>A person's identity document. Printing it never shows the number.</summary>
/// <param name="Type">证件类型, one of the five fixed texts or 其他-….</param>
/// <param name="Number">The number as recorded; personal data.</param>
public sealed record IdentityDocument(string? Type, string? Number)
{
    /// <summary>The type and a fixed mask, never the number.</summary>
    public override string ToString() => Number is null ? Type ?? "" : $"{Type}（已脱敏）";
}
