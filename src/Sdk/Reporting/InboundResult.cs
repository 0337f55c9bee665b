namespace CreditKit.Reporting;

/// <summary>What one look at a platform brought.</summary>
/// <param name="Taken">Items that were handed over, known ones included.</param>
/// <param name="Failed">Items that could not be taken in; they come again.</param>
/// <param name="Answered">Answers that it took.</param>
internal sealed record InboundResult(int Taken, int Failed, int Answered);
