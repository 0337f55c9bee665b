namespace CreditKit.Desensitization;

/// <summary>One way to mask a value. Rules are named in the masking data (<c>"rule": "ends"</c>); an own rule replaces a built-in one of its name.</summary>
public interface IMaskingRule
{
    /// <summary>The name used in the masking data.</summary>
    string Name { get; }

    /// <summary>The masked form. It must not reveal how long the value was.</summary>
    /// <param name="value">The value as recognized, separators inside included.</param>
    /// <param name="style">The settings of the masking data.</param>
    string Mask(ReadOnlySpan<char> value, MaskStyle style);
}
