using CreditKit.Policy;

namespace CreditKit.Cases;

/// <summary>A figure of the law with where it comes from.</summary>
internal readonly record struct TermFigure(int Value, string Source, Certainty Certainty);
