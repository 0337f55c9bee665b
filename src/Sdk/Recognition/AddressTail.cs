namespace CreditKit.Recognition;

/// <summary>What stands at the end of an address and is no number: which door, which side, which household, the name of a hamlet.</summary>
internal static class AddressTail
{
    private static readonly WordList Words = Lexicon.Cue("addressTail");

    /// <summary>What tells one household from the next: 西头第三户, 院内木楼梯上左手第一家, 2排西4.</summary>
    private static readonly CharacterSet Finding = new("东西南北中左右上下前后内里头手侧边第一二三四五六七八九十户家间屋院房门楼排号层梯铺单元室栋木");

    /// <summary>A way to the door ends with one of these.</summary>
    private const string Doors = "户家间门屋房楼号院左右东西南北头";

    private const int MaxFinding = 14, MaxLabelled = 10, MaxHamlet = 5;

    /// <summary>End of the address with what follows its last number at <paramref name="end"/>.</summary>
    public static int Read(ReadOnlySpan<char> text, int end, int limit, bool numbered)
    {
        // 7楼西门, 501室东户, 4层西户: which of the doors.
        if (numbered && end + 1 < limit && "东西南北中左右前后".Contains(text[end]) && (text[end + 1] is '户' or '侧' or '室' or '屋' || text[end + 1] == '门' && text[end] is not ('前' or '后'))) end += 2;
        // 12号后楼亭子间, 11号院南房.
        while (numbered && Words.MatchAt(text, end) is > 0 and var tail) end += tail;
        return Door(text, end, limit, numbered);
    }

    /// <summary>The rest of the clause, where it leads to a door: …宿舍3楼东, …村南街西头第三户.</summary>
    private static int Door(ReadOnlySpan<char> text, int at, int limit, bool numbered)
    {
        var end = at;
        while (end < limit && end - at <= MaxFinding && (Finding[text[end]] || Chars.IsDigit(text[end]))) end++;
        if (end == at || end - at > MaxFinding || !(numbered || text[at..end].IndexOfAny('第', '户', '家') >= 0) || end < text.Length && (Chars.IsHan(text[end]) && text[end] != '的' || Chars.IsAlnum(text[end]))) return at;
        // 501室内, 12号东侧: beside or within it, no part of it.
        if (!Doors.Contains(text[end - 1]) && !Chars.IsDigit(text[end - 1])) return at;
        var single = end - at == 1;
        // …宿舍3楼东，: the side alone, behind a floor or a building.
        if (single) return text[at] is '东' or '西' or '南' or '北' or '左' or '右' or '中' && at > 0 && text[at - 1] is '楼' or '层' or '栋' or '幢' or '排' ? end : at;
        return text[at] is '家' or '户' or '门' || Chars.IsDigit(text[at]) && !Chars.IsHan(text[at - 1]) ? at : end;
    }

    /// <summary>安乐堂村一户, 朝阳街道3户: a number of households.</summary>
    public static bool IsCount(ReadOnlySpan<char> address)
    {
        if (address[^1] != '户') return false;
        var digits = address.Length - 1;
        while (digits > 0 && (Chars.IsDigit(address[digits - 1]) || Chars.IsChineseNumeral(address[digits - 1]))) digits--;
        return digits < address.Length - 1 && (digits == 0 || !"排栋幢楼层元第号院门室组西东".Contains(address[digits - 1]));
    }

    /// <summary>Behind a cue the rest of the clause belongs to the address where it is short: behind a label anything, else the name of a hamlet.</summary>
    public static int BehindCue(ReadOnlySpan<char> text, int parsed, bool labelled)
    {
        var end = parsed;
        var most = labelled ? MaxLabelled : MaxHamlet;
        while (end < text.Length && end - parsed <= most && (Chars.IsHan(text[end]) && !(!labelled && AddressGrammar.IsBreak(text[end])) || labelled && (Chars.IsAlnum(text[end]) || Chars.IsHyphen(text[end]) || text[end] == '#'))) end++;
        if (end == parsed || end - parsed > most) return parsed;
        if (!(end == text.Length || Chars.IsStop(text[end]) && !Chars.IsColon(text[end]) || text[end] is '）' or ')' or ' ' or '　' || !labelled && text[end] == '的')) return parsed;
        return labelled || IsHamlet(text[parsed..end]) ? end : parsed;
    }

    /// <summary>吊井坡, 老寨: no word of the language that says what somebody does or is.</summary>
    private static bool IsHamlet(ReadOnlySpan<char> name)
    {
        if ("内里外旁附门家一人处从与和及在".Contains(name[0])) return false;
        if (AddressRecognizer.OwnHouse.MatchAt(name, 0) > 0) return false;
        // 新屋下, 老屋基.
        if (name.Length == 1) return "下上基头尾背嘴脚坎坑岗".Contains(name[0]);
        for (var k = 0; k + 1 < name.Length; k++)
            if (Lexicon.Words.TryGet(name.Slice(k, 2), out var cost, out var kind) && (kind is not (WordClass.Place or WordClass.Noun) || cost < 36)) return false;
        return true;
    }
}
