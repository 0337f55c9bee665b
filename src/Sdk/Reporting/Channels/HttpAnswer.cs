namespace CreditKit.Reporting.Channels;

/// <summary>What a call brought: a failure of the whole call, or a body to be read.</summary>
/// <param name="Failure">What went wrong; null when there is a body of the right kind. Rejected: the status refuses the batch, the body may say why.</param>
/// <param name="Body">The body.</param>
internal readonly record struct HttpAnswer(ReportAnswer? Failure, byte[] Body);
