namespace CreditKit.Recognition;

/// <summary>Characters read as a name, with what the rules say about them (in thirds of a nat).</summary>
/// <param name="Start">Where the family name begins.</param>
/// <param name="End">Behind the given name.</param>
/// <param name="Family">Characters of the family name.</param>
/// <param name="FamilyCost">How rare the family name is.</param>
/// <param name="GivenCost">How rare the given name is.</param>
/// <param name="Saved">What the reading saves against the words that the same characters would make.</param>
/// <param name="Left">What the text before says.</param>
/// <param name="Right">What the text behind says.</param>
/// <param name="Score">All of it, as the rules weigh it.</param>
/// <param name="Cued">Whether a cue word stands before.</param>
/// <param name="Listed">Whether a name stands directly before, with one character between.</param>
/// <param name="Doubts">What speaks against it by itself.</param>
internal readonly record struct NameReading(int Start, int End, int Family, int FamilyCost, int GivenCost, int Saved, int Left, int Right, int Score, bool Cued, bool Listed, NameDoubts Doubts)
{
    /// <summary>What the rules say for the best other reading that begins here; <see cref="NamePlace.Never"/> when there is none.</summary>
    public int Other { get; init; } = NamePlace.Never;
}
