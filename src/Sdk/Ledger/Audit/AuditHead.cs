namespace CreditKit.Ledger;

/// <summary>The end of the audit chain: printed or sent elsewhere, it proves later that nothing before it was changed or cut off.</summary>
/// <param name="Number">Number of the last entry; 0 when there is none.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
internal sealed record AuditHead(long Number, DateTimeOffset At, string Hash)
{
    /// <summary>The form that <c>creditkit audit verify --head</c> takes.</summary>
    public override string ToString() => $"{Number}:{Hash}";
}
