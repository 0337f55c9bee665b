namespace CreditKit.Ledger;

/// <summary>What a rotation did.</summary>
/// <param name="Keys">Data keys wrapped anew.</param>
/// <param name="Completed">It completed an earlier rotation that had been cut off.</param>
internal readonly record struct KeyRotationResult(long Keys, bool Completed);
