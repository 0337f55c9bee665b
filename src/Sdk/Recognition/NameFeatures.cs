using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CreditKit.Recognition;

/// <summary>
/// What can be said about a reading as a name: the rules' own figures in steps, the characters and words on both sides, and
/// some of these together. Each saying is a slot of the judge's weights, by hash.
/// </summary>
internal static class NameFeatures
{
    /// <summary>Sayings about one reading.</summary>
    public const int Count = 51;

    /// <summary>Slots are below two to the power of this.</summary>
    public const int Bits = 17;

    /// <summary>Room for the slots: <see cref="Count"/> in full eights.</summary>
    public const int Room = (Count + 7) / 8 * 8;

    private static readonly uint[] Numbers = [.. Enumerable.Range(1, Room).Select(n => (uint)n * 0x27D4EB2Fu)];

    private const char Edge = '\u0001', Digit = '0', Letter = 'A';

    /// <summary>Writes the slots of all sayings about the reading; <paramref name="slots"/> has <see cref="Room"/>, of which <see cref="Count"/> mean something.</summary>
    public static void Write(ReadOnlySpan<char> text, in NameReading reading, in NameLattice window, Span<int> slots)
    {
        var (start, end) = (reading.Start, reading.End);
        uint l1 = At(text, start - 1), l2 = At(text, start - 2), l3 = At(text, start - 3), r1 = At(text, end), r2 = At(text, end + 1), r3 = At(text, end + 2);
        int before = window.WordBefore(start, out var lastKind), behind = window.WordAt(end, out var nextKind);
        // The class of the word beside; at the edge of a run the character itself.
        var left = before == 0 ? l1 : (uint)lastKind << 3 | (uint)before;
        var right = behind == 0 ? r1 : (uint)nextKind << 3 | (uint)behind;
        var shape = (uint)((end - start) << 2 | reading.Family);
        var cued = reading.Cued ? 1u : 0;
        var listed = reading.Listed ? 1u : 0;
        uint first = text[start], given = text[start + reading.Family], last = text[end - 1];
        var whole = Lexicon.IsWord(text, start, end - start) ? 1u : 0;
        var givenWord = end - start - reading.Family == 2 && Lexicon.IsWord(text, end - 2, 2) ? 1u : 0;
        var overLeft = start > 0 && Lexicon.IsWord(text, start - 1, 2) ? 1u : 0;
        var overRight = Lexicon.IsWord(text, end - 1, 2) ? 1u : 0;
        Span<uint> ones = stackalloc uint[Room];
        Span<uint> others = stackalloc uint[Room];
        var n = new Writer(ones, others);
        n.Add(Step(reading.Saved, 4, 80));
        n.Add(Step(reading.Score, 3, 60));
        n.Add(Step(reading.Left, 3, 40));
        n.Add(Step(reading.Right, 3, 40));
        n.Add(Step(reading.Left + reading.Right, 4, 60));
        n.Add(Step(reading.FamilyCost, 3, 60), shape);
        n.Add(Step(reading.GivenCost, 4, 80), shape);
        n.Add(l1);
        n.Add(l1, l2);
        n.Add(r1);
        n.Add(r1, r2);
        n.Add(r1 << 16 | r2, r3);
        n.Add(Word(text, start - before, before, l1));
        n.Add(Word(text, end, behind, r1));
        n.Add(right);
        n.Add(l1, r1);
        n.Add(left, r1);
        n.Add(l1, right);
        n.Add(shape, r1);
        n.Add(cued);
        n.Add(listed);
        n.Add(listed, right);
        n.Add(first);
        n.Add(shape, last);
        n.Add(last, r1);
        n.Add(shape, given);
        n.Add(whole, cued);
        n.Add(givenWord, cued);
        n.Add(overRight, right);
        n.Add(Step(reading.Score, 6, 60), left);
        n.Add(Step(reading.Saved, 8, 80), right);
        n.Add(Step(reading.Saved, 8, 80), Step(reading.Right, 6, 40));
        var margin = Step(reading.Score - reading.Other, 4, 32);
        n.Add(margin, right);
        n.Add(margin, Step(reading.Score, 9, 36));
        n.Add(Step(reading.Score, 9, 36));
        n.Add(Step(reading.Score, 27, 54));
        n.Add(Step(reading.Saved, 12, 72));
        n.Add(Step(reading.Left, 9, 36));
        var doubts = (uint)reading.Doubts;
        n.Add(doubts);
        var (next, former) = (NextName(text, end), FormerName(text, start));
        n.Add(next, l1);
        n.Add(former, r1);
        n.Add(next, former);
        var (behindNext, beforeLast) = (behind == 0 ? 0 : Class(window.WordAt(end + behind, out var afterKind), afterKind, text, end + behind), before == 0 ? 0 : Class(window.WordBefore(start - before, out var formerKind), formerKind, text, start - before - 1));
        n.Add(right, behindNext);
        n.Add(left, beforeLast);
        n.Add(Word(text, end, behind, r1), behindNext);
        var (kindsLeft, kindsRight) = (NamePlace.KindsBefore(text, start), NamePlace.KindsBehind(text, end));
        n.Add(kindsLeft);
        n.Add(kindsLeft, kindsRight);
        n.Add(kindsLeft, right);
        n.Add(kindsRight, shape);
        n.Add(kindsRight, Step(reading.Saved, 8, 80));
        n.Add(reading.Score > 0 ? 1u : 0, cued);
        n.Hash(slots);
    }

    /// <summary>The character at a place; all digits are one, all letters are one, full-width punctuation is half-width.</summary>
    private static uint At(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length) return Edge;
        var c = text[at];
        if (Chars.IsHan(c)) return c;
        return Chars.IsDigit(c) ? Digit : Chars.IsLetter(c) ? Letter : Chars.Fold(c);
    }

    private static uint Step(int value, int width, int most) => (uint)((Math.Clamp(value, -most, most) + most) / width);

    private static uint Class(int length, WordClass kind, ReadOnlySpan<char> text, int at) => length == 0 ? At(text, at) : (uint)kind << 3 | (uint)length;

    /// <summary>王芳、李红: whether another name may begin behind what parts a list.</summary>
    private static uint NextName(ReadOnlySpan<char> text, int end)
    {
        if (end + 2 >= text.Length || text[end] is not ('、' or '和' or '与' or '及' or '，' or ',' or ' ' or '；')) return 0;
        return Lexicon.Names.IsFamily(text[end + 1]) && Lexicon.Names.IsGiven(text[end + 2]) ? text[end] : 1u;
    }

    /// <summary>王芳、李红: whether another name may end before what parts a list.</summary>
    private static uint FormerName(ReadOnlySpan<char> text, int start)
    {
        if (start < 3 || text[start - 1] is not ('、' or '和' or '与' or '及' or '，' or ',' or ' ' or '；')) return 0;
        var two = Lexicon.Names.IsFamily(text[start - 3]) && Lexicon.Names.IsGiven(text[start - 2]);
        var three = start > 3 && Lexicon.Names.IsFamily(text[start - 4]) && Lexicon.Names.IsGiven(text[start - 3]) && Lexicon.Names.IsGiven(text[start - 2]);
        return two || three ? text[start - 1] : 1u;
    }

    private static uint Word(ReadOnlySpan<char> text, int at, int length, uint edge)
    {
        if (length == 0) return edge;
        var hash = 0u;
        foreach (var c in text.Slice(at, length)) hash = (hash ^ c) * 0x01000193u;
        return hash;
    }

    /// <summary>Pairs of numbers, one behind the other, and their slots.</summary>
    private ref struct Writer(Span<uint> ones, Span<uint> others)
    {
        private readonly Span<uint> _ones = ones, _others = others;
        private int _count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint one, uint other = 0)
        {
            _ones[_count] = one;
            _others[_count++] = other;
        }

        /// <summary>Eight at a time, since this is most of a judgement's work.</summary>
        public readonly void Hash(Span<int> slots)
        {
            for (var i = 0; i < slots.Length; i += 8)
            {
                // The saying's own number keeps equal values of different sayings apart.
                var hash = Vector256.Create<uint>(_ones[i..]) * 0x9E3779B1u ^ (Vector256.Create<uint>(_others[i..]) + Vector256.Create<uint>(Numbers.AsSpan(i))) * 0x85EBCA77u;
                hash = (hash ^ hash >> 15) * 0xC2B2AE3Du;
                (hash >> 32 - Bits).AsInt32().CopyTo(slots[i..]);
            }
        }
    }
}
