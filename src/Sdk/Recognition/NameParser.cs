namespace CreditKit.Recognition;

/// <summary>How much a place promises a name.</summary>
internal enum NamePromise
{
    /// <summary>A word such as 由 or 向 stands before.</summary>
    Context,

    /// <summary>A character such as 员 or 者 stands before, which ends many words for persons; or a bracket opens.</summary>
    Suffix,

    /// <summary>A cue word such as 经营者 stands directly before.</summary>
    Cue,

    /// <summary>A label with a colon stands before: 姓名：.</summary>
    Label,
}

/// <summary>Decides how long a name is that may begin at a place: family name, characters of given names, and what follows.</summary>
internal static class NameParser
{
    private static readonly bool[] Stop = Lexicon.CueCharacters("nameStop");
    private static readonly bool[] SoftStop = Lexicon.CueCharacters("nameSoftStop");
    private static readonly bool[] FunctionSurname = Lexicon.CueCharacters("functionSurname");
    private static readonly bool[] HardFunction = Lexicon.CueCharacters("hardFunction");
    private static readonly bool[] CommonSurname = Lexicon.CueCharacters("commonSurname");
    private static readonly bool[] Transliteration = Lexicon.CueCharacters("transliteration");
    private static readonly WordList Follow = Lexicon.Cue("nameFollow");
    private static readonly WordList NotName = Lexicon.Cue("notName");
    private static readonly WordList Organization = Lexicon.Cue("organization");

    /// <summary>Length of the name at <paramref name="at"/>; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text, int at, NamePromise promise)
    {
        if (at >= text.Length || !Chars.IsHan(text[at])) return 0;
        // 当事人申请，… and 投诉人银行卡…: a word of office language, whatever stands before it.
        if (NotName.MatchAt(text, at) > 0) return 0;
        var dotted = DottedLength(text, at);
        if (dotted > 0) return promise >= NamePromise.Cue || IsTransliteration(text.Slice(at, dotted)) ? dotted : 0;
        if (Lexicon.Divisions.MatchAt(text, at) > 0 && !(promise == NamePromise.Label && IsEnd(text, at + Lexicon.Divisions.MatchAt(text, at)))) return 0;

        var length = ByScore(text, at, promise);
        if (length == 0 && promise == NamePromise.Label) length = LabelledLength(text, at);
        if (length == 0 && promise == NamePromise.Cue) length = ForeignLength(text, at);
        return length > 0 && IsOrganization(text, at, length) ? 0 : length;
    }

    private static int ByScore(ReadOnlySpan<char> text, int at, NamePromise promise)
    {
        var family = Lexicon.CompoundSurnames.MatchAt(text, at);
        if (family > 0 && at + family < text.Length && IsGiven(text, at + family))
        {
            var longer = IsGiven(text, at + family + 1) && !Follow.MatchesAt(text, at + family + 1) ? Follows(text, at + family + 2) + 0.5 : -1;
            var shorter = Follows(text, at + family + 1);
            if (promise == NamePromise.Context && !EndsInContext(text, at, family + (longer >= shorter ? 2 : 1))) return 0;
            return longer >= shorter ? family + 2 : family + 1;
        }

        if (!Lexicon.IsSurname(text[at]) || at + 1 >= text.Length || (HardFunction[text[at]] && promise != NamePromise.Label)) return 0;
        var rare = FunctionSurname[text[at]] || !CommonSurname[text[at]];
        if (rare && promise < NamePromise.Cue) return 0;
        if (NameRecognizer.Cues.MatchAt(text, at) > 1) return 0;
        if (promise != NamePromise.Label && Lexicon.Divisions.MatchAt(text, at + 1) > 2) return 0;
        var word = Lexicon.IsWord(text, at, 2);
        var threshold = promise switch { NamePromise.Label => 0.9, NamePromise.Cue => rare ? 2.0 : 1.4, NamePromise.Suffix => 2.2, _ => 1.8 };
        if (!IsGiven(text, at + 1)) return 0;
        var one = OneGiven(text, at, promise, word, rare);
        var two = IsGiven(text, at + 2) && !Lexicon.IsWord(text, at, 3) ? TwoGiven(text, at, promise, word, rare) : -1;
        var length = Math.Max(one, two) < threshold ? 0 : two >= one ? 3 : 2;
        return length > 0 && promise == NamePromise.Suffix && !IsGood(text, at, length) ? 0 : length;
    }

    private static double OneGiven(ReadOnlySpan<char> text, int at, NamePromise promise, bool word, bool rare)
    {
        if (promise == NamePromise.Context && !EndsInContext(text, at, 2)) return -1;
        var score = Follows(text, at + 2) + 0.2 + Weight(text[at + 1]);
        if (!word) return score;
        // A word of two characters is a name only behind a label, or before what only a person does.
        if (promise < NamePromise.Label && !Follow.MatchesAt(text, at + 2)) return -1;
        return score - (promise == NamePromise.Label && IsEnd(text, at + 2) ? 0.2 : rare || promise < NamePromise.Cue ? 9 : 0.8);
    }

    private static double TwoGiven(ReadOnlySpan<char> text, int at, NamePromise promise, bool word, bool rare)
    {
        if (promise == NamePromise.Context && !EndsInContext(text, at, 3)) return -1;
        var score = Follows(text, at + 3) + 0.6 + Weight(text[at + 1]) + Weight(text[at + 2]) - (word ? rare ? 1.6 : 0.3 : 0);
        if (SoftStop[text[at + 2]]) score -= 0.7;
        // The third character begins the next word: 张伟|通过, not 张伟通|过.
        if (Follow.MatchesAt(text, at + 2)) score -= 1.2;
        else if (Lexicon.IsWord(text, at + 2, 2)) score -= 0.5;
        if (Lexicon.IsWord(text, at + 1, 2) && Weight(text[at + 2]) < 0.4) score -= 0.5;
        return score;
    }

    /// <summary>Without a cue the words behind must speak of a person; or the clause ends behind what is plainly a name.</summary>
    private static bool EndsInContext(ReadOnlySpan<char> text, int at, int length)
    {
        var end = at + length;
        if (Follow.MatchesAt(text, end)) return true;
        if (end < text.Length && text[end] is '和' or '与' or '、' or '及' && Length(text, end + 1, NamePromise.Context) > 0) return true;
        return IsEnd(text, end) && at > 0 && "给向由至系把".Contains(text[at - 1]) && IsGood(text, at, length);
    }

    /// <summary>A common family name with characters of given names, no word, and a clear end.</summary>
    public static bool IsGood(ReadOnlySpan<char> text, int at, int length)
    {
        if (Lexicon.CompoundSurnames.MatchAt(text, at) is > 0 and var family && family < length) return true;
        if (!CommonSurname[text[at]] || Lexicon.IsWord(text, at, 2) || Follows(text, at + length) < 1.6) return false;
        if (length == 2) return Weight(text[at + 1]) >= 0.4;
        var given = Weight(text[at + 1]) + Weight(text[at + 2]);
        return given >= (Lexicon.IsWord(text, at + 1, 2) ? 1.2 : 0.8);
    }

    /// <summary>How well a name may end before <paramref name="at"/>.</summary>
    private static double Follows(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !Chars.IsHan(text[at])) return at < text.Length && Chars.IsMiddleDot(text[at]) ? 0 : 2;
        if (Follow.MatchesAt(text, at)) return 1.8;
        if (Stop[text[at]]) return SoftStop[text[at]] ? 1.3 : 1.6;
        return Lexicon.IsWord(text, at, 2) ? 1 : 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int at) => at >= text.Length || !Chars.IsHan(text[at]);

    private static bool IsGiven(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return false;
        var c = text[at];
        if (!Chars.IsHan(c) || (Stop[c] && !SoftStop[c]) || c == '某') return false;
        if (c == '于' && at + 1 < text.Length && Chars.IsDigit(text[at + 1])) return false;
        // 萧亚男未… is a name, 萧亚男，… may state the sex.
        if (c is '男' or '女' && at + 2 < text.Length && text[at + 1] is '，' or '（' && text[at + 2] is '男' or '女') return true;
        return c is not ('男' or '女') || (at + 1 < text.Length && Chars.IsHan(text[at + 1]) && text[at + 1] is not ('汉' or '性' or '族' or '士'));
    }

    private static double Weight(char c) => Lexicon.GivenNameWeight(c) / 10.0;

    /// <summary>After a label, two to five characters up to punctuation are a name, whatever they look like (扎西次仁).</summary>
    private static int LabelledLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Chars.IsHan(text[end]) && end - at <= 7) end++;
        var length = end - at;
        if (length is < 2 or > 7 || text.Slice(at, length).Contains('某')) return 0;
        if (length <= 4 && Lexicon.IsSurname(text[at]) && !Lexicon.IsWord(text, at, 2)) return length <= 3 ? length : 0;
        return IsTransliteration(text.Slice(at, length)) ? length : 0;
    }

    /// <summary>A name of transliterated characters without a dot (巴特尔, 阿依古丽).</summary>
    private static int ForeignLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 6 && Transliteration[text[end]]) end++;
        return end - at >= 3 && (IsEnd(text, end) || Stop[text[end]] || Follow.MatchesAt(text, end)) ? end - at : 0;
    }

    /// <summary>阿不都·热合曼: parts of Han characters joined by dots; 0 when there is no dot within reach.</summary>
    private static int DottedLength(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var dots = 0;
        while (true)
        {
            var part = i;
            while (i < text.Length && Chars.IsHan(text[i]) && i - part < 8) i++;
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

    /// <summary>Where the last part of a dotted name ends: at a stop character, a word, or the first foreign character.</summary>
    private static int LastPart(ReadOnlySpan<char> text, int from, int end)
    {
        var i = from + 1;
        while (i < end && Transliteration[text[i]] && !Follow.MatchesAt(text, i) ) i++;
        return Math.Max(i, Math.Min(from + 1, end)) - from;
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

    /// <summary>王强建材有限公司: the letters run on into the word for an organisation.</summary>
    private static bool IsOrganization(ReadOnlySpan<char> text, int at, int length)
    {
        var limit = Math.Min(text.Length, at + length + 16);
        for (var i = at + length; i < limit && (Chars.IsHan(text[i]) || Chars.IsAlnum(text[i]) || text[i] is '（' or '）'); i++)
        {
            if (Organization.MatchAt(text, i) is > 0 and var word && (word > 1 || i + 1 == text.Length || !"主员长内里区工".Contains(text[i + 1]))) return true;
            if (Follow.MatchesAt(text, i) || (Stop[text[i]] && !SoftStop[text[i]] && !"商品食药企业营家产级自三".Contains(text[i]))) return false;
        }

        return false;
    }

    private static bool MatchesAt(this WordList words, ReadOnlySpan<char> text, int at) => words.MatchAt(text, at) > 0;
}
