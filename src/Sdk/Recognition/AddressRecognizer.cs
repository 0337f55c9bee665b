namespace CreditKit.Recognition;

/// <summary>
/// Recognizes home addresses. An address is read from its house number backwards and forwards, or forwards from a cue such
/// as 家住; it is a person's when a cue says so, or when it reads like a dwelling and no business stands beside it.
/// </summary>
internal static class AddressRecognizer
{
    public static readonly WordList HomeCues = Lexicon.Cue("home");
    private static readonly WordList Ambiguous = Lexicon.Cue("ambiguousHome");
    private static readonly WordList Business = Lexicon.Cue("business");
    private static readonly WordList Organization = Lexicon.Cue("organization");
    private static readonly WordList HomeNote = Lexicon.Cue("homeNote");
    private static readonly WordList OwnHouse = Lexicon.Cue("ownHouse");
    private static readonly WordList ShopSite = Lexicon.Cue("shopSite");
    private static readonly WordList SoleTrader = Lexicon.Cue("soleTrader");
    private static readonly WordList Dwelling = Lexicon.Cue("dwelling");

    private const string NumberSuffix = "号室栋幢弄组座户房层楼";
    private const string AreaSuffix = "省市区县旗镇乡村街路道巷弄里苑园屯寨庄湾坊湖桥院城厦场社队";
    private const string Breaks = "的对被将其因时是为与并把我他她了从由让等";
    private const int MaxLength = 80;

    /// <summary>Reads an address that begins at <paramref name="at"/> behind a home cue of <paramref name="cueLength"/> characters.</summary>
    public static bool TryAfterCue(ReadOnlySpan<char> text, int at, int cueLength, List<RecognizedSpan> found, out int end)
    {
        end = at;
        var start = at + cueLength;
        // 注册地址, 经营地址 end with a home's cue: the longer word decides.
        if (Business.MatchBefore(text, start) > cueLength) return false;
        var short1 = cueLength == 1;
        var gap = start;
        while (start < text.Length && start - gap < 4 && (Chars.IsColon(text[start]) || text[start] is ' ' or '　' or '（' or '(' or '“' or '为' or '是' or '于' or '在')) start++;
        if (start >= text.Length || !(Chars.IsHan(text[start]) || Chars.IsAlnum(text[start]))) return false;
        var parsed = Forward(text, start, out var numbered, out var areas, out var division);
        if (parsed == start || !(numbered && (areas > 0 || parsed - start > 5) || areas >= 2 || (division && areas >= 1 && !short1))) return false;
        if (short1 && !numbered && !division) return false;
        if (Ambiguous.MatchBefore(text, at + cueLength) == cueLength && !IsDwelling(text[start..parsed]) && (IsOfOrganization(text, at, parsed) || !IsOfPerson(text, at, found))) return false;
        // 广东省电白县***: masked already.
        if (IsBusinessSite(text, parsed) || parsed < text.Length && text[parsed] is '*' or '＊') return false;
        found.Add(new(start, parsed - start, PersonalDataKind.Address, false));
        end = parsed;
        return true;
    }

    /// <summary>Reads an address without a cue around the division or number that ends before <paramref name="suffix"/>.</summary>
    public static bool TryAround(ReadOnlySpan<char> text, int suffix, int floor, List<RecognizedSpan> found, out int end)
    {
        end = suffix;
        var start = Backward(text, suffix, floor);
        if (start < 0) return false;
        start = BehindDate(text, start, suffix);
        var parsed = Forward(text, start, out var numbered, out var areas, out _);
        // 3号梯, 2号机, 1号线: the number of a thing, not of a house.
        if (parsed < text.Length && "梯机线门泵窗柜车仓炉塔罐井阀".Contains(text[parsed])) return false;
        if (parsed <= suffix || areas == 0) return false;
        if (!numbered && !(text[suffix] is '组' or '户' && areas > 1 && IsOwnHouse(text, parsed))) return false;
        var address = text[start..parsed];
        if (!SaysHome(text, parsed) && !IsOwnHouse(text, parsed) && !IsBesidePerson(text, start, found) && (!IsDwelling(address) || IsBusiness(text, start, parsed) && !IsHomeOfBusiness(text, start, address))) return false;
        found.Add(new(start, parsed - start, PersonalDataKind.Address, false));
        end = parsed;
        return true;
    }

    /// <summary>2024年9月16日该小区…: the date is no part of the address.</summary>
    private static int BehindDate(ReadOnlySpan<char> text, int start, int limit)
    {
        for (var i = limit - 1; i > start; i--)
            if (text[i] is '日' or '月' or '年' && Chars.IsDigit(text[i - 1])) return i + 1;
        return start;
    }

    /// <summary>Parses divisions, areas and numbers from <paramref name="at"/>; the end of the last part that is one.</summary>
    private static int Forward(ReadOnlySpan<char> text, int at, out bool numbered, out int areas, out bool division)
    {
        numbered = false;
        division = false;
        areas = 0;
        var end = at;
        var i = at;
        var limit = Math.Min(text.Length, at + MaxLength);
        while (i < limit)
        {
            var known = Lexicon.Divisions.MatchAt(text, i);
            if (known > 0 && !numbered)
            {
                i += known;
                division = true;
                areas++;
                end = i;
                continue;
            }

            var next = Part(text, i, limit, numbered, areas, out var number);
            if (next < 0) break;
            if (number) numbered = true;
            else areas++;
            i = end = next;
        }

        // 7楼西门, 501室东户: which of the doors.
        if (numbered && end + 1 < limit && "东西南北中左右".Contains(text[end]) && text[end + 1] is '门' or '户' or '侧' or '室' or '屋') end += 2;
        return end;
    }

    /// <summary>One part: some characters and a suffix; -1 when none follows within reach.</summary>
    private static int Part(ReadOnlySpan<char> text, int at, int limit, bool numbered, int areas, out bool number)
    {
        number = false;
        var i = at;
        if (i < limit && (Chars.IsHyphen(text[i]) || text[i] is '#' or '＃' or ' ' or '　') && i + 1 < limit) i++;
        var digits = i;
        while (digits < limit && (Chars.IsAlnum(text[digits]) || Chars.IsChineseNumeral(text[digits]) || (digits > i && (Chars.IsHyphen(text[digits]) || text[digits] is '#' or '之' or '附' or '/')) || (digits == i && text[digits] is '第' or '之' or '甲' or '乙' or '丙' or '丁' or '附' or '东' or '西' or '南' or '北'))) digits++;
        if (digits > i)
        {
            var suffix = NumberSuffixLength(text, digits, limit);
            if (suffix > 0)
            {
                number = true;
                return digits + suffix;
            }

            // 12-3-502 and 502 at the end need no suffix once a house number stands before.
            if (i > 2 && text[i - 1] is '元' or '楼' or '栋' or '幢' or '-' && numbered && Chars.IsDigit(text[i]) && digits - i is 3 or 4 && !NumberRecognizer.HasUnitAfter(text, digits))
            {
                number = true;
                return digits;
            }

            // 阳光小区3-2-502: a chain of numbers behind the name of a dwelling.
            if (!numbered && areas > 0 && Chars.IsDigit(text[i]) && digits - i is >= 5 and <= 12 && text[i..digits].ContainsAny('-', '－', '#') && (digits == text.Length || !Chars.IsHan(text[digits]) || Breaks.Contains(text[digits])))
            {
                number = true;
                return digits;
            }

            if (numbered && Chars.IsDigit(text[i]) && digits - i <= 9 && (digits == text.Length || !Chars.IsHan(text[digits]) || Breaks.Contains(text[digits])) && CueReader.EndBefore(text, i) == i)
            {
                number = true;
                return digits;
            }
        }

        var reach = Math.Min(limit, i + 12);
        for (var k = i; k < reach; k++)
        {
            var c = text[k];
            if (!(Chars.IsHan(c) || Chars.IsAlnum(c) || c is '（' or '）' or '(' or ')' || Chars.IsMiddleDot(c)) || Breaks.Contains(c)) return -1;
            // 田中37号, 西段56号: a few characters and a house number, behind a street or village.
            if (areas > 1 && k > i && k - i <= 4 && Chars.IsDigit(text[k]) && HouseNumber(text, k, limit)) return k;
            // 拓基城市广场金座3栋: the name of an estate and the number of a building, behind a house number.
            if (numbered && k > i && Chars.IsDigit(text[k]) && BuildingNumber(text, k, limit)) return k;
            if (numbered && k - i >= 8) continue;
            var dwelling = Dwelling.MatchAt(text, k);
            if (dwelling > 0) return k + dwelling;
            if (c == '组' && k + 1 < limit && Chars.IsDigit(text[k + 1])) return k + 1;
            if (!AreaSuffix.Contains(c) || k == i || c == '市' && text[k - 1] == '城') continue;
            if (text[k..].StartsWith("场所", StringComparison.Ordinal) || text[k..].StartsWith("市场", StringComparison.Ordinal) && k > i) return -1;
            if (c is '社' && !(k + 1 < limit && text[k + 1] == '区')) continue;
            if (c is '道' or '场' or '队' or '里' or '院' or '城' or '湖' or '桥' or '园' && !FollowedByAddress(text, k + 1)) continue;
            if (k + 1 < reach && text[k + 1] is '道' && c == '街') return k + 2;
            if (k + 1 < reach && text[k + 1] is '区' && c is '社' or '园') return k + 2;
            return k + 1;
        }

        return -1;
    }

    private static bool HouseNumber(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at < limit && Chars.IsDigit(text[at])) at++;
        return at < limit && text[at] == '号';
    }

    private static bool BuildingNumber(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at < limit && Chars.IsDigit(text[at])) at++;
        return at < limit && text[at] is '栋' or '幢' or '座' || at + 1 < limit && text[at] == '号' && text[at + 1] == '楼';
    }

    private static bool FollowedByAddress(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || !Chars.IsHan(text[at]) || Chars.IsChineseNumeral(text[at]) || "东西南北中上下大小新老".Contains(text[at]) || Lexicon.Divisions.MatchAt(text, at) > 0 || Dwelling.MatchAt(text, at + 2) > 0;

    private static int NumberSuffixLength(ReadOnlySpan<char> text, int at, int limit)
    {
        if (at >= limit) return 0;
        var rest = text[at..];
        foreach (var word in (ReadOnlySpan<string>)["单元", "号楼", "号院", "号房", "村民小组", "小组", "弄堂", "社区", "大队", "门牌"])
            if (rest.StartsWith(word, StringComparison.Ordinal)) return word == "号院" && rest.Length > 2 && rest[2] is '墙' or '子' or '落' or '内' or '外' or '门' ? 1 : word.Length;
        if (rest[0] == '期' || rest[0] == '区') return 1;
        if (rest[0] == '队' || rest[0] == '社') return rest.Length > 1 && rest[1] is '长' or '会' or '员' ? 0 : 1;
        if (!NumberSuffix.Contains(rest[0])) return 0;
        if (rest[0] == '组' && rest.Length > 1 && rest[1] is '织' or '成' or '合' or '长') return 0;
        if (rest[0] == '户' && rest.Length > 1 && rest[1] is '籍' or '口' or '主' or '名') return 0;
        return rest[0] == '房' && rest.Length > 1 && rest[1] is '间' or '屋' ? 2 : 1;
    }

    /// <summary>Where the address before the number that ends at <paramref name="suffix"/> begins; -1 when it is no address.</summary>
    private static int Backward(ReadOnlySpan<char> text, int suffix, int floor)
    {
        var low = Math.Max(floor, suffix - MaxLength + 20);
        var i = suffix;
        while (i > low && (Chars.IsHan(text[i - 1]) || Chars.IsAlnum(text[i - 1]) || Chars.IsHyphen(text[i - 1]) || text[i - 1] is '#' or '（' or '）' || Chars.IsMiddleDot(text[i - 1]))) i--;
        var best = -1;
        for (var k = i; k < suffix; k++)
        {
            if (Breaks.Contains(text[k]) || text[k] is '（' or '）') best = -1;
            if (best < 0 && Lexicon.Divisions.MatchAt(text, k) > 2) best = k;
        }

        if (best >= 0) return best;
        // No division: the words after the last break, cue, verb or place word.
        var from = i;
        for (var k = i; k < suffix; k++)
        {
            if (Breaks.Contains(text[k]) || "在于至到住往回赴位（".Contains(text[k]) && !Lexicon.IsWord(text, k, 2)) from = k + 1;
            else if (HomeCues.MatchAt(text, k) is > 1 and var cue) from = k + cue;
            else if (Business.MatchAt(text, k) is > 1 and var site) from = k + site;
        }

        return from < suffix - 1 ? from : -1;
    }

    /// <summary>Rooms, units and village groups: where people live.</summary>
    private static bool IsDwelling(ReadOnlySpan<char> address)
    {
        if (address.Contains("单元", StringComparison.Ordinal)) return true;
        var building = address.Contains("幢", StringComparison.Ordinal) || address.Contains("栋", StringComparison.Ordinal) || address.Contains("号楼", StringComparison.Ordinal);
        var room = address[^1] is '室' or '房' or '户' || Chars.IsDigit(address[^1]);
        if (building && room && !address.Contains("大厦", StringComparison.Ordinal) && !address.Contains("广场", StringComparison.Ordinal)) return true;
        if (Dwelling.IsIn(address)) return true;
        var village = address.IndexOfAny('村', '屯', '庄');
        if (village < 0) village = address.IndexOfAny('寨', '队', '乡');
        return village >= 0 && address[village..].IndexOfAny('组', '号', '户') > 0 || address.IndexOf('弄') > 0 && room;
    }

    /// <summary>…502室（住宅）: the writer says so.</summary>
    private static bool SaysHome(ReadOnlySpan<char> text, int end) =>
        end + 3 < text.Length && text[end] is '（' or '(' && HomeNote.MatchAt(text, end + 1) > 0;

    /// <summary>…岩脚组的自建房, …501室家中: people live there.</summary>
    private static bool IsOwnHouse(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] == '的') end++;
        return OwnHouse.MatchAt(text, end) > 0;
    }

    /// <summary>A name or a telephone directly before, as on a parcel.</summary>
    private static bool IsBesidePerson(ReadOnlySpan<char> text, int start, List<RecognizedSpan> found)
    {
        if (Lexicon.Divisions.MatchAt(text, start) == 0 || start == 0 || Chars.IsHan(text[start - 1])) return false;
        for (var n = found.Count - 1; n >= 0 && n >= found.Count - 3; n--)
            if (found[n].Kind is PersonalDataKind.Mobile && start - found[n].End is >= 0 and <= 2) return true;
        return false;
    }

    /// <summary>The place of business of an individual business is personal where it is a flat: a room in a numbered building, and no shop.</summary>
    private static bool IsHomeOfBusiness(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> address)
    {
        if (ShopSite.IsIn(address) || address[^1] is not ('室' or '房' or '户') && !Chars.IsDigit(address[^1])) return false;
        if (!address.Contains("单元", StringComparison.Ordinal) && address.IndexOfAny('幢', '栋', '弄') < 0 && !address.Contains("号楼", StringComparison.Ordinal)) return false;
        var from = Math.Max(0, start - 80);
        var to = Math.Min(text.Length, start + address.Length + 60);
        return SoleTrader.IsIn(text[from..to]);
    }

    /// <summary>A name, an identity number or a sex shortly before: whose address it is.</summary>
    private static bool IsOfPerson(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        for (var n = found.Count - 1; n >= 0 && at - found[n].End < 60; n--)
            if (found[n].Kind is PersonalDataKind.PersonName or PersonalDataKind.IdentityNumber or PersonalDataKind.BirthDate or PersonalDataKind.Mobile) return true;
        return text[Math.Max(0, at - 20)..at].ContainsAny('男', '女');
    }

    private static bool IsBusiness(ReadOnlySpan<char> text, int start, int end) =>
        Business.MatchBefore(text, CueReader.EndBefore(text, start)) > 0 || IsBusinessSite(text, end);

    /// <summary>…12号的某超市, …12号厂房: the address is of a place of business.</summary>
    private static bool IsBusinessSite(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        if (i < text.Length && text[i] is '的' or '之') i++;
        for (var k = i; k < text.Length && k < i + 14 && (Chars.IsHan(text[k]) || Chars.IsAlnum(text[k]) || text[k] is '（' or '）'); k++)
        {
            if (Organization.MatchAt(text, k) > 0) return k > i || text[i] != '家';
            if (Breaks.Contains(text[k]) || text[k] is '在' or '于') return false;
        }

        return false;
    }

    private static bool IsOfOrganization(ReadOnlySpan<char> text, int at, int end)
    {
        for (var i = at; i > 0 && at - i < 60; i--)
        {
            if (text[i - 1] is '。' or '\n') break;
            if (text[i - 1] is '男' or '女') return false;
            if (Organization.MatchBefore(text, i) > 0) return true;
        }

        return IsBusinessSite(text, end);
    }
}
