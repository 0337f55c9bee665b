namespace CreditKit.Recognition;

/// <summary>
/// Weighs a reading as a name that is made of parts (Tibetan, Uyghur, Kazakh, Mongolian, Yi …) as <see cref="NameModel"/> weighs
/// Han names: what the parts say, what stands around, and that towns, pastures and rivers are named of the same syllables.
/// </summary>
internal static class TransliteratedName
{
    /// <summary>Cost of "here stands such a name" before anything is known, in thirds of a nat.</summary>
    private const int Prior = 14;

    /// <summary>A word of the text goes over an edge of the name.</summary>
    private const int Cut = 14;

    private static readonly CharacterSet PlaceEnd = new("村乡镇路街巷河湖寺沟山旗盟州县市区滩泉岛海屯寨");
    private static readonly CharacterSet NotPlace = new("长过上遇由里民委干主务支");
    private static readonly CharacterSet Verb = Lexicon.CueCharacters("nameVerb");
    private static readonly WordList NotBehind = Lexicon.Cue("notBehindPart");
    private static readonly WordList Place = Lexicon.Cue("namedPlace");

    /// <summary>The best name that begins at <paramref name="at"/>; above 0 it is taken for a name.</summary>
    public static int Weigh(ReadOnlySpan<char> text, int at, int neighbour, ref NameLattice window, out int length)
    {
        length = 0;
        if (!MayBegin(text, at) || NameParts.IsNot(text, at)) return NamePlace.Never;
        var run = 1;
        while (run < NameChain.Longest && at + run < text.Length && Chars.IsHan(text[at + run])) run++;
        NameChain chain = default;
        chain.Read(text.Slice(at, run), IsFamily(text, at));
        if (chain.Length < 2 || NamePlace.Cues.MatchBefore(text, at + 1) > 1 && !NamePlace.IsCued(text, at)) return NamePlace.Never;
        window.Cover(at);
        var left = NamePlace.Left(text, at, neighbour, window, out var cued);
        if (left <= NamePlace.Never) return left;
        // “今天的牛是扎西赶来的，…”: what somebody said is no brand.
        if (left == NamePlace.InQuote && Chars.IsHan(text[at - 1]) && !NamePlace.QuoteEnds(text, at)) left = NamePlace.StandsBefore(text, at) ? 7 : 0;
        if (!cued && at > 0 && !NamePlace.StandsBefore(text, at) && (Lexicon.IsWord(text, at - 1, 2) || NameParser.IsForeign(text[at - 1]) && window.WordBefore(at, out _) == 1)) left -= Cut;
        // 兹证明|丹增罗布, 侄子|艾力江: the first character ends the word before.
        if (!NameParts.Begins(text, at) && (at > 0 && Lexicon.IsWord(text, at - 1, 2) || HidesCue(text, at))) return NamePlace.Never;
        if (RunsIntoDot(text, at)) return NamePlace.Never;
        if (!cued && Lexicon.IsWithin(text, at) || HealthRecognizer.Diseases.MatchAt(text, at) > 0) return NamePlace.Never;
        var best = 0;
        for (var n = 2; n <= chain.Length; n++)
        {
            var said = chain.Weight(n) - Prior + left;
            if (said + NamePlace.Most <= best) continue;
            var behind = Behind(text, at, at + n, cued, ref window);
            // Syllables alone are of brands and places, too: both sides must speak for somebody.
            if (said + behind <= best || !chain.IsKnown(n) && !cued && (left < 4 || behind < 5)) continue;
            var score = said + behind;
            (best, length) = (score, n);
        }

        if (length > 0 && !cued && at + length < text.Length && text[at + length] is ('、' or '等') && NamePlace.IsListOfThings(text, at + length)) return NamePlace.Never;
        if (length == 0 || IsPlace(text, at, at + length) || !cued && Lexicon.IsInPlace(text, at, at + length)) return NamePlace.Never;
        return best;
    }

    /// <summary>Whether a part begins here, or behind one character that may belong to it.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (NameParts.Begins(text, at) || NameParts.IsTibetan(text, at)
            || at + 2 < text.Length && (NameParts.Begins(text, at + 1) && (NameParts.IsSyllable(text[at]) || Lexicon.Names.IsFamily(text[at])) || NameParts.IsPair(text[at], text[at + 1]) && NameParts.IsPair(text[at + 1], text[at + 2])
                || NameParts.Begins(text, at + 2) && NameParser.IsForeign(text[at]) && NameParser.IsForeign(text[at + 1])));

    /// <summary>白音宝力格嘎查, 敖勒召其镇, 塔格拉克路: syllables of names up to the word for a place.</summary>
    public static bool IsPlace(ReadOnlySpan<char> text, int at, int end)
    {
        for (var k = at + 2; k < text.Length && k - end < 5 && Chars.IsHan(text[k]); k++)
        {
            if (Place.MatchAt(text, k) > 0 || k >= end && PlaceEnd[text[k]] && (k + 1 == text.Length || !NotPlace[text[k + 1]])) return true;
            if (k >= end && !NameParser.IsForeign(text[k])) return false;
        }

        return false;
    }

    /// <summary>卓玛|藏餐吧: what bears the names of such people.</summary>
    public static bool IsNamedAfter(ReadOnlySpan<char> text, int end) => NotBehind.MatchAt(text, end) > 0;

    /// <summary>其子|扎西东周: what stands before the first part is a cue.</summary>
    private static bool HidesCue(ReadOnlySpan<char> text, int at)
    {
        for (var k = at + 1; k < at + 3; k++) if (NameParts.Begins(text, k)) return NamePlace.Cues.MatchBefore(text, k) > 1;
        return false;
    }

    /// <summary>帕提古丽·艾合买提: a name with dots is read from its dot.</summary>
    public static bool RunsIntoDot(ReadOnlySpan<char> text, int at)
    {
        var k = at + 1;
        while (k < text.Length && k - at < 8 && NameParser.IsForeign(text[k])) k++;
        return k + 1 < text.Length && Chars.IsMiddleDot(text[k]) && Chars.IsHan(text[k + 1]);
    }

    /// <summary>Whether a Han family name may stand before a transliterated given name.</summary>
    private static bool IsFamily(ReadOnlySpan<char> text, int at) =>
        Lexicon.Names.Family(text[at]) < 26 && !"于向应代对将同成未买和由".Contains(text[at]) && !Lexicon.IsWord(text, at, 2)
        && !(at > 0 && (Chars.IsHan(text[at - 1]) && text[at - 1] != '的' && !NamePlace.StandsBefore(text, at) || Lexicon.IsWord(text, at - 1, 2)));

    private static int Behind(ReadOnlySpan<char> text, int at, int end, bool cued, ref NameLattice window)
    {
        var score = NamePlace.Following(text, at, end, cued, ref window);
        if (IsNamedAfter(text, end)) return NamePlace.Never;
        // 达瓦、格桑曲珍夫妻: another such name goes on the list.
        if (end + 2 < text.Length && text[end] is '、' && NameParts.Begins(text, end + 1) && NameParts.IsKnown(text, end + 1)) score += 8;
        if (score <= NamePlace.Never && !cued || end >= text.Length || !Chars.IsHan(text[end])) return score;
        if (NamePlace.StandsBehind(text, end)) return score;
        // 报警人张塔娜记下车牌: a verb, though firms are called so.
        if (cued && window.WordAt(end, out var kind) > 1 && kind == WordClass.Verb) score = Math.Max(score, 5);
        // 到多杰太家时.
        if (text[end] == '家' && (end + 1 == text.Length || !Chars.IsHan(text[end + 1]) || text[end + 1] is '的' or '里' or '中' or '时' or '门')) return Math.Max(score, 5);
        // 达瓦|骑马: a verb, though the dictionary has the two as a noun.
        if (Verb[text[end]]) score = Math.Max(score, 4);
        if (Lexicon.IsWord(text, end - 1, 2) || Lexicon.IsWord(text, end - 1, 3) || Lexicon.IsWord(text, end - 2, 4)) score -= Cut;
        // 阿旺群|培: the name goes on.
        return NameParts.IsSyllable(text[end]) && Lexicon.Words.SingleCost(text[end]) > 25 ? score - (NameParts.IsPair(text[end - 1], text[end]) ? 8 : 4) : score;
    }
}
