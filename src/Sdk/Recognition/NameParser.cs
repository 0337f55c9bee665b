namespace CreditKit.Recognition;

/// <summary>How much a place promises a name.</summary>
internal enum NamePromise
{
    /// <summary>A word such as 由 or 向 stands before.</summary>
    Context,

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
    private static readonly bool[] Transliteration = Lexicon.CueCharacters("transliteration");
    private static readonly WordList Follow = Lexicon.Cue("nameFollow");
    private static readonly WordList Organization = Lexicon.Cue("organization");

    /// <summary>Length of the name at <paramref name="at"/>; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text, int at, NamePromise promise)
    {
        if (at >= text.Length || !Chars.IsHan(text[at])) return 0;
        var dotted = DottedLength(text, at);
        if (dotted > 0) return promise > NamePromise.Context || IsTransliteration(text.Slice(at, dotted)) ? dotted : 0;
        if (Lexicon.Divisions.MatchAt(text, at) > 0 && !(promise == NamePromise.Label && IsEnd(text, at + Lexicon.Divisions.MatchAt(text, at)))) return 0;

        var length = ByScore(text, at, promise);
        if (length == 0 && promise == NamePromise.Label) length = LabelledLength(text, at);
        if (length == 0 && promise == NamePromise.Cue) length = ForeignLength(text, at);
        return length > 0 && IsOrganization(text, at, length) ? 0 : length;
    }

    private static int ByScore(ReadOnlySpan<char> text, int at, NamePromise promise)
    {
        var family = Lexicon.CompoundSurnames.MatchAt(text, at);
        if (family > 0 && at + family < text.Length && IsGiven(text[at + family]))
        {
            var two = family + 2 <= text.Length - at && IsGiven(text[at + family + 1]) ? Follows(text, at + family + 2) + 0.5 : -1;
            var one = Follows(text, at + family + 1);
            return two >= one ? family + 2 : family + 1;
        }

        if (!Lexicon.IsSurname(text[at]) || at + 1 >= text.Length) return 0;
        var function = FunctionSurname[text[at]];
        if (function && promise == NamePromise.Context) return 0;
        var word = Lexicon.IsWord(text, at, 2);
        var best = 0;
        var score = promise switch { NamePromise.Label => 0.9, NamePromise.Cue => function ? 2.4 : 1.5, _ => 2.2 };
        if (IsGiven(text[at + 1]))
        {
            var one = Follows(text, at + 2) + 0.2 + Weight(text[at + 1]) - (word ? promise == NamePromise.Label && IsEnd(text, at + 2) ? 0.2 : function ? 9 : 1.2 : 0);
            if (promise == NamePromise.Context && !Follow.MatchesAt(text, at + 2)) one = -1;
            if (one >= score) (best, score) = (2, one);
            if (at + 2 < text.Length && IsGiven(text[at + 2]) && !Lexicon.IsWord(text, at, 3))
            {
                var two = Follows(text, at + 3) + 0.6 + Weight(text[at + 1]) + Weight(text[at + 2]) - (word ? function ? 1.6 : 0.3 : 0);
                if (SoftStop[text[at + 2]]) two -= 0.7;
                if (Lexicon.IsWord(text, at + 1, 2) && Weight(text[at + 2]) < 0.4) two -= 0.5;
                if (promise == NamePromise.Context && !Follow.MatchesAt(text, at + 3)) two = -1;
                if (two >= score) best = 3;
            }
        }

        return best;
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

    private static bool IsGiven(char c) => Chars.IsHan(c) && (!Stop[c] || SoftStop[c]) && c != '某';

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
        while (i < end && Transliteration[text[i]] && !Follow.MatchesAt(text, i) && !(Stop[text[i]] && !SoftStop[text[i]] && i > from + 1)) i++;
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
            if (Organization.MatchAt(text, i) > 0) return true;
            if (Follow.MatchesAt(text, i) || (Stop[text[i]] && !SoftStop[text[i]] && !"商品食药企业营家产级自三".Contains(text[i]))) return false;
        }

        return false;
    }

    private static bool MatchesAt(this WordList words, ReadOnlySpan<char> text, int at) => words.MatchAt(text, at) > 0;
}
