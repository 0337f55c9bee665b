namespace CreditKit.Recognition;

/// <summary>Names that no family name begins, or that a label promises: transliterated ones, with and without dots.</summary>
internal static class NameParser
{
    private static readonly CharacterSet Behind = Lexicon.CueCharacters("nameBehind");
    private static readonly CharacterSet Verb = Lexicon.CueCharacters("nameVerb");
    private static readonly CharacterSet Transliteration = Lexicon.CueCharacters("transliteration");
    private static readonly WordList Follow = Lexicon.Cue("nameFollow");
    private static readonly WordList Part = Lexicon.Cue("foreignPart");
    private static readonly CharacterSet PartHead = new(Part.FirstCharacters);
    private static readonly WordList NotName = Lexicon.Cue("notName");

    /// <summary>Whether the whole text reads like the name of a person.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var window = new NameLattice(text);
        return DottedLength(text, 0) == text.Length
            || (NameModel.Weigh(text, 0, -1, ref window, out var length, out _) + NamePlace.LabelWorth > 0 && length == text.Length)
            || LabelledLength(text, 0) == text.Length;
    }

    /// <summary>Length of the part of transliterated names that begins at <paramref name="at"/>; 0 when none does.</summary>
    public static int PartLength(ReadOnlySpan<char> text, int at) => at < text.Length && PartHead[text[at]] ? Part.MatchAt(text, at) : 0;

    /// <summary>Whether the character may begin a transliterated name.</summary>
    public static bool IsForeign(char c) => Transliteration[c];

    /// <summary>After a label, two to seven characters up to punctuation are a name when they are transliterated (扎西次仁) or begin like one.</summary>
    public static int LabelledLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Chars.IsHan(text[end]) && end - at <= 7) end++;
        var length = end - at;
        if (length is < 2 or > 7 || text.Slice(at, length).Contains('某') || NotName.MatchAt(text, at) > 0) return 0;
        if (NameModel.IsRanked(text, at, end)) return 0;
        if (length <= 3 && Lexicon.Names.IsFamily(text[at]) && !Lexicon.IsWord(text, at, length) && !Lexicon.IsWord(text, at, 2)) return length;
        return IsTransliteration(text.Slice(at, length)) && !Lexicon.IsWord(text, at, length) ? length : 0;
    }

    /// <summary>A name of transliterated characters without a dot (巴特尔, 阿依古丽).</summary>
    public static int ForeignLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        bool parted = false, any = false;
        while (end < text.Length && end - at < 7)
        {
            // 强巴和次珍: two persons.
            if (any && text[end] is '和' && parted && PartLength(text, end + 1) > 1) break;
            // 才让当周, 乌云其木格: a part counts as a whole, though its characters stand in other words.
            if (PartHead[text[end]] && Part.MatchAt(text, end) is > 1 and var part && end - at + part < 8) (end, parted, any) = (end + part, true, true);
            else if (end - at < 6 && Transliteration[text[end]] && !(end - at >= 3 && (Follow.MatchAt(text, end) > 0 || any && Behind[text[end]] || parted && Lexicon.IsWord(text, end, 2)))) (end, parted) = (end + 1, false);
            // 拉毛草, 桑吉措: what ends women's names.
            else if (parted && text[end] == '草') end++;
            else break;
        }

        // 前夫|米强|多次: a Han name and a word.
        if (!any && end - at == 4 && Lexicon.Names.IsFamily(text[at]) && Lexicon.IsWord(text, at + 2, 2)) return 0;
        if (end - at < 3 || !any && end - at == 4 && Lexicon.IsWord(text, at, 2) && Lexicon.IsWord(text, at + 2, 2) || end - at < 4 && !any && Lexicon.IsWord(text, at, 2) || Lexicon.IsWord(text, at, Math.Min(4, end - at))) return 0;
        // 运动员乌云其木格样本…: whole parts need no word behind them.
        if (parted && end - at > 3) return end - at;
        return end >= text.Length || !Chars.IsHan(text[end]) || Behind[text[end]] || text[end] is '说' or '问' || Follow.MatchAt(text, end) > 0 || Lexicon.Words.TryPair(text[end], end + 1 < text.Length ? text[end + 1] : ' ', out _, out var kind, out _) && kind == WordClass.Verb ? end - at : 0;
    }

    /// <summary>阿不都·热合曼: parts of Han characters joined by dots; 0 when there is no dot within reach.</summary>
    public static int DottedLength(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var dots = 0;
        while (true)
        {
            var part = i;
            while (i < text.Length && Chars.IsHan(text[i]) && i - part < 8 && !(dots > 0 && text[i] is '与' or '及')) i++;
            var length = i - part;
            if (dots == 0)
            {
                if (length is 0 or > 7 || i + 1 >= text.Length || !Chars.IsMiddleDot(text[i]) || !Chars.IsHan(text[i + 1])) return 0;
            }
            else if (i >= text.Length || !Chars.IsMiddleDot(text[i]) || i + 1 >= text.Length || !Chars.IsHan(text[i + 1]))
            {
                return part - at + LastPart(text, part, i);
            }

            dots++;
            i++;
        }
    }

    /// <summary>Where the last part of a dotted name ends: at a word of the text around or the first foreign character.</summary>
    private static int LastPart(ReadOnlySpan<char> text, int from, int end)
    {
        // 詹姆斯·奥康纳，: what runs to a stop without a word of the text around.
        if (end - from is > 1 and < 6)
        {
            var own = true;
            for (var k = from + 1; k < end && own; k++) own = !Behind[text[k]] && !Verb[text[k]] && Follow.MatchAt(text, k) == 0 && !(k + 2 <= end && k > from + 1 && Lexicon.IsWord(text, k, 2));
            if (own && !Lexicon.IsWord(text, end - 2, 2)) return end - from;
        }

        if (PartsLength(text, from, end) is > 0 and var parts) return parts;
        var i = from;
        while (i < end)
        {
            if (Part.MatchAt(text, i) is > 1 and var part && i + part <= end) i += part;
            else if (i == from || Transliteration[text[i]] && Follow.MatchAt(text, i) == 0) i++;
            else break;
        }

        // 艾山·玉山担任翻译: hardly a part has one character.
        if (i == from + 1 && i < end && !Behind[text[i]] && !Verb[text[i]] && Follow.MatchAt(text, i) == 0) i++;
        return Math.Max(i, Math.Min(from + 1, end)) - from;
    }

    /// <summary>Whether the dotted name has parts that are known, from its first character on or behind a dot.</summary>
    public static bool HasParts(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && !Chars.IsMiddleDot(name[at - 1])) continue;
            var end = at;
            while (end < name.Length && Chars.IsHan(name[end])) end++;
            if (PartsLength(name, at, end) == end - at) return true;
        }

        return false;
    }

    /// <summary>我叫|努尔兰·哈力, 在|阿卜杜拉·麦麦提: where known parts begin that end at the dot; <paramref name="start"/> when there are none.</summary>
    public static int FirstStart(ReadOnlySpan<char> text, int start, int dot)
    {
        for (var k = start; k < dot - 1; k++)
        {
            NameChain chain = default;
            if (!NameParts.Begins(text, k)) continue;
            chain.Read(text[k..dot], false);
            if (chain.Length == dot - k && chain.IsKnown(chain.Length) && chain.Weight(chain.Length) > 8) return k;
        }

        return start;
    }

    /// <summary>Whether at most four more syllables stand before the word for a brand.</summary>
    public static bool IsBrand(ReadOnlySpan<char> text, int end)
    {
        var k = end;
        while (k < text.Length && k - end < 4 && Chars.IsHan(text[k]) && text[k] != '牌') k++;
        return k < text.Length && text[k] == '牌' && !(k + 1 < text.Length && text[k + 1] is '照' or '号' or '位');
    }

    /// <summary>萨特巴耶夫|驾驶, 哈布丁，: known parts up to a word of the text around; 0 when there are none.</summary>
    private static int PartsLength(ReadOnlySpan<char> text, int from, int end)
    {
        NameChain chain = default;
        chain.Read(text[from..end], false);
        int best = 4, length = 0;
        for (var n = 2; n <= chain.Length; n++)
        {
            var at = from + n;
            var score = chain.Weight(n) + (at == end ? 8 : NamePlace.StandsBehind(text, at) || Verb[text[at]] || Lexicon.IsWord(text, at, 2) ? 6 : -6) - (at < end && Lexicon.IsWord(text, at - 1, 2) ? 10 : 0);
            if (!chain.IsKnown(n) || score <= best) continue;
            (best, length) = (score, n);
        }

        return length;
    }

    public static bool IsTransliteration(ReadOnlySpan<char> name)
    {
        var known = 0;
        var all = 0;
        foreach (var c in name)
        {
            if (!Chars.IsHan(c)) continue;
            all++;
            if (Transliteration[c]) known++;
        }

        return known >= 2 && known * 10 >= all * 8;
    }
}
