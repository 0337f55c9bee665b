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
        return DottedName.Length(text, 0) == text.Length
            || NameModel.WeighWhole(text) + NamePlace.LabelWorth > 0
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
