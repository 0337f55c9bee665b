using System.Runtime.InteropServices;

namespace CreditKit.Recognition;

/// <summary>
/// Finds personal data in Chinese text: one pass, a table from character to recognizer, hand-written scanners with bounded
/// reach, hence time linear in the length of the text. Thread-safe.
/// </summary>
public static class TextRecognizer
{
    private const byte Digit = 1, Letter = 2, At = 3, PlateHead = 4, HomeSuffix = 5, Dot = 6, Colon = 7, Numeral = 8, Aside = 9;
    private const byte Kinds = 15, Family = 16, Foreign = 32, HomeCue = 64, HealthCue = 128;

    private const int MostNames = 64;

    private static readonly bool[] Single = new bool[char.MaxValue + 1];
    private static readonly ulong[] Pairs = new ulong[1024];
    private static readonly byte[] Class = Classify();

    /// <summary>The personal data in the text, in order, without overlaps.</summary>
    /// <param name="text">The text.</param>
    /// <param name="knownNames">Names of natural persons that are known to occur; found wherever they stand.</param>
    /// <param name="keep">Texts that stay as they are (names of organisations, names that policy shows).</param>
    public static IReadOnlyList<RecognizedSpan> Find(ReadOnlySpan<char> text, IReadOnlyCollection<string>? knownNames = null, IReadOnlyCollection<string>? keep = null)
    {
        if (TraditionalText.Simplify(text) is { } simple)
            return FindIn(simple, knownNames?.Select(n => TraditionalText.Simplify(n) ?? n).ToList(), keep?.Select(n => TraditionalText.Simplify(n) ?? n).ToList());
        return FindIn(text, knownNames, keep);
    }

    private static List<RecognizedSpan> FindIn(ReadOnlySpan<char> text, IReadOnlyCollection<string>? knownNames, IReadOnlyCollection<string>? keep)
    {
        var found = new List<RecognizedSpan>();
        List<RecognizedSpan>? doubtful = null;
        List<DiseaseSpan>? diseases = null;
        Scan(text, found, ref doubtful, ref diseases);
        if (knownNames is not null) foreach (var name in knownNames) FindAll(text, name, found);
        if (doubtful is not null) NameRecognizer.Settle(text, doubtful, found);
        if (diseases is not null) HealthRecognizer.Settle(text, diseases, found);
        if (found.Count == 0) return found;
        Repeat(text, found);
        if (keep is { Count: > 0 }) Keep(text, keep, found);
        return Resolve(text, found);
    }

    private static void Scan(ReadOnlySpan<char> text, List<RecognizedSpan> found, ref List<RecognizedSpan>? doubtful, ref List<DiseaseSpan>? diseases)
    {
        int begun = 0, floor = 0;   // where the last address begins and ends: the next does not reach back over it
        var name = -1;          // where the last name ends
        Effort around = default, homes = default;
        FamilyChain chain = new(1, 40), syllables = new(1, 40), vain = new(8, 120);
        var window = new NameLattice(text);
        for (var i = 0; i < text.Length; i++)
        {
            var kind = Class[text[i]];
            if (kind == 0) continue;
            switch (kind & Kinds)
            {
                case Digit or Letter:
                    // COPD, HIV阳性.
                    if (kind == Letter && MayBegin(text, i) && (i == 0 || !Chars.IsAlnum(text[i - 1])) && HealthRecognizer.Triggers.MatchAt(text, i) is > 0 and var letters) DiseaseGrammar.Read(text, i, letters, diseases ??= []);
                    if (AddressRecognizer.ChainLength(text, i) is > 0 and var rooms && AddressRecognizer.TryAround(text, i + rooms - 1, floor, ref around, found, out var past)) (begun, floor) = (found[^1].Start, past);
                    i = ScanToken(text, i, found) - 1;
                    continue;
                case At:
                    ContactRecognizer.TryEmail(text, i, found);
                    continue;
                case PlateHead:
                    if (PlateRecognizer.TryRead(text, i, found)) i = found[^1].End - 1;
                    break;
                case HomeSuffix:
                    // 1号1号1号…: no address, and long runs of it would cost much.
                    if (i > 1 && text[i - 2] == text[i]) break;
                    if (AddressRecognizer.MayEnd(text, i) && AddressRecognizer.TryAround(text, i, floor, ref around, found, out var to)) (begun, floor) = (found[^1].Start, to);
                    break;
                case Dot:
                    if (i > 0 && Chars.IsHan(text[i - 1]) && DottedName.Read(text, i, found) is > 0 and var dotted) name = dotted;
                    break;
                case Numeral:
                    if ((i == 0 || !NumeralRecognizer.IsNumeral(text[i - 1])) && NumeralRecognizer.Read(text, i, found) is > 0 and var spoken) i = spoken - 1;
                    break;
                case Aside:
                    if (i + 1 < text.Length && NameRecognizer.ReadBeforeAside(text, i, name, found) is > 0 and var told) name = told;
                    break;
                case Colon:
                    NameRecognizer.ReadLabelled(text, i, found);
                    continue;
            }

            if (i >= text.Length) break;
            kind = Class[text[i]];
            if ((kind & (HomeCue | HealthCue)) != 0 && MayBegin(text, i))
            {
                // No home begins within one.
                if ((kind & HomeCue) != 0 && !(i < floor && i >= begun) && AddressRecognizer.HomeCues.MatchAt(text, i) is > 0 and var home && AddressRecognizer.TryAfterCue(text, i, home, ref homes, found, out var last)) (begun, floor) = (i, last);
                if ((kind & HealthCue) != 0) ScanCues(text, i, found, ref diseases);
            }

            // Neither reads on in a chain of syllables that no text has.
            var foreign = (kind & Foreign) != 0 && syllables.Continues(text, i);
            var family = (kind & Family) != 0 && chain.Continues(text, i) && foreign == ((kind & Foreign) != 0);
            if (i < name) continue;
            // Nor after many attempts in vain without a sign between, but for what a cue promises.
            if (family && NameModel.MayBegin(text, i) && (vain.Continues(text, i) || NamePlace.IsCued(text, i)) && NameRecognizer.Read(text, i, name, ref window, found, ref doubtful) is > 0 and var end) (name, vain) = (end, new(8, 120));
            else if (foreign && NameRecognizer.ReadForeign(text, i, name, ref window, found) is > 0 and var last) name = last;
        }
    }

    /// <summary>A bit for every two characters that a cue begins with answers most questions without a look into the lists.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text, int i)
    {
        if (Single[text[i]]) return true;
        if (i + 1 == text.Length) return false;
        var bit = PairBit(text[i], text[i + 1]);
        return (Pairs[bit >> 6] & 1UL << bit) != 0;
    }

    private static int PairBit(char first, char second) => (int)((first * 0x9E37u + second * 0x85EBu) >> 3 & 0xffff);

    private static void ScanCues(ReadOnlySpan<char> text, int i, List<RecognizedSpan> found, ref List<DiseaseSpan>? diseases)
    {
        if (HealthRecognizer.Triggers.MatchAt(text, i) is > 0 and var disease) DiseaseGrammar.Read(text, i, disease, diseases ??= []);
        if (ContactRecognizer.WeChat.MatchAt(text, i) is > 0 and var wechat) ContactRecognizer.TryId(text, i + wechat, false, found);
        if (ContactRecognizer.QQ.MatchAt(text, i) is > 0 and var qq) ContactRecognizer.TryId(text, i + qq, true, found);
        if (Chars.IsChineseNumeral(text[i])) BirthDateRecognizer.TryRead(text, i, found, out _);
    }

    /// <summary>Reads an alphanumeric token: letters may touch a number, but a credit code is one piece.</summary>
    private static int ScanToken(ReadOnlySpan<char> text, int i, List<RecognizedSpan> found)
    {
        var fresh = i == 0 || !Chars.IsAlnum(text[i - 1]);
        if (fresh && ShortNumber(text, i) is > 0 and var brief) return BirthDateRecognizer.TryRead(text, i, found, out var day) ? day : brief;
        if (fresh)
        {
            if (TokenRecognizer.CreditCodeLength(text, i) is > 0 and var code) return i + code;
            if (ContactRecognizer.WeChat.MatchAt(text, i) is > 0 and var wechat && ContactRecognizer.TryId(text, i + wechat, false, found)) return found[^1].End;
            if (ContactRecognizer.QQ.MatchAt(text, i) is > 0 and var qq && ContactRecognizer.TryId(text, i + qq, true, found)) return found[^1].End;
            if (Chars.IsLetter(text[i]) && TokenRecognizer.TryRead(text, i, found, out var end)) return end;
            if (LatinNameRecognizer.Read(text, i, found) is > 0 and var latin) return latin;
        }

        if (Chars.IsLetter(text[i]))
        {
            while (i < text.Length && Chars.IsLetter(text[i])) i++;
            return i;
        }

        if (fresh && BirthDateRecognizer.TryRead(text, i, found, out var date)) return date;
        var before = i;
        while (before > 0 && (Chars.IsBlank(text[before - 1]) || Chars.IsHyphen(text[before - 1])) && i - before < 6) before--;
        var joined = before < i && before > 0 && Chars.IsDigit(text[before - 1]);
        var next = NumberRecognizer.Read(text, i, joined, found);
        if (found.Count > 0 && found[^1].End == next && found[^1].Start <= i) return next;
        TokenRecognizer.TryPermitDigits(text, i, next, found);
        return next;
    }

    /// <summary>End of a number of up to four digits that nothing continues: a date, a page, an amount; 0 when it is more.</summary>
    private static int ShortNumber(ReadOnlySpan<char> text, int i)
    {
        var end = i;
        while (end < text.Length && end - i < 5 && text[end] is >= '0' and <= '9') end++;
        if (end == i || end - i > 4) return 0;
        return end == text.Length || Chars.IsHan(text[end]) && !NumeralRecognizer.IsNumeral(text[end]) || text[end] is '，' or '。' or '、' or '；' or '〕' ? end : 0;
    }

    /// <summary>A name that gives itself away once is hidden wherever it stands in the text.</summary>
    private static void Repeat(ReadOnlySpan<char> text, List<RecognizedSpan> found)
    {
        HashSet<string>? names = null;
        for (var i = found.Count - 1; i >= 0 && !(names?.Count >= MostNames); i--)
            if (found[i] is { Kind: PersonalDataKind.PersonName, Certain: false, Length: >= 2 } span && (!Lexicon.IsWord(text, span.Start, span.Length) || CueReader.Precedes(NameRecognizer.Cues, text, span.Start)))
                (names ??= []).Add(text.Slice(span.Start, span.Length).ToString());
        if (names is null) return;
        // What is found already is not added again: it would all have to be sorted.
        var taken = new byte[text.Length];
        foreach (var span in found) if (span.Kind == PersonalDataKind.PersonName) taken[span.Start] = (byte)Math.Min(byte.MaxValue, Math.Max(taken[span.Start], span.Length));
        foreach (var name in names) FindAll(text, name, found, certain: false, taken);
    }

    private static void FindAll(ReadOnlySpan<char> text, string name, List<RecognizedSpan> found, bool certain = true, byte[]? taken = null)
    {
        if (name.Length < 2) return;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;)
        {
            // 白雪 in 白雪公主: a longer word stands there; 鲁能公司.
            if (taken is null || taken[at] < name.Length && !NamePlace.IsNamedAfter(text, at + name.Length) && !Lexicon.IsWord(text, at, 4) && !(name.Length == 2 && (Lexicon.IsWord(text, at, 3) || Lexicon.IsWithin(text, at)))) found.Add(new(at, name.Length, PersonalDataKind.PersonName, certain));
            var next = text[(at + name.Length)..].IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + name.Length + next;
        }
    }

    private static void Keep(ReadOnlySpan<char> text, IReadOnlyCollection<string> keep, List<RecognizedSpan> found)
    {
        foreach (var word in keep)
        {
            if (word.Length < 2) continue;
            for (var at = 0; at < text.Length;)
            {
                var next = text[at..].IndexOf(word, StringComparison.Ordinal);
                if (next < 0) break;
                var start = at + next;
                found.RemoveAll(s => s.Kind is PersonalDataKind.PersonName or PersonalDataKind.Address && s.Start >= start && s.End <= start + word.Length);
                at = start + word.Length;
            }
        }
    }

    /// <summary>The longest reading wins, a certain one over an uncertain one of the same place.</summary>
    private static List<RecognizedSpan> Resolve(ReadOnlySpan<char> text, List<RecognizedSpan> found)
    {
        if (found.Count == 1) return found;
        Sort(found);
        var kept = new List<RecognizedSpan>(found.Count);
        foreach (var span in found)
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
                continue;
            }

            var last = kept[^1];
            // 造成曲洪波轻度烧伤: whose health it is, is a name of its own.
            if (last.Kind == PersonalDataKind.Health && span.Kind == PersonalDataKind.PersonName && span.Start == last.Start && span.End < last.End)
            {
                kept[^1] = span;
                // 茹建平为右侧肋骨骨折.
                var rest = span.End;
                while (rest < last.End - 2 && text[rest] is '为' or '系' or '患' or '有') rest++;
                kept.Add(last with { Start = rest, Length = last.End - rest });
                continue;
            }

            if (span.End <= last.End) continue;
            // Partly over each other: the surer or longer one stands, the other keeps its rest.
            if (span.Certain && !last.Certain && span.Start > last.Start) kept[^1] = last with { Length = span.Start - last.Start };
            else if (span.Kind == PersonalDataKind.PersonName && !span.Certain) continue;
            else if (last.Certain || last.Length >= span.Length || span.Start == last.Start)
            {
                kept.Add(span with { Start = last.End, Length = span.End - last.End });
                continue;
            }
            else kept[^1] = last with { Length = span.Start - last.Start };

            kept.Add(span);
        }

        return kept;
    }

    /// <summary>By place, the longer one first, then the certain one.</summary>
    private static void Sort(List<RecognizedSpan> found)
    {
        var spans = CollectionsMarshal.AsSpan(found);
        var keys = new ulong[spans.Length];
        var sorted = true;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (ulong)spans[i].Start << 32 | (uint)(int.MaxValue - spans[i].Length) << 1 | (spans[i].Certain ? 0u : 1u);
            sorted &= i == 0 || keys[i - 1] <= keys[i];
        }

        if (!sorted) keys.AsSpan().Sort(spans);
    }

    private static byte[] Classify()
    {
        var table = new byte[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (Chars.IsDigit((char)c)) table[c] = Digit;
            else if (Chars.IsLetter((char)c)) table[c] = Letter;
            else if (Chars.IsMiddleDot((char)c)) table[c] = Dot;
        }

        table['@'] = table['＠'] = At;
        foreach (var c in PlateRecognizer.Provinces) table[c] = PlateHead;
        foreach (var c in AddressRecognizer.Suffixes) table[c] = HomeSuffix;
        foreach (var c in "一幺壹二贰三叁四肆五伍六陆七柒八捌") table[c] = Numeral;
        table[':'] = table['：'] = Colon;
        table['（'] = table['('] = table['，'] = table[','] = Aside;
        for (var c = '\u3400'; c <= '\u9fff'; c++)
        {
            if (Lexicon.Names.IsFamily(c)) table[c] |= Family;
            if (NameParser.IsForeign(c)) table[c] |= Foreign;
        }

        foreach (var c in NameParts.FirstCharacters) table[c] |= Foreign;
        foreach (var c in Lexicon.CompoundSurnames.FirstCharacters) table[c] |= Family;
        foreach (var c in AddressRecognizer.HomeCues.FirstCharacters) table[c] |= HomeCue;
        WordList[] lists = [AddressRecognizer.HomeCues, HealthRecognizer.Triggers, ContactRecognizer.WeChat, ContactRecognizer.QQ];
        foreach (var word in lists.SelectMany(l => l.Words))
        {
            if (word.Length == 1) Single[word[0]] = true;
            else
            {
                var bit = PairBit(word[0], word[1]);
                Pairs[bit >> 6] |= 1UL << bit;
            }
        }

        foreach (var c in "〇零一二三四五六七八九十百") Single[c] = true;
        foreach (var c in HealthRecognizer.Triggers.FirstCharacters.Concat(ContactRecognizer.WeChat.FirstCharacters).Concat(ContactRecognizer.QQ.FirstCharacters).Concat("一二"))
            if (!Chars.IsAlnum(c)) table[c] |= HealthCue;
        return table;
    }
}
