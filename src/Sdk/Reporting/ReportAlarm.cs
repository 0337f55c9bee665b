namespace CreditKit.Reporting;

/// <summary>An alarm of a channel. Holds counts and codes, never personal data.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Rows">Rows concerned; 1 for the channel as a whole.</param>
/// <param name="Text">The same in Chinese.</param>
internal sealed record ReportAlarm(string Channel, AlarmKind Kind, long Rows, string Text);
