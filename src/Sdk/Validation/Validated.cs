namespace CreditKit.Validation;

/// <summary>A value that passed validation for publication. Only the validator (and the ledger, which stores nothing else) makes one.</summary>
/// <typeparam name="T">The record type.</typeparam>
public readonly struct Validated<T> where T : class
{
    internal Validated(T value) => Value = value;

    /// <summary>The record.</summary>
    public T Value { get; }
}
