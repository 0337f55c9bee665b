namespace CreditKit.Reporting.Channels;

/// <summary>A row of an exchange table that only a person can sort out.</summary>
internal sealed class RowsException(string message) : Exception(message);
