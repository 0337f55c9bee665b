namespace CreditKit.Recognition;

/// <summary>Recognizes birth dates: a date with 出生, 生于, 生日 or a bare 生 beside it. Dates of acts stay.</summary>
internal static class BirthDateRecognizer
{
    private static readonly WordList Before = Lexicon.Cue("birthBefore");
    private static readonly WordList After = Lexicon.Cue("birthAfter");
    private static readonly WordList Second = Lexicon.Cue("birthSecond");
    private static readonly WordList Kin = Lexicon.Cue("birthKin");
    private static readonly WordList People = new(["汉", "藏", "回", "彝", "傣", "苗", "壮", "满", "侗", "瑶", "白", "维", "蒙", "蒙古", "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "乌孜别克", "朝鲜", "东乡", "撒拉", "土家", "布依", "哈尼", "傈僳", "拉祜", "景颇", "纳西", "锡伯", "达斡尔", "鄂温克", "俄罗斯"]);
    private static readonly WordList Act = Lexicon.Cue("notBirthBehind");
    private static readonly CharacterSet NotBirth = Lexicon.CueCharacters("notBirth");

    /// <summary>Reads a date that begins at <paramref name="at"/> (digits or Chinese numerals).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found, out int end)
    {
        if (at > 1 && text[at - 1] == '国' && text[at - 2] == '民') return TryRepublic(text, at, found, out end);
        end = DateEnd(text, at, out var full);
        if (end == at) return false;
        var act = Act.MatchAt(text, end) > 0;
        var born = CueReader.Precedes(Before, text, at) && !(act && text[at - 1] == '于') && !Happened(text, at) || full && IsBirthAfter(text, end, full);
        if (!born && !(full && !act && (FollowsSex(text, at, found) || IsSecond(text, at, found) || FollowsPerson(text, at, end, found))) && !(end - at == 5 && IsYearOnly(text, at, end, found))) return false;
        found.Add(new(at, end - at, PersonalDataKind.BirthDate, false));
        return true;
    }

    /// <summary>民国三十七年生, 民国37年5月2日出生.</summary>
    private static bool TryRepublic(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found, out int end)
    {
        end = at;
        while (end < text.Length && end - at < 3 && Numeral(text[end]) >= 0) end++;
        if (end == at || end >= text.Length || text[end] != '年') return false;
        end++;
        var month = Number(text, end, 12);
        if (month > end && month < text.Length && text[month] == '月')
        {
            end = month + 1;
            var day = Number(text, end, 31);
            if (day > end) end = day < text.Length && text[day] is '日' or '号' ? day + 1 : day;
        }

        if (!CueReader.Precedes(Before, text, at - 2) && !IsBirthAfter(text, end, true)) return false;
        found.Add(new(at - 2, end - at + 2, PersonalDataKind.BirthDate, false));
        return true;
    }

    /// <summary>1977年3月11日出生，户口登记为1977-03-01: the other date of a birth that is told of.</summary>
    private static bool IsSecond(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found) =>
        CueReader.Precedes(Second, text, at) && (CueReader.Near(Before, text, at, 64) || found.Count > 0 && found[^1].Kind == PersonalDataKind.BirthDate && at - found[^1].End < 24);

    /// <summary>上述行为发生于2025年12月.</summary>
    private static bool Happened(ReadOnlySpan<char> text, int at) => at > 2 && text[at - 1] == '于' && text[at - 2] == '生' && text[at - 3] is '发' or '产' or '滋' or '萌';

    /// <summary>于得水，1966.01.09，: a short date of long ago that stands by itself behind a name or its number.</summary>
    private static bool FollowsPerson(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found)
    {
        if (found.Count == 0) return false;
        // 儿子于乐（2016-12-09）: of a child the year says nothing.
        if (found[^1] is { Kind: PersonalDataKind.PersonName } child && at - child.End == 1 && text[at - 1] is '（' or '(' && end < text.Length && text[end] is '）' or ')' && (Kin.MatchBefore(text, child.Start) > 0 || IsListed(child.Start, found))) return true;
        if (text[at..end].ContainsAny('年', '月', '日') || end - at < 8) return false;
        var last = found[^1];
        if (last.Kind is not (PersonalDataKind.PersonName or PersonalDataKind.Mobile or PersonalDataKind.IdentityNumber or PersonalDataKind.TravelPermit or PersonalDataKind.Passport)) return false;
        if (at - last.End is < 1 or > 2 || end < text.Length && !(Chars.IsStop(text[end]) || text[end] is ' ' or '\t' or '|' or '）' or ')' or '/')) return false;
        for (var i = last.End; i < at; i++) if (!(text[i] is '，' or ',' or '（' or '(' or ' ' or '\t' or '、' or '|' or '；' or '　')) return false;
        return (Numeral(text[at]) * 10 + Numeral(text[at + 1])) * 100 + Numeral(text[at + 2]) * 10 + Numeral(text[at + 3]) <= 2008;
    }

    /// <summary>郝佳佳（2008.10.05）、童飞（2009.1.17）: the next of a list of persons with their births.</summary>
    private static bool IsListed(int name, List<RecognizedSpan> found) =>
        found.Count > 1 && found[^2] is { Kind: PersonalDataKind.BirthDate } before && name - before.End is 1 or 2;

    /// <summary>逄玉霞（1970年生，: the year alone, behind a name and its bracket or comma.</summary>
    private static bool IsYearOnly(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found) =>
        end + 1 < text.Length && text[end] == '生' && (Chars.IsStop(text[end + 1]) || text[end + 1] is '）' or ')')
        && found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && at - found[^1].End == 1 && text[at - 1] is '（' or '(' or '，' or ',';

    /// <summary>张三，男，1969年2月11日，, 图门乌力吉；蒙古族；1966/10/21: the date behind the sex or the people is the birth.</summary>
    private static bool FollowsSex(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var i = at;
        while (i > 0 && at - i < 3 && text[i - 1] is '，' or ',' or '|' or '/' or '、' or ' ' or '\t' or '　' or '；') i--;
        if (i == at || i == 0) return false;
        // 沙吾列，哈萨克，1982年3月5日: the people without its word.
        if (found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } person && i - person.End is > 1 and < 7 && People.MatchBefore(text, i) is > 0 and var people && i - people - person.End is 1 or 2) return true;
        if (text[i - 1] is '男' or '女') return i == 1 || !Chars.IsHan(text[i - 2]);
        return text[i - 1] == '族' && i > 1 && (text[Math.Max(0, i - 8)..i].ContainsAny('男', '女') || found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } name && i - name.End < 7);
    }

    private static bool IsBirthAfter(ReadOnlySpan<char> text, int end, bool full)
    {
        while (end < text.Length && text[end] == ' ') end++;
        if (After.MatchAt(text, end) > 0) return true;
        if (full && end < text.Length && text[end] is '（' or '(' or '在' && IsBornBehind(text, end)) return true;
        return full && end < text.Length && text[end] == '生' && (end + 1 == text.Length || !NotBirth[text[end + 1]])
            && (end + 1 == text.Length || !Chars.IsHan(text[end + 1]) || text[end + 1] is '于' or '人' or '的');
    }

    /// <summary>1968年3月12日（农历二月十四）出生, 2024年6月7日在县医院出生.</summary>
    private static bool IsBornBehind(ReadOnlySpan<char> text, int end)
    {
        var bracket = text[end] != '在';
        for (var i = end + 1; i + 1 < text.Length && i - end < 14; i++)
        {
            if (bracket ? text[i] is '）' or ')' : After.MatchAt(text, i) > 0) return bracket ? After.MatchAt(text, i + 1) > 0 : i + 2 >= text.Length || text[i + 2] is not ('缺' or '医' or '证' or '登' or '率' or '人');
            if (Chars.IsStop(text[i]) || !bracket && !Chars.IsHan(text[i])) return false;
        }

        return false;
    }

    /// <summary>End of a date of a year 1900 to 2029; <paramref name="at"/> when there is none. <paramref name="full"/>: with a month.</summary>
    private static int DateEnd(ReadOnlySpan<char> text, int at, out bool full)
    {
        full = false;
        var year = 0;
        var i = at;
        while (i < text.Length && i - at < 4 && Numeral(text[i]) is >= 0 and < 10 and var d)
        {
            year = year * 10 + d;
            i++;
        }

        if (i - at != 4 || year is < 1900 or > 2029) return at;
        var yearEnd = i;
        if (i < text.Length && Chars.IsDigit(text[i]))
        {
            // 19900101
            var compact = i;
            while (compact < text.Length && compact - at < 9 && Chars.IsDigit(text[compact])) compact++;
            full = true;
            return compact - at is 8 or 6 ? compact : at;
        }

        i = SkipBlank(text, i);
        if (i >= text.Length || text[i] is not ('年' or '-' or '/' or '.' or '－' or '．' or '／')) return yearEnd;
        var han = text[i] == '年';
        i = SkipBlank(text, i + 1);
        if (han && LunarEnd(text, i) is > 0 and var lunar)
        {
            full = true;
            return lunar;
        }

        var monthEnd = Number(text, i, 12);
        if (monthEnd == i) return han ? i : at;
        full = true;
        i = SkipBlank(text, monthEnd);
        if (i >= text.Length || text[i] is not ('月' or '-' or '/' or '.' or '－' or '．' or '／')) return monthEnd;
        var monthWord = text[i] == '月';
        var afterMonth = i + 1;
        i = SkipBlank(text, afterMonth);
        var dayEnd = Number(text, i, 31);
        if (dayEnd == i) return monthWord ? afterMonth : monthEnd;
        i = SkipBlank(text, dayEnd);
        return i < text.Length && text[i] is '日' or '号' ? i + 1 : dayEnd;
    }

    /// <summary>End of 农历腊月初八, 正月廿三; 0 when there is no such day.</summary>
    private static int LunarEnd(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        if (text[i..].StartsWith("农历") || text[i..].StartsWith("阴历")) i += 2;
        var month = i;
        while (i < text.Length && i - month < 3 && "闰正冬腊一二三四五六七八九十".Contains(text[i])) i++;
        if (i == month || i >= text.Length || text[i] != '月') return 0;
        var day = ++i;
        if (i < text.Length && text[i] is '初' or '廿') i++;
        while (i < text.Length && i - day < 3 && "一二三四五六七八九十".Contains(text[i])) i++;
        if (i - day < 2) return 0;
        return i < text.Length && text[i] is '日' ? i + 1 : i;
    }

    private static int SkipBlank(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '　') i++;
        return i;
    }

    private static int Number(ReadOnlySpan<char> text, int at, int max)
    {
        var i = at;
        while (i < text.Length && i - at < 3 && Numeral(text[i]) >= 0) i++;
        if (i == at || i - at > 3) return at;
        if (!Chars.IsDigit(text[at])) return i;
        var value = 0;
        for (var k = at; k < i; k++) value = value * 10 + Numeral(text[k]);
        return value is >= 1 && value <= max ? i : at;
    }

    private static int Numeral(char c) => Chars.IsDigit(c) ? Chars.Digit(c) : c switch
    {
        '〇' or '零' or '○' or 'Ｏ' => 0, '一' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9, '十' => 10, _ => -1,
    };
}
