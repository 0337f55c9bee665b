namespace CreditKit.Recognition;

/// <summary>How the name of a disease is made.</summary>
[Flags]
internal enum DiseaseForm
{
    /// <summary>A name of the list.</summary>
    Term = 0,

    /// <summary>A fact by itself.</summary>
    Fact = 1,

    /// <summary>A word that is often said of nobody.</summary>
    Weak = 2,

    /// <summary>An end with places and kinds before it.</summary>
    Built = 4,

    /// <summary>An end behind unknown words and a diagnosis.</summary>
    Promised = 8,

    /// <summary>More than the name itself: a kind, a place, a stage.</summary>
    Extended = 16,
}
