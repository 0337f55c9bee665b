using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>
/// Recognizes names of natural persons. Wherever a family name may begin one, the characters and the words around decide;
/// names that no family name begins are read behind cue words and around their dots.
/// </summary>
internal static class NameRecognizer
{
    /// <summary>Words that stand directly before a person's name.</summary>
    public static readonly WordList Cues = NamePlace.Cues;

    private static readonly WordList Certain = Lexicon.Cue("nameCertain");
    private static readonly SearchValues<char> NotInName = SearchValues.Create("某该其姓称一二三四五六七八九十两几名位个的者们等上述人员");

    /// <summary>What a doubtful name must have at least to be taken when something else speaks for it.</summary>
    public const int Doubtful = -12;

    /// <summary>Reads the name that may begin at <paramref name="at"/>; its end, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place with a family name.</param>
    /// <param name="neighbour">Where the last name before ends.</param>
    /// <param name="window">The words around.</param>
    /// <param name="found">Takes the name.</param>
    /// <param name="doubtful">Takes what is nearly a name.</param>
    public static int Read(ReadOnlySpan<char> text, int at, int neighbour, ref NameLattice window, List<RecognizedSpan> found, ref List<RecognizedSpan>? doubtful)
    {
        // 申请人 王 小 军: a form parts the characters with blanks.
        if (at + 2 < text.Length && text[at + 1] is ' ' or '　' && SpacedLength(text, at) is > 0 and var spaced && (at > 0 && CueReader.Precedes(Cues, text, at) || IsRow(text, at, at + spaced)))
        {
            found.Add(new(at, spaced, PersonalDataKind.PersonName, false));
            return at + spaced;
        }

        if (IsCounted(text, at) is > 0 and var counted)
        {
            found.Add(new(at, counted, PersonalDataKind.PersonName, false));
            return at + counted;
        }

        if (at > 1 && text[at - 1] == '叫' && CalledLength(text, at) is > 0 and var called)
        {
            found.Add(new(at, called, PersonalDataKind.PersonName, false));
            return at + called;
        }

        var score = NameModel.Weigh(text, at, neighbour, ref window, out var length, out var cued);
        if (TransliteratedName.Weigh(text, at, neighbour, ref window, out var chain) is > 0 and var parts && (parts > score || chain > length))
        {
            found.Add(new(at, chain, PersonalDataKind.PersonName, false));
            return at + chain;
        }

        var foreignHead = NameParser.IsForeign(text[at]) || NameParser.PartLength(text, at) > 1;
        if (foreignHead && NameParts.IsNot(text, at)) return 0;
        // 次仁央宗: four transliterated characters behind a cue are not a family name and a rest.
        if ((cued || neighbour > 0 && neighbour == at - 1) && foreignHead && NameParser.ForeignLength(text, at) > 3 && ReadForeign(text, at, neighbour, ref window, found) is > 0 and var foreign) return foreign;
        if (length == 0 || score <= Doubtful) return 0;
        // 对向永福: what begins one character later may be the better reading.
        for (var next = at + 1; next < at + length; next++)
        {
            if (NameModel.Weigh(text, next, neighbour, ref window, out var other, out _, score) > score && other > 0) return 0;
            if (TransliteratedName.Weigh(text, next, neighbour, ref window, out _) > score) return 0;
        }

        // 卓玛藏餐吧: a Tibetan name that a Han family name begins as well.
        if (!cued && NameParts.IsKnown(text, at) && TransliteratedName.IsNamedAfter(text, at + length)) return 0;
        // 哈萨克斯坦籍: the end of a state's name.
        if (at > 0 && text[at + length - 1] == '籍' && NameParser.IsForeign(text[at - 1])) return 0;
        if (NameParser.IsForeign(text[at + 1]) && (TransliteratedName.RunsIntoDot(text, at) || TransliteratedName.IsPlace(text, at, at + length))) return 0;
        if (NameParser.IsForeign(text[at]) && HealthRecognizer.Diseases.MatchAt(text, at) > length) return 0;
        var span = new RecognizedSpan(at, length, PersonalDataKind.PersonName, false);
        if (score <= 0)
        {
            (doubtful ??= []).Add(span);
            return 0;
        }

        found.Add(span);
        return at + length;
    }

    /// <summary>经营者马六十二: in the northwest a child is called by the age of its grandfather. The length, or 0.</summary>
    private static int IsCounted(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 5 && "二三四五六七八九十".Contains(text[end])) end++;
        if (end - at < 3 || !text[(at + 1)..end].Contains('十') || !NamePlace.IsCued(text, at) || end < text.Length && Chars.IsHan(text[end]) && !NamePlace.StandsBehind(text, end)) return 0;
        return CueReader.Precedes(Cues, text, at) ? end - at : 0;
    }

    /// <summary>我叫康乐，: who says so may bear a word for a name. The length, or 0.</summary>
    private static int CalledLength(ReadOnlySpan<char> text, int at)
    {
        if (text[at - 2] is not ('我' or '他' or '她')) return 0;
        var end = at;
        while (end < text.Length && end - at < 4 && Chars.IsHan(text[end])) end++;
        return end - at is 2 or 3 && (end == text.Length || text[end] is '，' or ',' or '。') && Lexicon.Names.IsFamily(text[at]) && Lexicon.Names.IsGiven(text[at + 1]) && !NameModel.IsRanked(text, at, end) ? end - at : 0;
    }

    /// <summary>Reads a transliterated name directly behind a cue word: 巴特尔, 阿依古丽.</summary>
    public static int ReadForeign(ReadOnlySpan<char> text, int at, int neighbour, ref NameLattice window, List<RecognizedSpan> found)
    {
        if (TransliteratedName.Weigh(text, at, neighbour, ref window, out var chain) > 0)
        {
            found.Add(new(at, chain, PersonalDataKind.PersonName, false));
            return at + chain;
        }

        if (NameParts.IsNot(text, at)) return 0;
        if (at == 0 || Cues.MatchBefore(text, CueReader.EndBefore(text, at)) == 0 && text[at - 1] != '族' && !(neighbour == at - 1 && text[at - 1] is '、' or '和' or '与' or '及')) return 0;
        var length = NameParser.ForeignLength(text, at);
        if (length == 0 || Cues.MatchBefore(text, at + 1) > 1) return 0;
        found.Add(new(at, length, PersonalDataKind.PersonName, false));
        return at + length;
    }

    /// <summary>Reads what a label promises and no other reading found: 姓名：扎西次仁, 姓名：John Smith.</summary>
    public static void ReadLabelled(ReadOnlySpan<char> text, int colon, List<RecognizedSpan> found)
    {
        if (NamePlace.Labels.MatchBefore(text, CueReader.EndBefore(text, colon)) == 0) return;
        var at = colon + 1;
        while (at < text.Length && at - colon < 4 && text[at] is ' ' or '　' or '\t' or '“') at++;
        if (at >= text.Length || LatinNameRecognizer.TryLabelled(text, at, found)) return;
        var length = NameParser.LabelledLength(text, at);
        if (SpacedLength(text, at) is > 0 and var spaced) length = spaced;
        if (length > 0) found.Add(new(at, length, PersonalDataKind.PersonName, false));
    }

    /// <summary>Reads what stands before a sex, an identity number or a people: 旅客佐藤健一（护照…, 都兴旺，男，….</summary>
    public static int ReadBeforeAside(ReadOnlySpan<char> text, int at, int name, List<RecognizedSpan> found)
    {
        if (at < 2 || name == at || !Chars.IsHan(text[at - 1])) return 0;
        // 游乐（3501…）: an identity number.
        var aside = Certain.MatchAt(text, at + 1);
        if (aside == 0 && Chars.IsDigit(text[at + 1]) && IsIdentity(text, at + 1)) aside = 18;
        if (aside == 0 || aside == 1 && at + 2 < text.Length && Chars.IsHan(text[at + 2]) || Cues.MatchBefore(text, at) > 0 || text[at - 1] == '籍') return 0;
        for (var start = at - 1; start >= 0 && start >= name && at - start <= 5 && Chars.IsHan(text[start]); start--)
        {
            var length = at - start;
            var cued = start > 0 && Cues.MatchBefore(text, start) > 0 || start > 0 && text[start - 1] is ':' or '：' && CueReader.Precedes(Cues, text, start);
            if (!cued && start > 0 && Chars.IsHan(text[start - 1])) continue;
            // 公示时，身份证件号码…: when it is done.
            if (length == 3 && text[at - 1] is ('时' or '后' or '前') && Lexicon.IsWord(text, start, 2)) return 0;
            if (length < 2 || Lexicon.IsWord(text, start, length) || text[start..at].ContainsAny(NotInName) || NameModel.IsRanked(text, start, at)) return 0;
            if (!cued && !(Lexicon.Names.IsFamily(text[start]) && length <= 3 || NameParser.IsTransliteration(text[start..at]))) return 0;
            found.Add(new(start, length, PersonalDataKind.PersonName, false));
            return at;
        }

        return 0;
    }

    private static bool IsIdentity(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 19 && Chars.IsAlnum(text[end])) end++;
        return end - at == 18 && Records.ResidentIdentityNumber.IsCanonical(text[at..end]);
    }

    /// <summary>4．岳  飞，3412…: the row of a list, with a number of the person or the sex behind.</summary>
    private static bool IsRow(ReadOnlySpan<char> text, int at, int end)
    {
        if (at > 0 && text[at - 1] is not ('.' or '．' or '、' or '\n' or '\t' or '|' or ' ' or '　' or ')' or '）')) return false;
        var i = end;
        while (i < text.Length && i - end < 4 && text[i] is ' ' or '　' or '，' or ',' or '|' or '\t') i++;
        return i > end && i < text.Length && (text[i] is '男' or '女' || NamePlace.Digits(text, i) >= 11);
    }

    /// <summary>张 伟, 欧阳　锋 behind a label: forms part the characters with blanks. The length, or 0.</summary>
    private static int SpacedLength(ReadOnlySpan<char> text, int at)
    {
        if (!Lexicon.Names.IsFamily(text[at])) return 0;
        var end = at + 1;
        var characters = 1;
        while (characters < 4)
        {
            var i = end;
            while (i < text.Length && i - end < 4 && text[i] is ' ' or '　') i++;
            if (i >= text.Length || !Chars.IsHan(text[i]) || i == end && characters != 1 || i - end > (characters == 1 ? 4 : 2) || !Lexicon.Names.IsGiven(text[i])) break;
            // 张 三 联系电话: what runs on is the next label.
            if (i + 1 < text.Length && Chars.IsHan(text[i + 1]) || i + 2 < text.Length && Chars.IsColon(text[i + 2])) break;
            characters++;
            end = i + 1;
        }

        return characters is 2 or 3 && end - at > characters ? end - at : 0;
    }

    /// <summary>
    /// A doubtful reading counts when it stands in a list with a name, or stands twice in different company: what is a piece of a
    /// set phrase (自收到决定书之日起) has the same characters around it wherever the phrase is repeated, a person has not.
    /// </summary>
    public static void Settle(ReadOnlySpan<char> text, List<RecognizedSpan> doubtful, List<RecognizedSpan> found)
    {
        var starts = new HashSet<int>();
        foreach (var span in found) if (span.Kind == PersonalDataKind.PersonName) starts.Add(span.Start);
        var seen = new Dictionary<string, Company>(StringComparer.Ordinal);
        var names = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in doubtful)
        {
            var name = text.Slice(span.Start, span.Length);
            var (before, behind) = (Around(text, span.Start - 1), Around(text, span.End));
            names[name] = !names.TryGetValue(name, out var met) ? new(before, behind, false, false)
                : met with { LeftDiffers = met.LeftDiffers || met.Left != before, RightDiffers = met.RightDiffers || met.Right != behind };
        }

        for (var n = doubtful.Count - 1; n >= 0; n--)
        {
            var span = doubtful[n];
            var name = text.Slice(span.Start, span.Length);
            if (Lexicon.IsWord(name, 0, name.Length)) continue;
            var listed = span.End < text.Length && text[span.End] is '、' or '和' or '与' or '及' && starts.Contains(span.End + 1);
            if (!listed && (span.Length < 3 || names[name] is not { LeftDiffers: true, RightDiffers: true })) continue;
            starts.Add(span.Start);
            found.Add(span);
        }
    }

    /// <summary>The character at a place; the edges of clauses are all alike.</summary>
    private static char Around(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && Chars.IsHan(text[at]) ? text[at] : '\0';

    /// <summary>What stood around a doubtful reading, and whether it stood elsewhere in other company.</summary>
    private readonly record struct Company(char Left, char Right, bool LeftDiffers, bool RightDiffers);
}
