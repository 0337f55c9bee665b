namespace CreditKit.Recognition;

/// <summary>
/// Recognizes home addresses. An address is read from its house number backwards and forwards, or forwards from a cue such
/// as 家住; whether it is a person's home is weighed by <see cref="AddressJudge"/>.
/// </summary>
internal static class AddressRecognizer
{
    public static readonly WordList HomeCues = Lexicon.Cue("home");
    private static readonly WordList Filler = Lexicon.Cue("homeFiller");
    public static readonly WordList OwnHouse = Lexicon.Cue("ownHouse");
    private static readonly WordList Business = Lexicon.Cue("business");

    /// <summary>The number of a thing, not of a house: 3号梯, 2号机, 1号线.</summary>
    private const string Things = "梯机线门泵窗柜车仓炉塔罐井阀";

    /// <summary>Words that say where and end before the address: 河边上, 位于.</summary>
    private static readonly CharacterSet Where = new("边上里面旁的处于在");

    /// <summary>Where an address may end that has no number.</summary>
    private static readonly CharacterSet Towns = new("镇乡村街查木庄寨巷屯");

    /// <summary>How the names of estates and buildings end.</summary>
    private static readonly CharacterSet Estates = new("区苑园寓庭府邸城居里院舍楼栋座号庄湾轩阁墅郡");

    /// <summary>An address that no cue announces is met at one of these behind its number, or at a village.</summary>
    public const string Suffixes = "号室栋幢弄组户单房座社屯队连村街巷庄寨查镇乡木排";

    private const int MaxLength = 80, MaxGap = 14;

    /// <summary>An address without a division is no longer than this.</summary>
    private const int MaxLocal = 40;

    /// <summary>Reads an address that begins behind a home cue of <paramref name="cueLength"/> characters at <paramref name="at"/>.</summary>
    public static bool TryAfterCue(ReadOnlySpan<char> text, int at, int cueLength, ref Effort effort, List<RecognizedSpan> found, out int end)
    {
        end = at;
        if (effort.IsSpent(at)) return false;
        if (AfterCue(text, at, cueLength, out var candidate) && TryAdd(text, candidate, found))
        {
            end = candidate.End;
            return true;
        }

        effort.Spend(at, candidate.End - candidate.Start, candidate.End);
        return false;
    }

    /// <summary>The address behind a home cue, whoever lives there; <paramref name="candidate"/> tells what was read even where it is none.</summary>
    public static bool AfterCue(ReadOnlySpan<char> text, int at, int cueLength, out AddressCandidate candidate)
    {
        candidate = default;
        var start = at + cueLength;
        // 住户盛夏, 住院: who lives there, not where. 住房（…）, 住宅（…）: the longer word.
        if (cueLength == 1 && start < text.Length && text[start] is '户' or '院') return false;
        if (cueLength == 1 && start + 1 < text.Length && text[start] is '房' or '宅' or '处' or '所' && !Chars.IsHan(text[start + 1])) start++;
        // 注册地址, 经营地址 end with a home's cue: the longer word decides.
        if (Business.MatchBefore(text, start) > cueLength) return false;
        start = BehindFiller(text, start);
        if (start >= text.Length || !(Chars.IsHan(text[start]) || Chars.IsAlnum(text[start]))) return false;
        start = FromDivision(text, start);
        var parsed = AddressGrammar.Read(text, start, out var numbered, out var areas, out var division);
        var whole = IsWhole(cueLength, parsed - start, numbered, areas, division);
        if (whole && !AddressJudge.IsAmbiguous(text, at, cueLength)) parsed = AddressTail.BehindCue(text, parsed, text[(at + cueLength)..start].ContainsAny(':', '：'));
        candidate = new(start, parsed, numbered, areas, division, at, cueLength);
        return whole && MayBeHome(text, candidate);
    }

    /// <summary>Reads an address without a cue around the number that ends before <paramref name="suffix"/>.</summary>
    public static bool TryAround(ReadOnlySpan<char> text, int suffix, int floor, ref Effort effort, List<RecognizedSpan> found, out int end)
    {
        end = suffix;
        if (effort.IsSpent(suffix)) return false;
        if (Around(text, suffix, floor, out var candidate, out var seen) && TryAdd(text, candidate, found))
        {
            end = candidate.End;
            return true;
        }

        effort.Spend(suffix, suffix - seen, suffix + MaxLength - 20);
        return false;
    }

    /// <summary>The address around the number that ends before <paramref name="suffix"/>, whoever lives there.</summary>
    public static bool Around(ReadOnlySpan<char> text, int suffix, int floor, out AddressCandidate candidate, out int seen)
    {
        candidate = default;
        if (RoomAlone(text, suffix, out seen) is > 0 and var room)
        {
            candidate = new(seen, room, true, 0, false, seen, 0);
            return MayBeHome(text, candidate);
        }

        var start = AddressStart.Backward(text, suffix, Math.Max(floor, suffix - MaxLength + 20), out seen, out var divided);
        if (start < 0 || !divided && Towns[text[suffix]] && !IsHomeBehind(text, suffix)) return false;
        start = AddressStart.BehindDate(text, start, suffix);
        var end = AddressGrammar.Read(text, start, out var numbered, out var areas, out var division);
        candidate = new(start, end, numbered, areas, division, start, 0);
        return end > suffix && (areas > 0 || IsRoomOfResident(text, start, end)) && (numbered ? division || end - start <= MaxLocal : division && areas > 2 && IsClosed(text, end)) && !(start > 0 && text[start - 1] == '某')
            && MayBeHome(text, candidate);
    }

    /// <summary>，3栋501住户, 5幢302业主: a building and a room at the head of a clause; where it ends, or 0.</summary>
    private static int RoomAlone(ReadOnlySpan<char> text, int suffix, out int start)
    {
        start = suffix;
        if (text[suffix] is not ('栋' or '幢')) return 0;
        while (start > 0 && Chars.IsDigit(text[start - 1])) start--;
        var end = suffix + 1;
        while (end < text.Length && Chars.IsDigit(text[end])) end++;
        if (start == suffix || end - suffix is not (4 or 5) || start > 0 && (Chars.IsHan(text[start - 1]) || Chars.IsAlnum(text[start - 1]))) return 0;
        if (end < text.Length && text[end] == '室') end++;
        return text[end..].StartsWith("住户", StringComparison.Ordinal) || text[end..].StartsWith("业主", StringComparison.Ordinal) || text[end..].StartsWith("居民", StringComparison.Ordinal) ? end : 0;
    }

    /// <summary>3栋501住户: the room of somebody in an estate that was named before.</summary>
    private static bool IsRoomOfResident(ReadOnlySpan<char> text, int start, int end) =>
        end - start is > 4 and < 14 && text[start..end].IndexOfAny('栋', '幢', '楼') > 0 && Chars.IsDigit(text[start]) && text[end..].StartsWith("住户", StringComparison.Ordinal);

    /// <summary>Whether an address may end with the character at <paramref name="at"/>: a number's unit, or a village at the end of a clause.</summary>
    public static bool MayEnd(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return false;
        var before = text[at - 1];
        // 嘎查, 苏木, but not 检查, 树木.
        if (Towns[text[at]]) return (text[at] is not ('查' or '木') || before is '嘎' or '苏') && IsClosed(text, at + 1);
        return Chars.IsAlnum(before) || Chars.IsChineseNumeral(before) || IsHomeBehind(text, at);
    }

    /// <summary>Whether an address without a number ends there: it is not the beginning of a name (…镇卫生院), or somebody lives in it.</summary>
    private static bool IsClosed(ReadOnlySpan<char> text, int end) => end == text.Length || !Chars.IsHan(text[end]) || text[end] == '的' || IsHomeBehind(text, end - 1);

    /// <summary>…屯的家中, …三组村民: whether who lives there is said behind the end of an address at <paramref name="at"/>.</summary>
    public static bool IsHomeBehind(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1;
        // …大坪村人: where somebody is from.
        if (next < text.Length && text[next] == '人') return text[at] is not ('镇' or '乡' or '县' or '市' or '区') && (next + 1 == text.Length || Chars.IsStop(text[next + 1]));
        return OwnHouse.MatchAt(text, next < text.Length && text[next] == '的' ? next + 1 : next) > 0;
    }

    /// <summary>Length of a chain of rooms such as 4-2-301 or 9-302 behind the name of an estate; 0 when there is none.</summary>
    public static int ChainLength(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !Chars.IsHan(text[at - 1])) return 0;
        var end = at;
        var hyphens = 0;
        while (end < text.Length && end - at < 14 && (Chars.IsAlnum(text[end]) || Chars.IsHyphen(text[end]) && end > at && Chars.IsAlnum(text[end - 1]))) hyphens += Chars.IsHyphen(text[end++]) ? 1 : 0;
        if (hyphens == 0 || text[at] == '0' || !Chars.IsDigit(text[end - 1])) return 0;
        return hyphens > 1 || Estates[text[at - 1]] && IsClosed(text, end) ? end - at : 0;
    }

    private static bool TryAdd(ReadOnlySpan<char> text, in AddressCandidate candidate, List<RecognizedSpan> found)
    {
        if (!AddressJudge.IsHome(text, candidate, found)) return false;
        found.Add(new(candidate.Start, candidate.End - candidate.Start, PersonalDataKind.Address, false));
        return true;
    }

    /// <summary>Whether it is an address at all, and says where.</summary>
    private static bool MayBeHome(ReadOnlySpan<char> text, in AddressCandidate candidate)
    {
        if (candidate.Numbered && candidate.End < text.Length && Things.Contains(text[candidate.End]) && (candidate.CueLength == 0 || text[candidate.End - 1] == '号')) return false;
        // 广东省电白县***, 某小区3栋: masked already.
        if (candidate.End < text.Length && text[candidate.End] is '*' or '＊' || IsHidden(text[candidate.Start..candidate.End])) return false;
        // 住在地区传染病院: an institution.
        if (!candidate.Numbered && !candidate.Division && text[candidate.End - 1] is '院' or '所' or '校' or '厂' or '店' or '站') return false;
        if (candidate.CueLength == 0 && text[candidate.Start] == '家') return false;
        // 朝阳街道3户长期停业: how many, not which.
        return candidate.CueLength > 0 || !AddressTail.IsCount(text[candidate.Start..candidate.End]);
    }

    /// <summary>Enough of an address to be one: a number and an area, two areas, or a division behind a word that asks for one.</summary>
    private static bool IsWhole(int cueLength, int length, bool numbered, int areas, bool division)
    {
        if (cueLength == 1 && !numbered && !division) return false;
        return length > 0 && (numbered && (areas > 0 || length > 5) || areas >= 2 || division && cueLength > 1);
    }

    /// <summary>住址栏填写：…, 家住哪里？答：…: what stands between a cue and its address.</summary>
    private static int BehindFiller(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + MaxGap);
        while (at < limit)
        {
            if (Chars.IsColon(text[at]) || text[at] is ' ' or '　' or '（' or '(' or '）' or ')' or '“' or '"' or '？' or '?' or '—' or '【' or '[' or '|' or '｜' or '\t' or '\n') at++;
            else if (Filler.MatchAt(text, at) is > 0 and var filler && Lexicon.Divisions.MatchAt(text, at) == 0) at += filler;
            else break;
        }

        return at;
    }

    /// <summary>住在河边上怀来县…, 住在果园旁边的前进村…: what is said before the address is no part of it.</summary>
    private static int FromDivision(ReadOnlySpan<char> text, int start)
    {
        if (Lexicon.Divisions.MatchAt(text, start) > 0) return start;
        for (var k = start + 1; k < text.Length && k < start + 12 && (Chars.IsHan(text[k - 1]) || text[k - 1] is '（' or '('); k++)
        {
            // 三明三元区…: the city before its district belongs to it.
            if (AddressStart.Division(text, k) > 0 && (Where[text[k - 1]] || !IsPlace(text, start, k))) return k;
            if (!Where[text[k - 1]]) continue;
            if (text[k - 1] == '的' && k > start + 2 && text[k - 2] is '边' or '旁' or '面' or '侧') return k;
        }

        return start;
    }

    private static bool IsPlace(ReadOnlySpan<char> text, int start, int end) =>
        AddressGrammar.EndsArea(text[end - 1]) || end - start is 2 or 3 && Lexicon.Words.TryGet(text[start..end], out _, out var kind) && kind is WordClass.Place or WordClass.Other;

    /// <summary>某小区3栋 is hidden already; 某市云岭区人民路12号3栋502室 hides only where the rest is.</summary>
    private static bool IsHidden(ReadOnlySpan<char> address)
    {
        while (address is ['某', '省' or '市' or '县' or '区' or '州' or '盟' or '旗', ..]) address = address[2..];
        return address.Contains('某');
    }
}
