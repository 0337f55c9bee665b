namespace CreditKit.Recognition;

/// <summary>
/// Recognizes home addresses. An address is read from its house number backwards and forwards, or forwards from a cue such
/// as 家住; it is a person's when a cue says so, or when it reads like a dwelling and no business stands beside it.
/// </summary>
internal static class AddressRecognizer
{
    public static readonly WordList HomeCues = Lexicon.Cue("home");
    private static readonly WordList Filler = Lexicon.Cue("homeFiller");
    private static readonly WordList Ambiguous = Lexicon.Cue("ambiguousHome");
    private static readonly WordList Business = Lexicon.Cue("business");
    private static readonly WordList Organization = Lexicon.Cue("organization");
    private static readonly WordList HomeNote = Lexicon.Cue("homeNote");
    private static readonly WordList OwnHouse = Lexicon.Cue("ownHouse");
    private static readonly WordList ShopSite = Lexicon.Cue("shopSite");
    private static readonly WordList SoleTrader = Lexicon.Cue("soleTrader");

    /// <summary>Who acts for a laboratory or works: the address behind is not theirs.</summary>
    private static readonly WordList Officers = new(["授权签字人", "技术负责人", "质量负责人", "技术主管", "质量主管", "持证人员"]);

    private const int MaxLength = 80;

    /// <summary>Reads an address that begins at <paramref name="at"/> behind a home cue of <paramref name="cueLength"/> characters.</summary>
    public static bool TryAfterCue(ReadOnlySpan<char> text, int at, int cueLength, ref Effort effort, List<RecognizedSpan> found, out int end)
    {
        end = at;
        if (effort.IsSpent(at)) return false;
        var start = at + cueLength;
        // 住户盛夏: who lives there, not where.
        if (cueLength == 1 && start < text.Length && text[start] == '户') return false;
        // 注册地址, 经营地址 end with a home's cue: the longer word decides.
        if (Business.MatchBefore(text, start) > cueLength) return false;
        var gap = start;
        while (start < text.Length && start - gap < 4 && (Chars.IsColon(text[start]) || text[start] is ' ' or '　' or '（' or '(' or '“' or '为' or '是' or '系' or '于' or '在')) start++;
        while (Filler.MatchAt(text, start) is > 0 and var filler) start += filler;
        if (start >= text.Length || !(Chars.IsHan(text[start]) || Chars.IsAlnum(text[start]))) return false;
        start = FromDivision(text, start);
        var parsed = AddressGrammar.Read(text, start, out var numbered, out var areas, out var division);
        if (IsHome(text, at, cueLength, start, ref parsed, numbered, areas, division, found))
        {
            found.Add(new(start, parsed - start, PersonalDataKind.Address, false));
            end = parsed;
            return true;
        }

        effort.Spend(at, parsed - start, parsed);
        return false;
    }

    /// <summary>住在河边上怀来县…: what is said before the division is no part of it.</summary>
    private static int FromDivision(ReadOnlySpan<char> text, int start)
    {
        if (Lexicon.Divisions.MatchAt(text, start) > 0) return start;
        for (var k = start + 1; k < text.Length && k < start + 6 && Chars.IsHan(text[k - 1]); k++)
            if ("边上里面旁的处".Contains(text[k - 1]) && Lexicon.Divisions.MatchAt(text, k) > 2) return k;
        return start;
    }

    private static bool IsHome(ReadOnlySpan<char> text, int at, int cueLength, int start, ref int parsed, bool numbered, int areas, bool division, List<RecognizedSpan> found)
    {
        var short1 = cueLength == 1;
        if (parsed == start || !(numbered && (areas > 0 || parsed - start > 5) || areas >= 2 || (division && areas >= 1 && !short1))) return false;
        if (short1 && !numbered && !division) return false;
        if (IsHidden(text[start..parsed])) return false;
        if (Ambiguous.MatchBefore(text, at + cueLength) == cueLength)
        {
            // 本公司住所地为…科学园4单元1001室: rooms of a site of firms are no dwelling.
            var ofFirm = IsOfOrganization(text, at, parsed);
            if (!(IsDwelling(text[start..parsed]) && !(ofFirm && ShopSite.IsIn(text[start..parsed]))) && (ofFirm || !IsOfPerson(text, at, found))) return false;
        }
        else if (text[(at + cueLength)..start].ContainsAny(':', '：')) parsed = LabelEnd(text, parsed);

        // 富平县市场监督管理局淡村所: an office, unless its people live there (粮食局家属院).
        if (!numbered && text[start..parsed].Contains('局') && !AddressGrammar.HasDwelling(text[start..parsed])) return false;
        // 广东省电白县***: masked already.
        return !((short1 || Ambiguous.MatchBefore(text, at + cueLength) == cueLength) && IsBusinessSite(text, parsed)) && !(parsed < text.Length && text[parsed] is '*' or '＊');
    }

    /// <summary>Behind a label and its colon the rest of the clause belongs to the address, where it is short.</summary>
    private static int LabelEnd(ReadOnlySpan<char> text, int parsed)
    {
        var end = parsed;
        while (end < text.Length && end - parsed <= 10 && (Chars.IsHan(text[end]) || Chars.IsAlnum(text[end]) || Chars.IsHyphen(text[end]) || text[end] == '#')) end++;
        return end - parsed <= 10 && (end == text.Length || Chars.IsStop(text[end]) && !Chars.IsColon(text[end]) || text[end] is '）' or ')' or ' ' or '　') ? end : parsed;
    }

    /// <summary>Reads an address without a cue around the division or number that ends before <paramref name="suffix"/>.</summary>
    public static bool TryAround(ReadOnlySpan<char> text, int suffix, int floor, ref Effort effort, List<RecognizedSpan> found, out int end)
    {
        end = suffix;
        if (effort.IsSpent(suffix)) return false;
        var start = Backward(text, suffix, floor, out var seen);
        if (start >= 0 && TryFrom(text, start, suffix, found, out end)) return true;
        effort.Spend(suffix, suffix - seen, suffix + MaxLength - 20);
        return false;
    }

    private static bool TryFrom(ReadOnlySpan<char> text, int start, int suffix, List<RecognizedSpan> found, out int end)
    {
        end = suffix;
        start = BehindDate(text, start, suffix);
        var parsed = AddressGrammar.Read(text, start, out var numbered, out var areas, out _);
        // 3号梯, 2号机, 1号线: the number of a thing, not of a house.
        if (parsed < text.Length && "梯机线门泵窗柜车仓炉塔罐井阀".Contains(text[parsed])) return false;
        if (parsed <= suffix || areas == 0 || text[start..parsed].Contains('某') || start > 0 && text[start - 1] == '某') return false;
        if (!numbered && !(text[suffix] is '组' or '户' && areas > 1 && IsOwnHouse(text, parsed))) return false;
        var address = text[start..parsed];
        if (ShopSite.IsIn(address) && IsOfOrganization(text, start, parsed)) return false;
        // 在响水坝村二组毁林开垦: where somebody did it.
        if (address[^1] == '组' && start > 0 && text[start - 1] == '在' && Lexicon.Divisions.MatchAt(text, start) == 0 && IsDone(text, parsed)) return false;
        if (!SaysHome(text, parsed) && !IsOwnHouse(text, parsed) && !IsBesidePerson(text, start, found) && (!IsDwelling(address) || IsBusiness(text, start, parsed) && !IsHomeOfBusiness(text, start, address))) return false;
        // 锦绣花园1号楼至5号楼: whole buildings are nobody's home.
        if (address[^1] is '楼' or '栋' or '幢' && !SaysHome(text, parsed) && !IsOwnHouse(text, parsed) && !IsBesidePerson(text, start, found)) return false;
        found.Add(new(start, parsed - start, PersonalDataKind.Address, false));
        end = parsed;
        return true;
    }

    private static bool IsDone(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && Lexicon.Words.TryGet(text.Slice(at, 2), out _, out var kind) && kind == WordClass.Verb;

    /// <summary>2024年9月16日该小区…: the date is no part of the address.</summary>
    private static int BehindDate(ReadOnlySpan<char> text, int start, int limit)
    {
        for (var i = limit - 1; i > start; i--)
            if (text[i] is '日' or '月' or '年' && Chars.IsDigit(text[i - 1])) return i + 1;
        return start;
    }

    /// <summary>Where the address before the number that ends at <paramref name="suffix"/> begins; -1 when it is no address.</summary>
    private static int Backward(ReadOnlySpan<char> text, int suffix, int floor, out int i)
    {
        var low = Math.Max(floor, suffix - MaxLength + 20);
        i = suffix;
        while (i > low && (Chars.IsHan(text[i - 1]) || Chars.IsAlnum(text[i - 1]) || Chars.IsHyphen(text[i - 1]) || text[i - 1] is '#' or '（' or '）' || Chars.IsMiddleDot(text[i - 1]))) i--;
        var best = -1;
        for (var k = i; k < suffix; k++)
        {
            if (AddressGrammar.IsBreak(text[k]) || text[k] is '（' or '）') best = -1;
            if (best < 0 && Lexicon.Divisions.MatchAt(text, k) > 2) best = k;
        }

        if (best >= 0) return best;
        // No division: the words after the last break, cue, verb or place word.
        var from = i;
        for (var k = i; k < suffix; k++)
        {
            if (AddressGrammar.IsBreak(text[k]) || "在于至到致住往回赴位由（".Contains(text[k]) && !Lexicon.IsWord(text, k, 2)) from = k + 1;
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
        if (AddressGrammar.HasDwelling(address)) return !ShopSite.IsIn(address);
        // 中关村大街27号中关村大厦12层.
        if (ShopSite.IsIn(address) || address.Contains("村大街", StringComparison.Ordinal) || address.Contains("村路", StringComparison.Ordinal)) return false;
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
            if (found[n].Kind == PersonalDataKind.PersonName && CueReader.Near(Officers, text, found[n].Start, 14)) continue;
            else if (found[n].Kind is PersonalDataKind.PersonName or PersonalDataKind.IdentityNumber or PersonalDataKind.BirthDate or PersonalDataKind.Mobile) return true;
        return text[Math.Max(0, at - 20)..at].ContainsAny('男', '女');
    }

    private static bool IsBusiness(ReadOnlySpan<char> text, int start, int end) =>
        Business.MatchBefore(text, BehindPlaceWord(text, CueReader.EndBefore(text, start))) > 0 || IsBusinessSite(text, end);

    /// <summary>违建位于…, 仓库坐落于…: the words before 位于.</summary>
    private static int BehindPlaceWord(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && text[end - 1] is '于' or '在') end--;
        return end > 1 && (text[(end - 2)..end] is "坐落" or "设立") ? end - 2 : end > 0 && text[end - 1] is '位' or '处' or '设' ? end - 1 : end;
    }

    /// <summary>某小区3栋 is hidden already; 某市云岭区人民路12号3栋502室 hides only where the rest is.</summary>
    private static bool IsHidden(ReadOnlySpan<char> address)
    {
        while (address is ['某', '省' or '市' or '县' or '区' or '州' or '盟' or '旗', ..]) address = address[2..];
        return address.Contains('某');
    }

    /// <summary>…12号的某超市, …12号厂房: the address is of a place of business.</summary>
    private static bool IsBusinessSite(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        // …304房内私设牙科诊所: what somebody does at home is no place of business.
        if (i < text.Length && text[i] is '内' or '里') return false;
        if (i < text.Length && text[i] is '的' or '之') i++;
        for (var k = i; k < text.Length && k < i + 14 && (Chars.IsHan(text[k]) || Chars.IsAlnum(text[k]) || text[k] is '（' or '）'); k++)
        {
            // （住…1804室）向物业服务企业缴纳: the bracket was open before.
            if (text[k] == '）' && !text[i..k].Contains('（')) return false;
            if (Organization.MatchAt(text, k) > 0) return k > i || text[i] != '家';
            if (AddressGrammar.IsBreak(text[k]) || text[k] is '在' or '于') return false;
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
