namespace ProvincialPortal.Store;

/// <summary>A row that was taken and refused afterwards.</summary>
internal sealed record LateRefusal(string RecordId, string NationalId, string DocumentNumber, string Counterpart, string Code, string Message, string? Key, DateTimeOffset At);
