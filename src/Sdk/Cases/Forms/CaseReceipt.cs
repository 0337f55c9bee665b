namespace CreditKit.Cases;

/// <summary>The receipt of a filing. The secret is shown once and is stored nowhere.</summary>
/// <param name="Number">Receipt number.</param>
/// <param name="Secret">With the number it opens the state of the case.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="AnswerBy">Last working day for the answer; null when no limit applies.</param>
public sealed record CaseReceipt(string Number, string Secret, DateTimeOffset ReceivedAt, DateOnly? AnswerBy);
