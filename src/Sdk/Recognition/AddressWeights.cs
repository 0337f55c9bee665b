using System.Numerics;

namespace CreditKit.Recognition;

/// <summary>
/// The weight of every <see cref="AddressTrait"/>, in tenths of a nat: learnt over the labelled sentences by logistic regression.
/// </summary>
internal static class AddressWeights
{
    private const int Bias = -39;

    /// <summary>In the order of the traits: what it is made of, what stands before it, what stands behind it.</summary>
    private static readonly int[] Weights =
    [
        9, 13, 23, 2, 9, -28, 10, 12, 9, 5, -9, -6, 4, 9, 2, 13, 18, 0,
        25, 23, 1, -25, -17, 10, 24, -13, 11, -10, 17, -9,
        21, 10, -20, 6, -8, -5, 20, -10, -4,
        10,
    ];

    public static int Sum(AddressTrait traits)
    {
        var sum = Bias;
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) sum += Weights[BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}
