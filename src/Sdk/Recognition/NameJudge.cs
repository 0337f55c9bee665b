using System.Reflection;
using System.Runtime.InteropServices;

namespace CreditKit.Recognition;

/// <summary>
/// Decides whether a reading is a name: a sum of weights, one for each saying of <see cref="NameFeatures"/>, learnt from the
/// labelled corpus (<c>data/name-judge.bin</c>; the benchmarks' verb <c>learn</c> makes it anew).
/// </summary>
internal static class NameJudge
{
    /// <summary>Steps of a weight in a third of a nat.</summary>
    public const int Scale = 8;

    private const string Data = "Recognition/data/name-judge.bin";

    private static readonly sbyte[] Weights = Read();

    /// <summary>What speaks for the reading, in thirds of a nat; above 0 it is a name rather than not.</summary>
    public static int Weigh(ReadOnlySpan<char> text, in NameReading reading, in NameLattice window)
    {
        Span<int> slots = stackalloc int[NameFeatures.Room];
        NameFeatures.Write(text, reading, window, slots);
        var sum = 0;
        foreach (var slot in slots[..NameFeatures.Count]) sum += Weights[slot];
        return sum / Scale;
    }

    private static sbyte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Data)
            ?? throw new InvalidOperationException($"CK1301: the embedded data {Data} is missing; rebuild CreditKit.");
        var weights = new sbyte[1 << NameFeatures.Bits];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }
}
