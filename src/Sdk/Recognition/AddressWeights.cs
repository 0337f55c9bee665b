using System.Numerics;

namespace CreditKit.Recognition;

/// <summary>
/// The weight of every <see cref="AddressTrait"/>, in tenths of a nat: learnt over the labelled sentences by logistic regression.
/// </summary>
internal static class AddressWeights
{
    private const int Bias = -34;

    /// <summary>A home that stays readable costs more than a shop that is hidden.</summary>
    private const int Lean = 3;

    /// <summary>In the order of the traits: what it is made of, what stands before it, what stands behind it.</summary>
    private static readonly int[] Weights =
    [
        10, 11, 24, -1, 7, -22, 14, 11, 8, 4, -8, -3, -11, 6, 2, 14, 12, 0,
        29, 24, 5, -23, -13, 9, 23, -9, 13, -9, 25, -4,
        22, 7, -20, 12, -10, -5, 15, -10, -7,
        13, 8, 10,
    ];

    public static int Sum(AddressTrait traits)
    {
        var sum = Bias + Lean;
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) sum += Weights[BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}
