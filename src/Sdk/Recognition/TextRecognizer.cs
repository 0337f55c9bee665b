namespace CreditKit.Recognition;

/// <summary>
/// Finds personal data in Chinese text: one pass, a table from character to recognizer, hand-written scanners with bounded
/// reach, hence time linear in the length of the text. Thread-safe.
/// </summary>
public static class TextRecognizer
{
    private const byte Digit = 1, Letter = 2, At = 3, PlateHead = 4, HomeSuffix = 5, Dot = 6, Gender = 7, Title = 8, Stop = 9, Open = 10;
    private const byte Kinds = 15, NameCue = 16, ContextCue = 32, HomeCue = 64, HealthCue = 128;

    private const int LongList = 16;
    private const int MostNames = 64;

    private static readonly byte[] Class = Classify();

    /// <summary>The personal data in the text, in order, without overlaps.</summary>
    /// <param name="text">The text.</param>
    /// <param name="knownNames">Names of natural persons that are known to occur; found wherever they stand.</param>
    /// <param name="keep">Texts that stay as they are (names of organisations, names that policy shows).</param>
    public static IReadOnlyList<RecognizedSpan> Find(ReadOnlySpan<char> text, IReadOnlyCollection<string>? knownNames = null, IReadOnlyCollection<string>? keep = null)
    {
        var found = new List<RecognizedSpan>();
        Scan(text, found);
        if (knownNames is not null) foreach (var name in knownNames) FindAll(text, name, found);
        if (found.Count == 0) return found;
        NameRecognizer.ReadAround(text, found);
        Repeat(text, found);
        if (keep is { Count: > 0 }) Keep(text, keep, found);
        return Resolve(found);
    }

    private static void Scan(ReadOnlySpan<char> text, List<RecognizedSpan> found)
    {
        var floor = 0;          // addresses do not reach back over one that was found
        var names = 0;          // no name cue begins inside another: 法人 in 执法人员
        NameRecognizer.ReadClause(text, 0, found);
        for (var i = 0; i < text.Length; i++)
        {
            var kind = Class[text[i]];
            if (kind == 0) continue;
            switch (kind & Kinds)
            {
                case Digit or Letter:
                    i = ScanToken(text, i, found) - 1;
                    continue;
                case At:
                    ContactRecognizer.TryEmail(text, i, found);
                    continue;
                case PlateHead:
                    if (PlateRecognizer.TryRead(text, i, found)) i = found[^1].End - 1;
                    break;
                case HomeSuffix:
                    if (i > 0 && (Chars.IsAlnum(text[i - 1]) || Chars.IsChineseNumeral(text[i - 1])) && AddressRecognizer.TryAround(text, i, floor, found, out var to)) floor = to;
                    break;
                case Dot:
                    if (i > 0 && Chars.IsHan(text[i - 1])) NameRecognizer.TryDotted(text, i, found);
                    break;
                case Gender:
                    if (IsAfterName(text, i, out var end)) NameRecognizer.TryBefore(text, end, found);
                    else if (IsTitle(text, i)) NameRecognizer.TryBefore(text, i, found);
                    break;
                case Stop:
                    NameRecognizer.ReadClause(text, i + 1, found);
                    continue;
                case Open:
                    if (text[i] is '“' or '「') NameRecognizer.ReadQuote(text, i + 1, found);
                    else NameRecognizer.ReadBracket(text, i + 1, found);
                    continue;
                case Title:
                    if (IsTitle(text, i)) NameRecognizer.TryBefore(text, i, found);
                    break;
            }

            if (i < text.Length && (Class[text[i]] & ~Kinds) != 0) ScanCues(text, i, Class[text[i]], ref floor, ref names, found);
        }
    }

    private static void ScanCues(ReadOnlySpan<char> text, int i, byte kind, ref int floor, ref int names, List<RecognizedSpan> found)
    {
        if ((kind & HomeCue) != 0 && AddressRecognizer.HomeCues.MatchAt(text, i) is > 0 and var home && AddressRecognizer.TryAfterCue(text, i, home, found, out var end)) floor = end;
        if ((kind & HealthCue) != 0)
        {
            if (HealthRecognizer.Phrases.MatchAt(text, i) is > 0 and var phrase) HealthRecognizer.TryPhrase(text, i, phrase, found);
            if (HealthRecognizer.Cues.MatchAt(text, i) is > 0 and var health) HealthRecognizer.TryRead(text, i, health, found);
            if (ContactRecognizer.WeChat.MatchAt(text, i) is > 0 and var wechat) ContactRecognizer.TryId(text, i + wechat, false, found);
            if (ContactRecognizer.QQ.MatchAt(text, i) is > 0 and var qq) ContactRecognizer.TryId(text, i + qq, true, found);
            if (Chars.IsChineseNumeral(text[i])) BirthDateRecognizer.TryRead(text, i, found, out _);
        }

        if (i < names) return;
        if ((kind & NameCue) != 0 && NameRecognizer.Cues.MatchAt(text, i) is > 0 and var cue)
        {
            names = i + cue;
            var before = found.Count;
            var last = NameRecognizer.Read(text, i, cue, false, found);
            // A list that is read to its end is not read again from each cue in it.
            if (found.Count - before > LongList) names = Math.Max(names, last);
        }
        else if ((kind & ContextCue) != 0 && NameRecognizer.Contexts.MatchAt(text, i) is > 0 and var context) NameRecognizer.Read(text, i, context, true, found);
        else if ((kind & ContextCue) != 0 && NameRecognizer.Suffixes.MatchAt(text, i) > 0) NameRecognizer.ReadSuffix(text, i + 1, found);
    }

    /// <summary>Reads an alphanumeric token: letters may touch a number, but a credit code is one piece.</summary>
    private static int ScanToken(ReadOnlySpan<char> text, int i, List<RecognizedSpan> found)
    {
        var fresh = i == 0 || !Chars.IsAlnum(text[i - 1]);
        if (fresh)
        {
            if (TokenRecognizer.CreditCodeLength(text, i) is > 0 and var code) return i + code;
            if (ContactRecognizer.WeChat.MatchAt(text, i) is > 0 and var wechat && ContactRecognizer.TryId(text, i + wechat, false, found)) return found[^1].End;
            if (ContactRecognizer.QQ.MatchAt(text, i) is > 0 and var qq && ContactRecognizer.TryId(text, i + qq, true, found)) return found[^1].End;
            if (Chars.IsLetter(text[i]) && TokenRecognizer.TryRead(text, i, found, out var end)) return end;
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

    /// <summary>张三（男, 张三，男，, 张三（身份证号…, 张三，公民身份号码…</summary>
    private static bool IsAfterName(ReadOnlySpan<char> text, int i, out int end)
    {
        end = i;
        while (end > 0 && i - end < 3 && text[end - 1] is '（' or '(' or '，' or ',' or ' ' or '：' or '、') end--;
        if (end == i || end < 2) return false;
        var rest = text[i..];
        if (text[i] is '男' or '女') return rest.Length == 1 || !Chars.IsHan(rest[1]) || rest[1] == '性' || rest.Length > 2 && rest[2] == '族' || rest.Length > 3 && rest[3] == '族';
        return rest.StartsWith("身份证", StringComparison.Ordinal) || rest.StartsWith("公民身份", StringComparison.Ordinal)
            || rest.StartsWith("居民身份证", StringComparison.Ordinal) || rest.StartsWith("汉族", StringComparison.Ordinal);
    }

    private static bool IsTitle(ReadOnlySpan<char> text, int i)
    {
        var rest = text[i..];
        return rest.StartsWith("先生", StringComparison.Ordinal) || rest.StartsWith("女士", StringComparison.Ordinal)
            || rest.StartsWith("同志", StringComparison.Ordinal) || rest.StartsWith("小姐", StringComparison.Ordinal)
            || rest.Length > 2 && text[i] == '等' && (Chars.IsDigit(rest[1]) || Chars.IsChineseNumeral(rest[1])) && (rest[2] == '人' || rest[2] == '名');
    }

    /// <summary>A name that gives itself away once is hidden wherever it stands in the text.</summary>
    private static void Repeat(ReadOnlySpan<char> text, List<RecognizedSpan> found)
    {
        HashSet<string>? names = null;
        for (var i = found.Count - 1; i >= 0 && !(names?.Count >= MostNames); i--)
            if (found[i] is { Kind: PersonalDataKind.PersonName, Certain: false, Length: >= 2 } span && !Lexicon.IsWord(text, span.Start, span.Length))
                (names ??= []).Add(text.Slice(span.Start, span.Length).ToString());
        if (names is not null) foreach (var name in names) FindAll(text, name, found, certain: false);
    }

    private static void FindAll(ReadOnlySpan<char> text, string name, List<RecognizedSpan> found, bool certain = true)
    {
        if (name.Length < 2) return;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;)
        {
            found.Add(new(at, name.Length, PersonalDataKind.PersonName, certain));
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
    private static List<RecognizedSpan> Resolve(List<RecognizedSpan> found)
    {
        if (found.Count == 1) return found;
        found.Sort((a, b) => a.Start != b.Start ? a.Start - b.Start : a.Length != b.Length ? b.Length - a.Length : b.Certain.CompareTo(a.Certain));
        var kept = new List<RecognizedSpan>(found.Count);
        foreach (var span in found)
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
                continue;
            }

            var last = kept[^1];
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
        foreach (var c in "号室栋幢弄组户单房") table[c] = HomeSuffix;
        foreach (var c in "，。；;,、\n") table[c] = Stop;
        foreach (var c in "（(【“「") table[c] = Open;
        foreach (var c in "男女身公居汉") table[c] = Gender;
        foreach (var c in "先同小等") table[c] = Title;
        foreach (var c in NameRecognizer.Cues.FirstCharacters) table[c] |= NameCue;
        foreach (var c in NameRecognizer.Contexts.FirstCharacters.Concat(NameRecognizer.Suffixes.FirstCharacters)) table[c] |= ContextCue;
        foreach (var c in AddressRecognizer.HomeCues.FirstCharacters) table[c] |= HomeCue;
        foreach (var c in HealthRecognizer.Cues.FirstCharacters.Concat(HealthRecognizer.Phrases.FirstCharacters).Concat(ContactRecognizer.WeChat.FirstCharacters).Concat(ContactRecognizer.QQ.FirstCharacters).Concat("一二"))
            if (!Chars.IsAlnum(c)) table[c] |= HealthCue;
        return table;
    }
}
