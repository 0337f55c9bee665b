namespace CreditKit.Recognition;

/// <summary>Finds where an address begins that is met at its house number.</summary>
internal static class AddressStart
{
    /// <summary>An address begins behind these.</summary>
    private static readonly CharacterSet Before = new("在于至到致住往回赴位由（");

    private static readonly WordList Business = Lexicon.Cue("business");

    /// <summary>Where the address before the number that ends at <paramref name="suffix"/> begins; -1 when it is no address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="suffix">Where the number's unit stands.</param>
    /// <param name="low">It begins no earlier.</param>
    /// <param name="seen">The first character that was looked at.</param>
    /// <param name="divided">Whether it begins with a division of the country.</param>
    public static int Backward(ReadOnlySpan<char> text, int suffix, int low, out int seen, out bool divided)
    {
        var i = suffix;
        while (i > low && (Chars.IsHan(text[i - 1]) || Chars.IsAlnum(text[i - 1]) || Chars.IsHyphen(text[i - 1]) || text[i - 1] is '#' or '（' or '）' || Chars.IsMiddleDot(text[i - 1]))) i--;
        seen = i;
        var best = -1;
        var from = i;
        for (var k = i; k < suffix; k++)
        {
            if (Division(text, k) is > 0 and var division)
            {
                if (best < 0) best = k;
                // 从江县, 让胡路区: no break within the name of a division.
                k += division - 1;
                continue;
            }

            if (AddressGrammar.IsBreak(text[k]) && !AddressGrammar.IsWithinName(text, k, suffix) || text[k] is '（' or '）') (best, from) = (-1, k + 1);
            else if (best >= 0) continue;
            else if (Before[text[k]] && !Lexicon.IsWord(text, k, 2)) from = k + 1;
            else if (AddressRecognizer.HomeCues.MatchAt(text, k) is > 1 and var cue) from = k + cue;
            else if (Business.MatchAt(text, k) is > 1 and var site) from = k + site;
        }

        // No division: the words after the last break, cue, verb or place word.
        divided = best >= 0;
        return divided ? best : from < suffix - 1 ? from : -1;
    }

    /// <summary>Length of the division that begins an address there; 新疆 and 江苏 only before the rest of the chain (新疆喀什地区).</summary>
    public static int Division(ReadOnlySpan<char> text, int at)
    {
        var length = Lexicon.Divisions.MatchAt(text, at);
        return length > 2 || length == 2 && Lexicon.Divisions.MatchAt(text, at + 2) > 1 ? length : 0;
    }

    /// <summary>
    /// Where the next thing begins in a list behind a name or number of a person that ends at <paramref name="end"/>: over
    /// separators and over what else says who it is (男, 畲族, 68岁).
    /// </summary>
    public static int BehindPerson(ReadOnlySpan<char> text, int end)
    {
        var at = Separated(text, end);
        for (var turn = 0; turn < 3 && at > end; turn++)
        {
            var word = at;
            while (word < text.Length && word - at < 5 && (Chars.IsHan(text[word]) || Chars.IsDigit(text[word]))) word++;
            if (word == at || word == text.Length || text[word - 1] is not ('男' or '女' or '族' or '岁' or '盲' or '化')) break;
            var next = Separated(text, word);
            if (next == word) break;
            at = next;
        }

        return at;
    }

    private static int Separated(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        if (at < text.Length && text[at] is '生') at++;
        else if (at + 1 < text.Length && text[at] == '出' && text[at + 1] == '生') at += 2;
        var word = at;
        while (at < text.Length && at - word < 3 && !Chars.IsHan(text[at]) && !Chars.IsAlnum(text[at]) && text[at] is not ('。' or '！' or '？')) at++;
        return at == word ? start : at;
    }

    /// <summary>2024年9月16日该小区…: the date is no part of the address.</summary>
    public static int BehindDate(ReadOnlySpan<char> text, int start, int limit)
    {
        for (var i = limit - 1; i > start; i--)
            if (text[i] is '日' or '月' or '年' && Chars.IsDigit(text[i - 1])) return i + 1;
        return start;
    }
}
