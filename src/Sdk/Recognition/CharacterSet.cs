using System.Runtime.CompilerServices;

namespace CreditKit.Recognition;

/// <summary>A fixed set of characters, a bit each, so that many sets fit into the nearest cache.</summary>
internal readonly struct CharacterSet
{
    private readonly ulong[] _bits;

    public CharacterSet(IEnumerable<char> characters)
    {
        _bits = new ulong[1024];
        foreach (var c in characters) _bits[c >> 6] |= 1UL << c;
    }

    public bool this[char c]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_bits[c >> 6] & 1UL << c) != 0;
    }
}
