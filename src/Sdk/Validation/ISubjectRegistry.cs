namespace CreditKit.Validation;

/// <summary>The subjects an agency knows: names by code, to foretell the platform's answer 1001.</summary>
public interface ISubjectRegistry
{
    /// <summary>The registered name of a code; null when the code is not in the registry.</summary>
    string? NameOf(string creditCode);
}
