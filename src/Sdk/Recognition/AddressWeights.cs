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
        11, 13, 23, 5, 6, -26, 10, 15, 8, 2, -9, 0, -10, 6, 1, 17, 13, -1,
        29, 24, 3, -26, -13, 12, 28, -9, 15, -13, 25, -7,
        26, 10, -24, 12, -13, -7, 15, -13, -8,
        17, 9, 7,
    ];

    public static int Sum(AddressTrait traits)
    {
        var sum = Bias + Lean;
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) sum += Weights[BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}
