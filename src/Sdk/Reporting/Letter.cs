using CreditKit.Ledger;

namespace CreditKit.Reporting;

/// <summary>An outbox entry with its envelope.</summary>
internal sealed record Letter(OutboxEntry Entry, ReportEnvelope Envelope);
