namespace CreditKit.Recognition;

/// <summary>
/// The grammar of Chinese addresses: divisions, then areas (镇, 街道, 村, 路, 小区 …), then numbers of houses, buildings,
/// flats and village groups; names of estates and hamlets stand between them.
/// </summary>
internal static class AddressGrammar
{
    public static readonly WordList Dwelling = Lexicon.Cue("dwelling");
    private static readonly WordList Units = Lexicon.Cue("houseUnit");
    private static readonly WordList NotUnits = Lexicon.Cue("notHouseUnit");
    private static readonly WordList Areas = Lexicon.Cue("addressArea");
    private static readonly CharacterSet AreaEnd = Lexicon.CueCharacters("addressAreaEnd");
    private static readonly CharacterSet Break = Lexicon.CueCharacters("addressBreak");

    /// <summary>These end an area only where more of the address follows: 大道, 广场, 三队, 同安里.</summary>
    private const string Uncertain = "道场队里院城湖桥园堡铺冲坪坝沟坡墩岭塘口营店集河山";

    private const int MaxLength = 80, MaxName = 12, NameBeforeNumber = 8;

    /// <summary>喀让格托海村, 从岗村: a character of the name of a village that would be a word elsewhere; the name ends soon.</summary>
    public static bool IsWithinName(ReadOnlySpan<char> text, int at, int limit)
    {
        if (text[at] == '的') return false;
        if (IsGeneral(text, at)) return true;
        // 平等街, 和平时代: the end of a word.
        var word = at > 0 && Lexicon.IsWord(text, at - 1, 2);
        for (var k = at + 1; k < limit && k < at + 5 && Chars.IsHan(text[k]) && !Break[text[k]]; k++)
            if (text[k] is '村' or '乡' or '镇' or '巷' or '屯' or '寨' || word && text[k] is '街' or '路' or '里' or '弄' or '苑' or '园' or '区') return word || !Lexicon.IsWord(text, at, 2);
        return false;
    }

    /// <summary>将军大道, 将军路: no verb.</summary>
    private static bool IsGeneral(ReadOnlySpan<char> text, int at) => text[at] == '将' && at + 1 < text.Length && text[at + 1] == '军';

    /// <summary>时堰镇, 从岗乡: a town whose name begins so.</summary>
    private static bool IsTown(ReadOnlySpan<char> text, int at, int limit) =>
        IsGeneral(text, at) || text[at] is not ('的' or '与' or '他' or '她' or '我') && !Lexicon.IsWord(text, at, 2) && (at + 2 < limit && text[at + 2] is '镇' or '乡' || at + 3 < limit && text[at + 3] is '镇' or '乡');

    /// <summary>Whether the character may end the name of a division, village, street or estate.</summary>
    public static bool EndsArea(char c) => AreaEnd[c];

    /// <summary>Whether the character ends an address wherever it stands in one.</summary>
    public static bool IsBreak(char c) => Break[c];

    /// <summary>花园, 新村 …: the name of a dwelling, where it names no street (花园路).</summary>
    public static bool HasDwelling(ReadOnlySpan<char> address)
    {
        for (var i = 0; i < address.Length; i++)
            if (Dwelling.MatchAt(address, i) is > 0 and var length && !(i + length < address.Length && address[i + length] is '路' or '街' or '大' or '东' or '西' or '南' or '北' or '中' or '酒' or '宾' or '桥')) return true;
        return false;
    }

    /// <summary>Reads the address that begins at <paramref name="at"/>; the end of its last part, or <paramref name="at"/>.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, out bool numbered, out int areas, out bool division)
    {
        numbered = division = false;
        areas = 0;
        var end = at;
        var i = at;
        var limit = Math.Min(text.Length, at + MaxLength);
        while (i < limit)
        {
            if (!numbered && Lexicon.Divisions.MatchAt(text, i) is > 0 and var known && !IsStreet(text, i + known, known))
            {
                division = true;
                areas++;
                end = i += known;
                continue;
            }

            var next = Number(text, i, limit, numbered, areas);
            if (next > 0) numbered = true;
            else if ((next = Area(text, i, limit, numbered, areas)) > 0)
            {
                areas++;
                next = Stretch(text, next, limit);
            }
            else break;

            end = i = next;
        }

        return AddressTail.Read(text, end, limit, numbered);
    }

    /// <summary>云南路, 湖北东路: the name of a street, not the short name of a province.</summary>
    private static bool IsStreet(ReadOnlySpan<char> text, int end, int length) =>
        length == 2 && end + 1 < text.Length && (text[end] is '路' or '街' || text[end] == '村' && text[end + 1] != '民' || "大东西南北中".Contains(text[end]) && text[end + 1] is '路' or '街' or '道');

    /// <summary>东大街 街道, 解放路 五段, 永明路 南段: what still belongs to the name that ends at <paramref name="end"/>.</summary>
    private static int Stretch(ReadOnlySpan<char> text, int end, int limit)
    {
        if (end + 2 > limit || text[end - 1] is not ('街' or '路' or '道')) return end;
        if (text[end - 1] == '街' && text[end..].StartsWith("街道", StringComparison.Ordinal)) return end + 2;
        return text[end + 1] == '段' && (Chars.IsChineseNumeral(text[end]) || "东西南北中上下".Contains(text[end])) ? end + 2 : end;
    }

    /// <summary>A number with its unit, a chain of numbers, or a bare number behind one that has a unit; 0 when there is none.</summary>
    private static int Number(ReadOnlySpan<char> text, int at, int limit, bool numbered, int areas)
    {
        var i = at;
        if (i + 1 < limit && (Chars.IsHyphen(text[i]) || text[i] is '#' or '＃' or ' ' or '　' or '之' || numbered && text[i] == '\n' && Chars.IsDigit(text[i + 1]))) i++;
        var wrapped = i > at && text[at] == '\n';
        var separated = i > at;
        if (i < limit && text[i] is '附' or '第') i++;
        var start = i;
        var sides = i;
        while (sides < limit && sides - i < 2 && "东西南北中甲乙丙丁".Contains(text[sides])) sides++;
        // 东单元, 西户.
        if (sides > i && numbered && Units.MatchAt(text, sides) is > 0 and var side && text[sides] is '单' or '户' or '门' or '院') return sides + side;
        // 北座1806, 东楼502.
        if (sides > i && areas > 1 && sides + 1 < limit && text[sides] is '座' or '楼' or '栋' or '幢' && Chars.IsDigit(text[sides + 1])) return sides + 1;
        var digits = sides;
        while (digits < limit && (Chars.IsAlnum(text[digits]) || Chars.IsChineseNumeral(text[digits]) || digits > sides && (Chars.IsHyphen(text[digits]) || text[digits] is '#' or '＃' or '/' || text[digits] is '甲' or '乙' or '丙' or '丁' && digits + 1 < limit && (Chars.IsHyphen(text[digits + 1]) || text[digits + 1] == '号') || text[digits] is '之' or '附' && digits + 1 < limit && Chars.IsDigit(text[digits + 1])))) digits++;
        while (digits > sides && (Chars.IsHyphen(text[digits - 1]) || text[digits - 1] == '/')) digits--;
        if (digits == sides) return 0;
        // 288 弄 6 号: as read from a card.
        var gap = digits + 1 < limit && text[digits] == ' ' ? 1 : 0;
        var unit = UnitLength(text, digits + gap, limit);
        if (unit > 0) return digits + gap + unit;
        if (wrapped) return 0;
        if (digits > 0 && text[digits - 1] is '#' or '＃' && areas > 0) return digits;
        if (start > at && text[start - 1] == '附' && numbered) return digits;
        // 289号之二.
        if (numbered && separated && text[at] == '之') return digits;
        var count = digits - sides;
        // 0851-8812345: a telephone behind the address.
        if (IsTelephone(text[sides..digits])) return 0;
        if (!Chars.IsDigit(text[sides]) && !(Chars.IsLetter(text[sides]) && digits > sides + 1) || NumberRecognizer.HasUnitAfter(text, digits)) return 0;
        var closed = digits == text.Length || !Chars.IsHan(text[digits]) || Break[text[digits]] || text[digits] == '门';
        // 44号1-5-3门内: building, unit and room, whatever follows.
        if (numbered && count is >= 5 and <= 12 && text[sides..digits].Count('-') > 1) return digits;
        // 12-3-502 and 502 need no unit once a house number stands before, 3-2-502 none behind the name of an estate.
        if (numbered && (closed && count <= 9 || count is 3 or 4 && (separated || text[at - 1] is '元' or '楼' or '栋' or '幢' or '座' or '门' or '层' or '梯'))) return digits;
        return !numbered && areas > 0 && closed && count is >= 5 and <= 12 && text[sides..digits].ContainsAny('-', '－', '#') ? digits : 0;
    }

    private static bool IsTelephone(ReadOnlySpan<char> number) => number.Length > 9 && Chars.Fold(number[0]) == '0' && number[..5].ContainsAny('-', '－');

    private static int UnitLength(ReadOnlySpan<char> text, int at, int limit)
    {
        if (at >= limit) return 0;
        // 112号院墙外.
        if (text[at] == '号' && at + 2 < text.Length && text[at + 1] == '院' && text[at + 2] is '墙' or '子' or '落' or '内' or '外' or '门') return 1;
        if (NotUnits.MatchAt(text, at) > 0) return 0;
        return Units.MatchAt(text, at);
    }

    /// <summary>A name and the word that makes it an area; also a name of an estate or hamlet before its number. 0 when there is none.</summary>
    private static int Area(ReadOnlySpan<char> text, int at, int limit, bool numbered, int areas)
    {
        // 11号自家院里.
        if (numbered && text[at] == '自' && at + 1 < limit && text[at + 1] is '家' or '己' or '住' or '建') return 0;
        var reach = Math.Min(limit, at + MaxName);
        for (var k = at; k < reach; k++)
        {
            var c = text[k];
            var name = k - at;
            // 友谊达斡尔族满族柯尔克孜族乡.
            if (c == '族') reach = Math.Min(limit, k + MaxName);
            if (!(Chars.IsHan(c) || Chars.IsAlnum(c) || c is '（' or '）' or '(' or ')' || Chars.IsMiddleDot(c)) || Break[c] && !(areas > 0 && (name > 0 ? IsWithinName(text, k, limit) : IsTown(text, k, limit)))) return 0;
            // （家住…16栋4单元）反映…: the bracket was open before.
            if (c is '）' or ')' && !text[at..k].ContainsAny('（', '(')) return 0;
            // 田中37号, 锦城一品3期9栋, 威尼斯10街区26-304: a name and a number behind a street, village or estate.
            if (areas > 0 && name > 0 && name <= NameBeforeNumber && Chars.IsAlnum(c) && !Chars.IsAlnum(text[k - 1]) && (areas > 1 || numbered || name <= 4) && IsHouse(text, k, limit, numbered)) return k;
            if (numbered && name >= NameBeforeNumber) continue;
            // 许家园村: a village.
            if (Dwelling.MatchAt(text, k) is > 0 and var dwelling) return k + dwelling + (k + dwelling < limit && text[k + dwelling] == '村' ? 1 : 0);
            if (Areas.MatchAt(text, k) is > 0 and var area && (name > 0 || area > 2) && !text[(k + area)..].StartsWith("会议", StringComparison.Ordinal))
            {
                // 沙港村委会上坡二村: the committee stands for its village only where the address goes on.
                if (text[k + area - 1] != '会' || GoesOn(text, k + area, limit)) return k + area;
                return 0;
            }

            if (c is '组' or '社' && name is > 0 and <= 5 && (areas > 1 || numbered) && NotUnits.MatchAt(text, k) == 0 && (k + 1 >= text.Length || !Chars.IsHan(text[k + 1]) || AddressRecognizer.IsHomeBehind(text, k) || Break[text[k + 1]] || Chars.IsChineseNumeral(text[k + 1]))) return k + 1;
            if (!AreaEnd[c] || name == 0 || c == '市' && text[k - 1] == '城') continue;
            // 曼占宰村民小组21号, 城关镇西街村.
            if (c == '村' && k + 2 < text.Length && text[k + 1] == '民' && UnitLength(text, k, limit) is > 0 and var group) return k + group;
            if (c is not ('省' or '市' or '区' or '县' or '旗' or '镇' or '乡' or '村') && k + 1 < limit && text[k + 1] == '村' && !(k + 2 < text.Length && text[k + 2] is ('民' or '路' or '道' or '口'))) return k + 2;
            if (k + 1 < text.Length && (c == '场' && text[k + 1] == '所' || c == '市' && text[k + 1] == '场' || c == '村' && text[k + 1] == '民')) return 0;
            // 何家冲村熊洼组.
            if (k + 1 < limit && text[k + 1] == '组' && NotUnits.MatchAt(text, k + 1) == 0) return k + 2;
            if (Uncertain.Contains(c) && !GoesOn(text, k + 1, limit)) continue;
            // 大湾沟, 老屋场: the name ends one character later.
            return areas > 1 && k + 1 < limit && Uncertain.Contains(text[k + 1]) && c is not ('村' or '镇' or '乡' or '区' or '市' or '县') && (k + 2 == text.Length || !Chars.IsHan(text[k + 2])) ? k + 2 : k + 1;
        }

        return 0;
    }

    /// <summary>Whether digits or letters at <paramref name="at"/> number a house, building or group.</summary>
    private static bool IsHouse(ReadOnlySpan<char> text, int at, int limit, bool numbered)
    {
        var end = at;
        while (end < limit && (Chars.IsAlnum(text[end]) || end > at && (Chars.IsHyphen(text[end]) || text[end] == '#'))) end++;
        if (end - at > 12 || IsTelephone(text[at..end])) return false;
        if (UnitLength(text, end, limit) > 0) return true;
        return (numbered || text[at..end].ContainsAny('-', '－', '#')) && end - at >= 5 && Chars.IsDigit(text[at]) && (end == text.Length || !Chars.IsHan(text[end]));
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int at, int limit) =>
        at >= text.Length || !Chars.IsHan(text[at]) && text[at] is not ('（' or '(') || Chars.IsChineseNumeral(text[at]) || "东西南北中上下大小新老".Contains(text[at]) && at + 1 < limit && !Break[text[at + 1]]
        || Lexicon.Divisions.MatchAt(text, at) > 0 || Dwelling.MatchAt(text, at + 2) > 0 || HasArea(text, at, limit);

    /// <summary>罗村三队, 上坡二村: within a few characters the next area or number ends.</summary>
    private static bool HasArea(ReadOnlySpan<char> text, int at, int limit)
    {
        for (var k = at + 1; k < limit && k < at + 6; k++)
        {
            if (!Chars.IsHan(text[k]) && !Chars.IsAlnum(text[k]) || Break[text[k]]) return false;
            if (Areas.MatchAt(text, k) > 0 || AreaEnd[text[k]] && text[k] is not ('市' or '区' or '县' or '场' or '口' or '店' or '桥' or '河' or '山') || Chars.IsDigit(text[k]) && IsHouse(text, k, limit, false)) return true;
        }

        return false;
    }
}
