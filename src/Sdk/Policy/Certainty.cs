namespace CreditKit.Policy;

/// <summary>How sure a fact of the policy data is. Everything but <see cref="V1"/> is for the agency to confirm.</summary>
public enum Certainty
{
    /// <summary>The full text was read.</summary>
    V1,

    /// <summary>The opening part of an official or near-official page was read.</summary>
    V2,

    /// <summary>A news item, a mirror or a blog only.</summary>
    V3,

    /// <summary>General knowledge, not verified.</summary>
    OK,

    /// <summary>Derived: a reading, not a quotation.</summary>
    D,
}
