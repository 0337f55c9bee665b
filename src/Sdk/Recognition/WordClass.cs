namespace CreditKit.Recognition;

/// <summary>What a word is, as far as names care: verbs and particles follow a person's name, nouns rarely do.</summary>
internal enum WordClass : byte
{
    Other,
    Noun,
    Verb,
    Particle,
    Place,
}
