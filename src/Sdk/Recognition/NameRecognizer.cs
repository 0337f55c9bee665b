namespace CreditKit.Recognition;

/// <summary>Recognizes names of natural persons: behind cue words, before 先生 or a bracket with 男, and in lists of names.</summary>
internal static class NameRecognizer
{
    public static readonly WordList Cues = Lexicon.Cue("name");
    public static readonly WordList Contexts = Lexicon.Cue("nameContext");
    public static readonly WordList Suffixes = Lexicon.Cue("nameSuffix");
    private static readonly WordList Labels = Lexicon.Cue("nameStrong");

    /// <summary>Reads the names behind the cue that starts at <paramref name="at"/>; the end of the last one.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, int cueLength, bool context, List<RecognizedSpan> found)
    {
        var i = at + cueLength;
        var promise = context ? NamePromise.Context : NamePromise.Cue;
        if (!context)
        {
            var from = i;
            i = SkipAside(text, i);
            while (i < text.Length && i - from < 30 && (Chars.IsColon(text[i]) || text[i] is ' ' or '　' or '“' or '”' or '"' or '「' or '」' or '\t' or '【')) i++;
            if (i > from && Labels.MatchBefore(text, from) > 0) promise = NamePromise.Label;
            if (i == from && i < text.Length && text[i] is '为' or '是' or '系' or '叫') i++;
            // 对当事人负责人、张三、李四的询问笔录: the names go on behind the cue.
            if (i == from && i < text.Length && text[i] == '、') (i, promise) = (i + 1, NamePromise.Cue);
            if (promise == NamePromise.Label && TryLatin(text, i, found, out var latin)) return latin;
        }

        return ReadList(text, i, promise, found);
    }

    /// <summary>Reads a name and those that follow it behind 、, 和, 与, 及.</summary>
    private static int ReadList(ReadOnlySpan<char> text, int i, NamePromise promise, List<RecognizedSpan> found)
    {
        var end = 0;
        while (true)
        {
            var length = NameParser.Length(text, i, promise);
            if (length == 0) return end;
            found.Add(new(i, length, PersonalDataKind.PersonName, false));
            end = i + length;
            i = SkipAside(text, end);
            if (i >= text.Length) return end;
            if (text[i] is '、' or '，' or ',' or '/' or '／' or ' ') promise = text[i] is '、' or '/' or '／' ? NamePromise.Cue : NamePromise.Context;
            else if (text[i] is '和' or '与' or '及' or '跟') promise = NamePromise.Cue;
            else return end;
            i++;
            if (promise == NamePromise.Cue && i < text.Length && Cues.MatchAt(text, i) is > 0 and var cue) i += cue;
        }
    }

    /// <summary>Reads names behind 员, 者 and the like.</summary>
    public static int ReadSuffix(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found) => ReadList(text, at, NamePromise.Suffix, found);

    /// <summary>Reads a bracket that holds a name and nothing else.</summary>
    public static void ReadBracket(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var length = NameParser.Length(text, at, NamePromise.Suffix);
        if (length == 0 || at + length >= text.Length || text[at + length] is not ('）' or ')' or '】')) return;
        found.Add(new(at, length, PersonalDataKind.PersonName, false));
    }

    /// <summary>Reads a quoted name of which the text says that it is a signature: “张三”的签名.</summary>
    public static void ReadQuote(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var length = NameParser.Length(text, at, NamePromise.Cue);
        var close = at + length;
        if (length == 0 || close + 1 >= text.Length || text[close] is not ('”' or '」' or '"')) return;
        var behind = text[(close + 1)..Math.Min(text.Length, close + 4)];
        if (behind.Contains('签') || behind[0] == '系') found.Add(new(at, length, PersonalDataKind.PersonName, false));
    }

    /// <summary>
    /// What a first reading leaves: the other names of a list of which one is known, and the name before a telephone or
    /// identity number, as in 张三（138…） and 张三，电话138….
    /// </summary>
    public static void ReadAround(ReadOnlySpan<char> text, List<RecognizedSpan> found)
    {
        var (starts, ends) = (new HashSet<int>(), new HashSet<int>());
        var marked = 0;
        for (var n = 0; n < found.Count; n++)
        {
            for (; marked < found.Count; marked++)
            {
                if (found[marked].Kind == PersonalDataKind.PersonName) starts.Add(found[marked].Start);
                ends.Add(found[marked].End);
            }

            var span = found[n];
            if (span.Kind == PersonalDataKind.PersonName)
            {
                var next = SkipAside(text, span.End);
                if (next < text.Length && text[next] is '、' or '和' or '与' or '及' && !starts.Contains(next + 1)) ReadList(text, next + 1, NamePromise.Cue, found);
                var before = span.Start - 1;
                if (before < 2 || text[before] is not ('、' or '和' or '与' or '及')) continue;
                if (text[before - 1] is '）' or ')') before = OpeningBracket(text, before - 1);
                if (before > 1 && !ends.Contains(before)) TryBefore(text, before, found);
            }
            else if (span.Kind is PersonalDataKind.Mobile or PersonalDataKind.Landline or PersonalDataKind.IdentityNumber or PersonalDataKind.WeChat or PersonalDataKind.QQ)
            {
                var at = span.Start - 1;
                while (at > 0 && span.Start - at < 14 && text[at] is not ('（' or '(' or '，' or ',' or '。' or '；' or '、' or '\n')) at--;
                if (at > 1 && text[at] is '（' or '(' or '，' or ',' && !ends.Contains(at)) TryBefore(text, at, found, sure: text[at] is '（' or '(');
            }
        }
    }

    private static int OpeningBracket(ReadOnlySpan<char> text, int close)
    {
        for (var i = close - 1; i >= 0 && close - i < 60; i--)
            if (text[i] is '（' or '(') return i;
        return 0;
    }

    /// <summary>Reads names at the start of a clause, where only the words behind them tell: 张伟和王芳共同出资.</summary>
    public static int ReadClause(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found) => ReadList(text, at, NamePromise.Context, found);

    /// <summary>Skips one bracketed remark such as （男，身份证号…） between a cue or a name and what follows.</summary>
    private static int SkipAside(ReadOnlySpan<char> text, int i)
    {
        if (i >= text.Length || text[i] is not ('（' or '(')) return i;
        var limit = Math.Min(text.Length, i + 60);
        for (var k = i + 1; k < limit; k++)
        {
            if (text[k] is '）' or ')') return k + 1;
            if (text[k] is '。' or '\n') break;
        }

        return i;
    }

    /// <summary>Reads backwards the name that ends where 先生, 女士, 同志, （男 or ，男， begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the name ends.</param>
    /// <param name="found">Takes the name.</param>
    /// <param name="sure">A bracket with a telephone or identity number follows: whoever stands before it is a person.</param>
    public static bool TryBefore(ReadOnlySpan<char> text, int end, List<RecognizedSpan> found, bool sure = false)
    {
        if (end < 2 || !Chars.IsHan(text[end - 1]) || !Chars.IsHan(text[end - 2])) return false;
        for (var length = 4; length >= 2; length--)
        {
            var start = end - length;
            if (start < 0 || !Chars.IsHan(text[start]) || (start > 0 && Chars.IsDigit(text[start - 1]))) continue;
            var compound = Lexicon.CompoundSurnames.MatchAt(text, start);
            if (length == 4 && compound == 0 || compound == 0 && !Lexicon.IsSurname(text[start])) continue;
            if (start > 0 && Chars.IsHan(text[start - 1]) && !IsOpen(text, start, length) && !(sure && NameParser.IsGood(text[..end], start, length))) continue;
            // Cutting the text at the end lets the parser see what a reader sees: the name is over there.
            if (NameParser.Length(text[..end], start, start == 0 || !Chars.IsHan(text[start - 1]) ? NamePromise.Label : NamePromise.Cue) != length) continue;
            found.Add(new(start, length, PersonalDataKind.PersonName, false));
            return true;
        }

        return false;
    }

    private static bool IsOpen(ReadOnlySpan<char> text, int start, int length) =>
        Cues.MatchBefore(text, start) > 0 || Contexts.MatchBefore(text, start) > 0 || "的了有在于对和与及向由给从位名叫将把被".Contains(text[start - 1])
        || (length >= 3 && start >= 2 && Lexicon.IsWord(text, start - 2, 2) && !Lexicon.IsWord(text, start, 2));

    /// <summary>Reads backwards and forwards from the dot of 买买提·艾力.</summary>
    public static bool TryDotted(ReadOnlySpan<char> text, int dot, List<RecognizedSpan> found)
    {
        var start = dot;
        while (start > 0 && dot - start < 6 && Chars.IsHan(text[start - 1]) && Cues.MatchBefore(text, start) == 0
            && (dot - start < 2 || Contexts.MatchBefore(text, start) == 0 || NameParser.IsTransliteration(text.Slice(start - 1, 2)))) start--;
        // The chain is read once, from its first dot: a text of nothing but dots costs linear time.
        if (start == dot || (start > 0 && Chars.IsMiddleDot(text[start - 1]))) return false;
        var cued = Cues.MatchBefore(text, start) > 0 || start == 0 || Chars.IsColon(text[start - 1]);
        var length = NameParser.Length(text, start, cued ? NamePromise.Cue : NamePromise.Context);
        if (start + length <= dot) return false;
        found.Add(new(start, length, PersonalDataKind.PersonName, false));
        return true;
    }

    private static bool TryLatin(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found, out int end)
    {
        end = at;
        var words = 0;
        while (end < text.Length && end - at < 40 && text[end] is (>= 'A' and <= 'Z'))
        {
            words++;
            while (end < text.Length && (text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '\'' or '-' or '.')) end++;
            if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is >= 'A' and <= 'Z') end++;
        }

        while (end > at && text[end - 1] is ' ' or '.') end--;
        if (words is < 2 or > 5) return false;
        found.Add(new(at, end - at, PersonalDataKind.PersonName, false));
        return true;
    }
}
