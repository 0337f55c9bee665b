using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>What the text on both sides of a would-be name says about it, in thirds of a nat.</summary>
internal static class NamePlace
{
    /// <summary>No context outweighs this.</summary>
    public const int Never = -200;

    /// <summary>What a label with a colon is worth.</summary>
    public const int LabelWorth = 26;

    /// <summary>The most that both sides together can say for a name.</summary>
    public const int Most = LabelWorth + 23;

    /// <summary>What stands in quotes is a brand, a shop or a slogan rather than a person.</summary>
    public const int InQuote = -20;

    public static readonly WordList Cues = Lexicon.Cue("name");
    public static readonly WordList Labels = Lexicon.Cue("nameStrong");
    private static readonly WordList Follow = Lexicon.Cue("nameFollow");
    private static readonly WordList PersonOnly = Lexicon.Cue("personOnly");
    private static readonly WordList Title = Lexicon.Cue("nameTitle");
    private static readonly WordList Aside = Lexicon.Cue("nameAside");
    private static readonly CharacterSet AsideHead = new(Aside.FirstCharacters);
    private static readonly WordList Quoted = Lexicon.Cue("nameQuoted");
    private static readonly WordList Organization = Lexicon.Cue("organization");
    private static readonly WordList NotBehind = Lexicon.Cue("notBehindName");
    private static readonly WordList PersonPaper = Lexicon.Cue("personPaper");
    private static readonly WordList OwnThing = Lexicon.Cue("nameThing");
    private static readonly WordList ListOf = Lexicon.Cue("listOf");
    private static readonly SearchValues<char> Separators = SearchValues.Create(":：\t　 “【（(");
    private static readonly CharacterSet CueTail = new(Cues.Words.Select(c => c[^1]).Concat(":： \t　（(【[为是系“\"「№#＃=.．）)"));
    private static readonly CharacterSet TitleHead = new(Title.FirstCharacters.Concat(PersonOnly.FirstCharacters));
    private static readonly WordList Trade = Lexicon.Cue("trade");
    private static readonly WordList GivenWord = Lexicon.Cue("givenWord");
    private static readonly WordList Rank = Lexicon.Cue("nameRank");
    private static readonly CharacterSet Place = new("山江峰岭溪口里园苑堂");
    private static readonly CharacterSet Before = Lexicon.CueCharacters("nameBefore");
    private static readonly CharacterSet Behind = Lexicon.CueCharacters("nameBehind");
    private static readonly CharacterSet Verb = Lexicon.CueCharacters("nameVerb");
    private static readonly CharacterSet RoleEnd = Lexicon.CueCharacters("roleEnd");
    private static readonly CharacterSet ThingEnd = Lexicon.CueCharacters("thingEnd");
    private static readonly CharacterSet PlaceEnd = Lexicon.CueCharacters("placeEnd");

    /// <summary>What stands before <paramref name="at"/>; <paramref name="neighbour"/>: where the name before it ends, or -1.</summary>
    public static int Left(ReadOnlySpan<char> text, int at, int neighbour, in NameLattice window, out bool cued)
    {
        cued = false;
        if (at == 0) return 4;
        var before = text[at - 1];
        if (neighbour > 0 && neighbour == at - 1 && before is '、' or '和' or '与' or '及' or '/' or '／' or ' ' or '，' or ',' or '跟' or '　')
            return before is '、' or '/' or '／' ? 18 : before is '，' or ',' ? 4 : 13;
        // 1.郎咸丰 2.应雪: the next item.
        if (neighbour > 0 && at - neighbour is > 2 and < 6 && before is '.' or '．' or '、' && text[neighbour] is ' ' or '　' or '；' or ';' && IsItem(text, neighbour + 1)) return 16;
        // 章国栋（执法证号：…）、路遥遥: the list goes on behind a bracket.
        if (neighbour > 0 && at > 2 && before is '、' or '和' or '与' or '及' && text[at - 2] is '）' or ')' && OpeningBracket(text, at - 2) == neighbour) return 16;
        if (before is '《' or '〈' || Chars.IsMiddleDot(before) || Chars.IsLetter(before)) return Never;
        // 公司简称“安居客”.
        var cue = CueReader.EndBefore(text, at);
        if (cue < at && cue > 1 && text[cue - 1] == '称' && text[cue - 2] is '简' or '名' or '全' or '俗' or '号' or '统' or '职' or '昵') return InQuote;
        if (Cues.MatchBefore(text, cue) is > 0 and var length && !Outweighs(text, cue) && !(cue == at && length is 2 or 3 && Lexicon.IsWord(text, at - length, length + 1)))
        {
            cued = true;
            if (cue == at) return 15;
            var labelled = text[cue..at].ContainsAny(Separators) && Labels.MatchBefore(text, cue) > 0;
            return labelled ? LabelWorth : text[cue..at].ContainsAny(':', '：') ? 19 : 14;
        }

        if (before is '“' or '「' or '‘' or '『' || before == '"' && QuoteParity(text, at)) return Quoted.MatchBefore(text, at - 1) > 0 ? 8 : (at == 1 || text[at - 2] is '：' or ':' or '，' or ',' or '\n') && !QuoteEnds(text, at) ? 4 : InQuote;
        // 签署人：王素: whatever ends like a role is a label before a colon.
        if (cue < at && cue > 1 && text[cue..at].ContainsAny(':', '：'))
        {
            if (text[(cue - 2)..cue] is "昵称" or "称呼" or "网名" or "品名" or "店名") return InQuote;
            if (text[cue - 1] is '人' or '员' or '者' or '师' or '长' && Chars.IsHan(text[cue - 2]))
            {
                cued = true;
                return 14;
            }
        }

        // 店主（女）温长江, 被处罚人（签名）：温长江.
        if (cue > 0 && text[cue - 1] is '）' or ')' && OpeningBracket(text, cue - 1) is > 0 and var open && (Cues.MatchBefore(text, open) > 0 || cue < at && Cues.MatchBefore(text, cue - 1) > 0))
        {
            cued = true;
            return cue < at && Labels.MatchBefore(text, open) > 0 ? LabelWorth : 14;
        }

        // 3,200余笔, 十余人.
        if (text[at] == '余' && (Chars.IsDigit(before) || "十百千万亿".Contains(before))) return Never;
        // 经营方回函, 申请方预交: a party.
        if (text[at] == '方' && "请营租诉货供需买卖校店厂院警资劳托包购销业办工设管用".Contains(before)) return -14;
        // 同一张健康证明.
        if (text[at] == '张' && "一两二三四五六七八九十几每这那整半数".Contains(before)) return -25;
        if (Chars.IsDigit(before)) return at > 1 && Chars.IsDigit(text[at - 2]) ? 0 : -4;
        if (!Chars.IsHan(before)) return QuoteIsOpen(text, at) ? InQuote : before is '、' ? 1 : 4;
        if (QuoteIsOpen(text, at)) return InQuote;
        if (before is '日' or '时' or '分' or '许' or '月' or '年' && at > 1 && (Chars.IsDigit(text[at - 2]) || text[at - 2] is '时' or '分')) return 6;
        var word = window.WordBefore(at, out var kind);
        // 登记于郑琦名下: behind a verb it is the preposition.
        if (text[at] == '于' && kind == WordClass.Verb) return -16;
        // 南至黄家塘: a boundary.
        if (before == '至' && at > 1 && text[at - 2] is '东' or '南' or '西' or '北') return -24;
        if (word == 1) return Before[before] ? 7 : RoleEnd[before] ? 6 : kind == WordClass.Verb ? 2 : kind == WordClass.Particle ? 1 : -3;
        if (RoleEnd[before] && kind == WordClass.Noun) return 9;
        if (before is '时' or '后' or '前') return 5;
        return kind switch { WordClass.Verb => 5, WordClass.Particle => 2, WordClass.Place => -3, _ => 0 };
    }

    /// <summary>Whether a preposition, a role or a cue ends before <paramref name="at"/>.</summary>
    public static bool StandsBefore(ReadOnlySpan<char> text, int at) => Before[text[at - 1]] || RoleEnd[text[at - 1]] || text[at - 1] is '族' || Cues.MatchBefore(text, at) > 0;

    /// <summary>阮氏香（越南籍，…: a state stands in a bracket or behind a comma.</summary>
    public static bool IsForeigner(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && text[end] is ('（' or '(' or '，') && (text[(end + 1)..].StartsWith("越南") || text[(end + 1)..].StartsWith("缅甸") || text[(end + 1)..].StartsWith("老挝"));

    /// <summary>鲁能公司, 王强牌: what follows bears the name of somebody.</summary>
    public static bool IsNamedAfter(ReadOnlySpan<char> text, int end) => Organization.MatchAt(text, end) > 1 || NotBehind.MatchAt(text, end) > 1 && OwnThing.MatchAt(text, end) == 0 && Follow.MatchAt(text, end) == 0;

    /// <summary>Whether a word that follows names stands at <paramref name="at"/>.</summary>
    public static bool StandsBehind(ReadOnlySpan<char> text, int at) => Behind[text[at]] || Follow.MatchAt(text, at) > 0;

    /// <summary>Whether a cue word stands before <paramref name="at"/>.</summary>
    public static bool IsCued(ReadOnlySpan<char> text, int at) => at > 0 && CueTail[text[at - 1]] && (
        text[at - 1] is '）' or ')' or '“' || CueReader.EndBefore(text, at) is > 0 and var cue && (Cues.MatchBefore(text, cue) > 0 || text[cue - 1] is '）' or ')' or '人' or '员' or '者' or '师' or '长'));

    /// <summary>The most that the place before <paramref name="start"/> can say for a name, without looking closely.</summary>
    public static int LeftBound(ReadOnlySpan<char> text, int start, bool cued)
    {
        if (cued) return LabelWorth;
        if (start == 0) return 4;
        var before = text[start - 1];
        if (Chars.IsHan(before)) return Before[before] || RoleEnd[before] ? 16 : 6;
        return before switch { '、' or '.' or '．' => 16, '“' or '「' or '"' or '『' or '‘' => 8, _ => Chars.IsDigit(before) ? 0 : 4 };
    }

    /// <summary>The most that the characters and the place behind can say for a name from <paramref name="start"/> to <paramref name="end"/>, without looking closely.</summary>
    public static int RightBound(ReadOnlySpan<char> text, int start, int end, bool cued)
    {
        var c = end < text.Length ? text[end] : '。';
        var last = text[end - 1];
        if (Chars.IsHan(c))
        {
            var right = c == '名' ? 24 : TitleHead[c] ? 13 : 8;
            return right + (PlaceEnd[last] ? -3 : 0) + (ThingEnd[last] && right != 13 ? -14 : 0) + (end - start > 2 && Verb[last] ? -6 : 0);
        }

        // 店主温长江，: a cue before and the end of a clause behind.
        var alone = !cued ? 0 : c is '（' or '(' ? 20 : 9;
        return alone + Edge(text, start, end, c) + (PlaceEnd[last] ? -3 : 0) + (ThingEnd[last] ? -14 : 0) + (end - start > 2 && Verb[last] ? -6 : 0);
    }

    /// <summary>The most that what is no Han character can say behind a name.</summary>
    private static int Edge(ReadOnlySpan<char> text, int start, int end, char c)
    {
        var next = end + 1 < text.Length ? text[end + 1] : '\0';
        var digit = Chars.IsDigit(next);
        return c switch
        {
            '，' or ',' => digit ? start > 0 && text[start - 1] is '“' or '「' or '"' or '『' ? 40 : 12 : AsideHead[next] ? 12 : 3,
            '（' or '(' => digit || AsideHead[next] ? 14 : 0,
            '”' or '"' or '」' or '』' or '’' => 30,
            ' ' or '　' or '|' or '\t' => digit ? 14 : 3,
            '、' => 8,
            _ => Chars.IsDigit(c) ? 12 : 3,
        };
    }

    /// <summary>Which lists know what stands before <paramref name="at"/>, a bit each.</summary>
    public static uint KindsBefore(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return 0;
        var cue = CueReader.EndBefore(text, at);
        var length = Cues.MatchBefore(text, cue);
        return (Before[text[at - 1]] ? 1u : 0) | (RoleEnd[text[at - 1]] ? 2u : 0) | (length == 0 ? 0 : length == 1 ? 4u : 8u) | (length > 0 && cue < at ? 16u : 0) | (length > 0 && Labels.MatchBefore(text, cue) > 0 ? 32u : 0);
    }

    /// <summary>Which lists know what stands at <paramref name="end"/>, a bit each.</summary>
    public static uint KindsBehind(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length) return 0;
        var c = text[end];
        if (c is '（' or '(' or '，' or ',') return Aside.MatchAt(text, end + 1) > 0 ? 1u : end + 1 < text.Length && Chars.IsDigit(text[end + 1]) ? 2u : 0;
        return (Title.MatchAt(text, end) > 0 ? 4u : 0) | (PersonOnly.MatchAt(text, end) > 0 ? 8u : 0) | (Follow.MatchAt(text, end) > 0 ? 16u : 0) | (OwnThing.MatchAt(text, end) > 0 || c == '的' && OwnThing.MatchAt(text, end + 1) > 0 ? 32u : 0)
            | (Behind[c] ? 64u : 0) | (Verb[c] ? 128u : 0) | (Rank.MatchAt(text, end) > 1 ? 256u : 0) | (Trade.MatchAt(text, end) > 0 ? 512u : 0);
    }

    /// <summary>What stands behind the name from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static int Right(ReadOnlySpan<char> text, int start, int end, bool cued, ref NameLattice window)
    {
        if (IsSerialHead(text, start, end)) return Never;
        // 店主温长江，: a cue before and the end of a clause behind leave little else.
        var alone = cued && (end >= text.Length || !Chars.IsHan(text[end])) && !Lexicon.IsWord(text, start, end - start)
            ? end < text.Length && text[end] is '（' or '(' && Aside.MatchAt(text, end + 1) > 0 ? 20 : 9 : 0;
        return alone + Shape(text, start, end, cued, window) + Following(text, start, end, cued, ref window);
    }

    /// <summary>王家庄 is a village, 周大未 is cut in the wrong place.</summary>
    private static int Shape(ReadOnlySpan<char> text, int start, int end, bool cued, in NameLattice window)
    {
        var last = text[end - 1];
        // 姜海洋, 魏冬至: given names that are words.
        var given = end - start > 2 && (PlaceEnd[last] || Behind[last]) && GivenWord.MatchAt(text, end - 2) == 2;
        var place = !PlaceEnd[last] || given ? 0 : "村镇乡县市区街路庄屯寨洞".Contains(last) ? -32 : Place[last] ? cued ? -3 : -9 : cued ? -6 : -16;
        if (end - start > 2 && (place != 0 && text[end - 2] is '家' || "村镇乡县区街".Contains(text[start + 1]))) return -40;
        // 王家坡, 李家冲: hamlets.
        if (!cued && end - start > 2 && text[end - 2] is '家' && "坡冲垴塝铺坊店堰".Contains(last)) return -40;
        if (ThingEnd[last] && PersonOnly.MatchAt(text, end) == 0) place -= 14;
        // 何家营, 吴家坟; 张富后，.
        if (!cued && last == '家' && end - start == 2 && end < text.Length && Chars.IsHan(text[end]) && !Behind[text[end]]) place -= 16;
        if (last == '家' && end - start > 2 && end < text.Length && Chars.IsHan(text[end]) && !Behind[text[end]] && Follow.MatchAt(text, end) == 0) place -= 14;
        if (last == '时' && end - start > 2 && end < text.Length && Chars.IsHan(text[end])) place -= 8;
        if (!cued && last is '后' or '前' && end - start == 2 && end < text.Length && Chars.IsHan(text[end])) place -= 12;
        if (last is '后' or '前' or '时' or '内' or '外' && end - start > 2 && (end >= text.Length || !Chars.IsHan(text[end]))) place -= 12;
        if (end - start > 2 && Verb[last]) place -= 6;
        // 苏德|开着, 邵平|患脑梗, 辛戈|以“…”, 海山|都是.
        if (end - start > 2 && end < text.Length && (text[end] == '着' || last == '患' && HealthRecognizer.Diseases.MatchAt(text, end) > 0 || last == '以' && text[end] is ('“' or '"') || last == '都' && text[end] is ('是' or '有' or '在' or '没' or '不'))) place -= 24;
        if (end - start > 2 && Follow.MatchAt(text, end - 1) > 1) place -= 7;
        // 杜易|放任, 吴嵩|克扣: the last character begins a word of the text behind.
        if (end - start > 2 && window.WordAt(end - 1, out var next) > 1 && next == WordClass.Verb) place -= 6;
        if (!cued && Lexicon.IsWord(text, start, end - start)) place -= PersonOnly.MatchAt(text, end) > 0 ? 2 : Lexicon.IsRare(text, start, end - start) ? 7 : 14;
        return place + (Behind[last] && !given && last is not ('和' or '同' or '以' or '为') ? last is '未' or '已' or '曾' or '均' ? -20 : -9 : 0);
    }

    /// <summary>What the text behind the would-be name from <paramref name="start"/> to <paramref name="end"/> says.</summary>
    public static int Following(ReadOnlySpan<char> text, int start, int end, bool cued, ref NameLattice window)
    {
        if (end >= text.Length) return 3;
        var c = text[end];
        if (!Chars.IsHan(c))
        {
            if (Chars.IsMiddleDot(c)) return Never;
            if (c is '（' or '(') return Aside.MatchAt(text, end + 1) > 0 || (end + 1 < text.Length && Chars.IsDigit(text[end + 1])) ? 14 : 0;
            if (c is '”' or '」' or '"' or '』' or '’') return QuoteSays(text, start, end);
            if (c is '，' or ',' && end + 1 < text.Length && (Aside.MatchAt(text, end + 1) > 0 || Chars.IsDigit(text[end + 1]) && Digits(text, end + 1) == 11))
            {
                // “戚舟，13800001234，……”: a row of a list is quoted, no shop or brand.
                return Chars.IsDigit(text[end + 1]) && start > 0 && text[start - 1] is '“' or '「' or '"' or '『' ? 40 : 12;
            }

            // 付强|320322…: a row of a table; 1.郎咸丰 2.应雪: an item of a list.
            if (c is '|' or '\t' && end + 1 < text.Length && Digits(text, end + 1) is 11 or >= 15) return 14;
            if (c is ' ' or '　' && IsItem(text, end + 1) && IsItem(text, ItemStart(text, start))) return 12;
            if (Chars.IsDigit(c) || c is ' ' or '　' && end + 1 < text.Length && Chars.IsDigit(text[end + 1])) return Digits(text, end) >= 11 ? 12 : c is ' ' or '　' ? 2 : IsCount(text, end) ? 6 : -14;
            return Chars.IsLetter(c) ? cued ? -4 : -14 : c is '、' ? cued && Cues.MatchAt(text, end + 1) > 1 ? 8 : 0 : 3;
        }

        // 登记在殷红名下.
        if (c == '名' && end + 1 < text.Length && text[end + 1] == '下' && start > 0 && text[start - 1] is '在' or '于' or '到' or '至') return 24;
        if (Title.MatchAt(text, end) > 0 || PersonOnly.MatchAt(text, end) > 0) return 13;
        if (end - start > 1 && Rank.MatchAt(text, end) is > 0 and var rank && (rank > 1 || c is '姐' or '哥' or '叔' or '婶' or '嫂' or '姨' or '爷')) return 11;
        // 成志高于2021年…: when somebody did it; 元宝山的卡号: what people have.
        if (c == '于' && IsYear(text, end + 1)) return text[end - 1] is '曾' or '已' or '又' or '再' or '先' or '生' or '死' or '系' ? -10 : 18;
        if (c == '的' && OwnThing.MatchAt(text, end + 1) is > 1) return 12;
        if (end + 1 < text.Length && text[end + 1] == '于' && c is not ('曾' or '已' or '又' or '再' or '先' or '生' or '死' or '卒') && IsYear(text, end + 2)) return -10;
        // 主播“阿伟说酒”: a quote that goes on is no name.
        if (start > 0 && text[start - 1] is '“' or '「' or '‘' or '"' && QuoteEnds(text, end)) return -30;
        if (!cued && IsListedThing(text, start, end, window)) return -30;
        // 罗世富银行卡号: what somebody has may begin like a firm.
        var follow = Follow.MatchAt(text, end);
        var not = NotBehind.MatchAt(text, end);
        if (not > 0 || IsOrganization(text, end, ref window))
        {
            var own = Math.Max(follow, OwnThing.MatchAt(text, end));
            if (own <= not || follow == 0 && IsOrganization(text, end + own, ref window)) return Never;
        }

        // 诸葛亮广场 is not 诸葛亮广.
        if (NotBehind.MatchAt(text, end - 1) > 1) return -24;
        if (follow > 0) return 8;
        var word = window.WordAt(end, out var kind);
        if (PlaceEnd[c] && (end + 1 == text.Length || !Chars.IsHan(text[end + 1]))) return -60;
        if (PlaceEnd[c] && word == 1) return -24;
        if (!Behind[c] && !Verb[c] && end + 1 < text.Length && "街路巷镇乡村".Contains(text[end + 1]) && !(cued && word > 1)) return -20;
        if (Behind[c] || Verb[c] && word == 1) return 6;
        if (kind is WordClass.Noun or WordClass.Place && OwnThing.MatchAt(text, end) == 0 && !cued) return IsThing(text, end, window) ? -12 : word > 1 ? -8 : -4;
        return kind switch { WordClass.Verb => word > 1 ? 5 : 3, WordClass.Particle => 4, WordClass.Noun => -4, WordClass.Place => -4, _ => -1 };
    }

    /// <summary>季德胜蛇药片、王致和腐乳、: an item of a list that goes on behind the name, with no verb in it.</summary>
    private static bool IsListedThing(ReadOnlySpan<char> text, int start, int end, in NameLattice window)
    {
        var listed = start > 0 && text[start - 1] == '、';
        if (!listed && start > 0 && Chars.IsHan(text[start - 1])) return false;
        var i = end;
        while (i < text.Length && Chars.IsHan(text[i]))
        {
            if (i - end > 7 || OwnThing.MatchAt(text, i) > 0 || Follow.MatchAt(text, i) > 0 || Title.MatchAt(text, i) > 0 || text[i] is '等' or '在' or '系' or '的') return false;
            var word = window.WordAt(i, out var kind);
            if (word == 0 || kind == WordClass.Verb && word > 1) return false;
            i += word;
        }

        return i < text.Length && text[i] == '、' || listed && (i == text.Length || text[i] is '。' or '；');
    }

    /// <summary>于田、于都、万年等县, 马兰、马子禄、马有布三家: what the list that goes on behind a name ends with says what it is of.</summary>
    public static bool IsListOfThings(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && i - end < 48 && (text[i] == '、' || Chars.IsHan(text[i]) && text[i] != '等'))
        {
            if (i > end && text[i - 1] != '、' && Chars.IsChineseNumeral(text[i]) && ListOf.MatchAt(text, i + 1) > 0) return true;
            i++;
        }

        return i < text.Length && text[i] == '等' && (ListOf.MatchAt(text, i + 1) > 0 || i + 1 < text.Length && Chars.IsChineseNumeral(text[i + 1]) && ListOf.MatchAt(text, i + 2) > 0);
    }

    /// <summary>Where the number of an item would begin that ends before the name.</summary>
    private static int ItemStart(ReadOnlySpan<char> text, int at)
    {
        var i = at - 1;
        while (i > 0 && at - i < 4 && Chars.IsDigit(text[i - 1])) i--;
        return i;
    }

    /// <summary>2. or 2、: the number of an item.</summary>
    private static bool IsItem(ReadOnlySpan<char> text, int at)
    {
        if (at < 0) return false;
        var i = at;
        while (i < text.Length && i - at < 3 && Chars.IsDigit(text[i])) i++;
        return i > at && i < text.Length && text[i] is '.' or '．' or '、' && (i + 1 == text.Length || !Chars.IsDigit(text[i + 1]));
    }

    /// <summary>Whether a quote ends soon behind, within the clause.</summary>
    public static bool QuoteEnds(ReadOnlySpan<char> text, int at)
    {
        for (var i = at; i < text.Length && i - at < 10; i++)
        {
            if (text[i] is '”' or '」' or '’' or '"') return true;
            if (text[i] is '，' or '。' or ',') return false;
        }

        return false;
    }

    /// <summary>鲁智深酒坊, 康乐饼干: nothing but nouns up to the stop, none of which people have.</summary>
    private static bool IsThing(ReadOnlySpan<char> text, int end, in NameLattice window)
    {
        var i = end;
        while (i - end < 9 && i < text.Length && Chars.IsHan(text[i]))
        {
            var word = window.WordAt(i, out var kind);
            if (word == 0 || kind is not (WordClass.Noun or WordClass.Place) || Behind[text[i]] || OwnThing.MatchAt(text, i) > 0) return false;
            i += word;
        }

        return i >= text.Length || !Chars.IsHan(text[i]);
    }

    /// <summary>A word of office language may end like a cue: 建设用地使用权人 is one, 本人 is not.</summary>
    private static bool Outweighs(ReadOnlySpan<char> text, int cue) => cue > 1 && text[cue - 1] == '人' && text[cue - 2] is '本' or '他' or '何' or '个';

    /// <summary>“张三” is a shop or a brand, but for a signature or where somebody is called so.</summary>
    private static int QuoteSays(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0 || text[start - 1] is not ('“' or '「' or '"' or '『' or '‘')) return 2;
        var behind = text[(end + 1)..Math.Min(text.Length, end + 5)];
        if (behind.Length > 1 && Chars.IsHan(behind[0]) && (NotBehind.MatchAt(behind, 0) > 0 || Organization.IsIn(behind) || behind[^1] == '厂')) return -45;
        // 标称“双汇”的火腿肠, 名为“云聚”的APP.
        if (start > 2 && text[start - 2] == '称' && text[start - 3] == '标' || behind.Length > 1 && behind[0] == '的' && (Chars.IsLetter(behind[1]) || "软平网店公小账群产".Contains(behind[1]))) return -45;
        if (Quoted.MatchBefore(text, start - 1) > 0) return 26;
        if (behind.Contains("签名", StringComparison.Ordinal) || behind.Contains("签字", StringComparison.Ordinal) || behind.StartsWith("的签", StringComparison.Ordinal) || behind.Length > 1 && behind[0] is '二' or '两' or '三' && behind[1..].TrimStart('个').StartsWith("字") || behind.StartsWith("并非", StringComparison.Ordinal) || behind.StartsWith("之名", StringComparison.Ordinal) || behind.StartsWith("的名义", StringComparison.Ordinal) || behind.Length > 0 && behind[0] == '系') return 30;
        return -45;
    }

    /// <summary>闽华审字〔2023〕, 闽交运管三字3504…: letters of a document number.</summary>
    private static bool IsSerialHead(ReadOnlySpan<char> text, int start, int end)
    {
        var i = start;
        while (i < text.Length && i < end + 8 && Chars.IsHan(text[i])) i++;
        if (i >= text.Length || i == end + 8) return false;
        return text[i] is '〔' or '﹝' || (text[i - 1] == '准' || text[i - 1] == '证' && PersonPaper.MatchBefore(text, i) == 0) && Chars.IsDigit(text[i]) || (text[i - 1] == '字' || text[i - 1] == '第' && i > start + 1 && text[i - 2] == '字') && (Chars.IsAlnum(text[i]) || text[i] is '[' or '（' or '(' or '【' or '［') || text[i] is '[' or '［' && i + 1 < text.Length && Chars.IsDigit(text[i + 1])
            || text[i] is '（' or '(' && i + 5 < text.Length && Chars.IsDigit(text[i + 1]) && Chars.IsDigit(text[i + 4]) && text[i + 5] is '）' or ')';
    }

    private static bool QuoteIsOpen(ReadOnlySpan<char> text, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 14; i--)
        {
            if (text[i] is '“' or '「' or '《' or '‘') return true;
            if (text[i] is '”' or '」' or '》' or '’' or '。' or '：' or '\n') return false;
            if (text[i] == '"') return QuoteParity(text, i + 1);
        }

        return false;
    }

    /// <summary>Whether the straight quote before <paramref name="at"/> opens: an odd number of them stands in the line.</summary>
    private static bool QuoteParity(ReadOnlySpan<char> text, int at)
    {
        var line = text[Math.Max(0, at - 160)..at];
        return line[(line.LastIndexOf('\n') + 1)..].Count('"') % 2 == 1;
    }

    /// <summary>钱保国、农浩然2人: how many they are.</summary>
    private static bool IsCount(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Chars.IsDigit(text[at])) at++;
        return at < text.Length && text[at] is '人' or '名' or '元' or '岁' or '月' or '日';
    }

    private static bool IsYear(ReadOnlySpan<char> text, int at) => at + 4 < text.Length && Chars.IsDigit(text[at]) && Chars.IsDigit(text[at + 3]) && text[at + 4] == '年';

    public static int Digits(ReadOnlySpan<char> text, int at)
    {
        var count = 0;
        for (var i = at; i < text.Length && i - at < 16; i++)
        {
            if (Chars.IsDigit(text[i])) count++;
            else if (text[i] is not (' ' or '　' or '-')) break;
        }

        return count;
    }

    /// <summary>王强建材有限公司: the letters run on into the word for an organisation.</summary>
    private static bool IsOrganization(ReadOnlySpan<char> text, int end, ref NameLattice window)
    {
        var limit = Math.Min(text.Length, end + 12);
        if (window.NextOrganization(Organization, end, limit) >= limit) return false;
        for (var i = end; i < limit && (Chars.IsHan(text[i]) || Chars.IsAlnum(text[i]) || text[i] is '（' or '）'); i++)
        {
            if (Organization.MatchAt(text, i) is > 0 and var word && (word > 1 || i + 1 == text.Length || !"主员长内里区工".Contains(text[i + 1]))) return true;
            if (Behind[text[i]] || IsVerb(text, i) && !IsTrade(text, i)) return false;
        }

        return false;
    }

    private static bool IsVerb(ReadOnlySpan<char> text, int at) =>
        Follow.MatchAt(text, at) > 0 || at + 1 < text.Length && Lexicon.Words.TryPair(text[at], text[at + 1], out _, out var kind, out _) && kind == WordClass.Verb;

    /// <summary>加工厂, 养殖场, 维修部: these verbs are part of a firm's name.</summary>
    private static bool IsTrade(ReadOnlySpan<char> text, int at) => Trade.MatchAt(text, at) > 0;

    private static int OpeningBracket(ReadOnlySpan<char> text, int close)
    {
        for (var i = close - 1; i >= 0 && close - i < 60; i--)
        {
            if (text[i] is '（' or '(') return i;
            if (text[i] is '。' or '\n') break;
        }

        return 0;
    }
}
