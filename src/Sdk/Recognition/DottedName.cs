namespace CreditKit.Recognition;

/// <summary>Names whose parts are joined by dots (阿不都·热合曼, 叶卡捷琳娜·索罗金娜), read backwards and forwards from the first dot.</summary>
internal static class DottedName
{
    /// <summary>Characters of the longest part.</summary>
    private const int Longest = 8;

    private static readonly CharacterSet Behind = Lexicon.CueCharacters("nameBehind");
    private static readonly CharacterSet Verb = Lexicon.CueCharacters("nameVerb");
    private static readonly WordList Follow = Lexicon.Cue("nameFollow");

    /// <summary>Reads the name around its first dot; its end, or 0.</summary>
    public static int Read(ReadOnlySpan<char> text, int dot, List<RecognizedSpan> found)
    {
        var far = dot;
        while (far > 0 && dot - far < Longest && Chars.IsHan(text[far - 1]) && !IsStop(text[far - 1]) && NamePlace.Cues.MatchBefore(text, far) == 0) far--;
        // The chain is read once, from its first dot: a text of nothing but dots costs linear time.
        if (far == dot || (far > 0 && Chars.IsMiddleDot(text[far - 1]))) return 0;
        var cued = far == 0 || !Chars.IsHan(text[far - 1]) || IsStop(text[far - 1]) || NamePlace.Cues.MatchBefore(text, far) > 0;
        var start = Start(text, far, dot, ref cued);
        var length = Length(text, start);
        if (start + length <= dot) return 0;
        var name = text.Slice(start, length);
        var known = HasParts(name);
        var foreign = NameParser.IsTransliteration(name);
        if (!cued && !foreign && !known) return 0;
        // “甲维·茚虫威”, 冯特·施莱辛格牌: goods.
        if (!known && (start > 0 && text[start - 1] is '“' or '"' && !foreign || IsBrand(text, start + length))) return 0;
        found.Add(new(start, length, PersonalDataKind.PersonName, false));
        return start + length;
    }

    /// <summary>Prepositions and particles that stand in no transliterated name.</summary>
    private static bool IsStop(char c) => c is '与' or '及' or '由' or '的' or '被' or '给' or '了' or '把' or '将' or '对' or '是' or '在' or '叫' or '据' or '从' or '请' or '问' or '跟';

    private static int Start(ReadOnlySpan<char> text, int far, int dot, ref bool cued)
    {
        // 我叫|努尔兰·哈力, 昨天下午|弗拉基米尔·别洛夫: where known parts begin that end at the dot.
        for (var k = far; k < dot - 1; k++)
        {
            NameChain chain = default;
            if (!NameParts.Begins(text, k)) continue;
            chain.Read(text[k..dot], mixed: false);
            if (chain.Length == dot - k && chain.IsKnown(chain.Length) && chain.Weight(chain.Length) > 8) return k;
        }

        if (cued && (NameParser.IsTransliteration(text[far..dot]) || dot - far < 6 && !Lexicon.IsWord(text, far, 2))) return Math.Max(far, Preposition(text, far, dot));
        // As far back as the characters are those of transliterations, and one more that no word claims: 下午|雪克来提.
        var start = dot - 1;
        while (start > far && (NameParts.IsSyllable(text[start - 1]) || NameParts.IsPair(text[start - 1], text[start])) && !(start - 1 > far && Lexicon.IsWord(text, start - 2, 2))) start--;
        if (start > far && !Lexicon.IsWord(text, start - 2, 2) && (start - 1 == far || Lexicon.IsWord(text, start - 3, 2)) && !NamePlace.StandsBefore(text, start)) start--;
        cued = start == far && cued || NamePlace.Cues.MatchBefore(text, start) > 0;
        start = Math.Max(start, Preposition(text, start, dot));
        // 对艾山·卡德尔的棉田: the preposition stands before.
        return dot - start > 1 && !NameParser.IsForeign(text[start]) && NamePlace.StandsBefore(text, start + 1) ? start + 1 : start;
    }

    /// <summary>询问时由|麦麦提·艾山翻译: behind the last preposition that no foreign name has; 0 when there is none.</summary>
    private static int Preposition(ReadOnlySpan<char> text, int start, int dot)
    {
        for (var k = dot - 3; k > start; k--)
            if (text[k] is '向' or '有' && NameParser.IsTransliteration(text[(k + 1)..dot])) return k + 1;
        return 0;
    }

    /// <summary>阿不都·热合曼: parts of Han characters joined by dots; 0 when there is no dot within reach.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
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

        if (PartsLength(text, from, end, known: true) is > 0 and var parts) return parts;
        if (PartsLength(text, from, end, known: false) is > 0 and var syllables) return syllables;
        var i = from;
        while (i < end)
        {
            if (NameParser.PartLength(text, i) is > 1 and var part && i + part <= end) i += part;
            else if (i == from || NameParser.IsForeign(text[i]) && Follow.MatchAt(text, i) == 0) i++;
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
            if (PartsLength(name, at, end, known: true) == end - at) return true;
        }

        return false;
    }

    /// <summary>Whether at most four more syllables stand before the word for a brand.</summary>
    public static bool IsBrand(ReadOnlySpan<char> text, int end)
    {
        var k = end;
        while (k < text.Length && k - end < 4 && Chars.IsHan(text[k]) && text[k] != '牌') k++;
        return k < text.Length && text[k] == '牌' && !(k + 1 < text.Length && text[k + 1] is '照' or '号' or '位');
    }

    /// <summary>萨特巴耶夫|驾驶, 哈布丁，: known parts, or syllables, up to a word of the text around; 0 when there are none.</summary>
    private static int PartsLength(ReadOnlySpan<char> text, int from, int end, bool known)
    {
        NameChain chain = default;
        chain.Read(text[from..end], mixed: false, free: true);
        int best = known ? 4 : -12, length = 0;
        for (var n = 2; n <= chain.Length; n++)
        {
            var at = from + n;
            var score = chain.Weight(n) + (at == end ? 8 : NamePlace.StandsBehind(text, at) || Verb[text[at]] || text[at] == '家' || Lexicon.IsWord(text, at, 2) ? 6 : -6) - (at < end && !NamePlace.StandsBehind(text, at) && Lexicon.IsWord(text, at - 1, 2) ? 10 : 0) - (at < end && chain.IsLoose(n) ? 6 : 0);
            if (known && !chain.IsKnown(n) || score <= best) continue;
            (best, length) = (score, n);
        }

        return length;
    }
}
