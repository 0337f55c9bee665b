using System.Numerics;

namespace CreditKit.Recognition;

/// <summary>
/// The weight of every <see cref="AddressTrait"/>, in tenths of a nat: learnt over labelled sentences by logistic regression.
/// </summary>
internal static class AddressWeights
{
    /// <summary>A home that stays readable costs more than a shop that is hidden.</summary>
    private const int Lean = 5;

    private static readonly int[] Weights = Lexicon.Weights("Recognition/data/home-weights.txt", Names);

    /// <summary>What has a weight: every address, then the traits in their order.</summary>
    public static IReadOnlyList<string> Names => ["Always", .. Enum.GetNames<AddressTrait>().Skip(1)];

    /// <summary>The sum; above zero it is a home.</summary>
    public static int Sum(AddressTrait traits)
    {
        var sum = Weights[0] + Lean;
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) sum += Weights[1 + BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}
