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
        10, 13, 25, 1, 7, -26, 14, 12, 7, 3, -9, 1, -11, 8, 2, 16, 13, -1,
        29, 24, 4, -26, -12, 5, 29, -10, 16, -13, 26, -7,
        19, 9, -25, 12, -12, -6, 16, -15, -9,
        15, 9, 10,
    ];

    public static int Sum(AddressTrait traits)
    {
        var sum = Bias + Lean;
        for (var bits = (ulong)traits; bits != 0; bits &= bits - 1) sum += Weights[BitOperations.TrailingZeroCount(bits)];
        return sum;
    }
}
