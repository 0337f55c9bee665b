namespace CreditKit.Records;

/// <summary>A value of a field that the agency configured for a kind of act.</summary>
/// <param name="Name">Head of the configured column.</param>
/// <param name="Value">The value in its plain form: dates as yyyy-MM-dd, amounts in yuan.</param>
/// <param name="Personal">The column is marked personal: the value is kept and never shown.</param>
public sealed record ActField(string Name, string Value, bool Personal = false);
