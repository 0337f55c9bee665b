using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>Decides whether an address is a person's home: the weights of what speaks for and against it are added up.</summary>
internal static class AddressJudge
{
    /// <summary>A sum that nothing which stands farther off outweighs.</summary>
    private const int Sure = 50;

    /// <summary>How far before the address a person or an organization tells whose it is.</summary>
    private const int Reach = 60;

    private static readonly SearchValues<char> GroupOrHouse = SearchValues.Create("组号户社队屯连");
    private static readonly SearchValues<char> Offices = SearchValues.Create("局所厂校站");
    private static readonly WordList Ambiguous = Lexicon.Cue("ambiguousHome");
    private static readonly WordList Business = Lexicon.Cue("business");
    private static readonly WordList Organization = Lexicon.Cue("organization");
    private static readonly WordList HomeNote = Lexicon.Cue("homeNote");
    private static readonly WordList ShopSite = Lexicon.Cue("shopSite");
    private static readonly WordList SoleTrader = Lexicon.Cue("soleTrader");
    private static readonly WordList Mail = Lexicon.Cue("addressMail");
    private static readonly WordList Site = Lexicon.Cue("addressSite");
    private static readonly WordList Identity = new(["性别", "身份证", "民族", "出生", "公民身份", "身份号码", "男，", "女，", "年龄", "文化程度", "职业"]);
    private static readonly WordList Farms = new(["农场", "牧场", "林场", "渔场", "茶场", "种蜂场", "分场", "团"]);
    private static readonly WordList Kin = Lexicon.Cue("addressKin");

    /// <summary>Who acts for a laboratory or works: the address behind is not theirs.</summary>
    private static readonly WordList Officers = new(["授权签字人", "技术负责人", "质量负责人", "技术主管", "质量主管", "持证人员"]);

    /// <summary>Whether a person lives there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidate">The address.</param>
    /// <param name="found">What was found.</param>
    public static bool IsHome(ReadOnlySpan<char> text, in AddressCandidate candidate, List<RecognizedSpan> found)
    {
        var near = Near(text, candidate, found, out var start);
        // What is sure needs no look around.
        return AddressWeights.Sum(near) >= Sure || AddressWeights.Sum(near | Far(text, candidate, start, near)) > 0;
    }

    /// <summary>Everything that speaks for or against a person living there.</summary>
    public static AddressTrait Traits(ReadOnlySpan<char> text, in AddressCandidate candidate, List<RecognizedSpan> found)
    {
        var near = Near(text, candidate, found, out var start);
        return near | Far(text, candidate, start, near);
    }

    /// <summary>Whether the cue is one that a place of business may have as well: 住所, 地址.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text, int at, int length) => length > 0 && Ambiguous.MatchBefore(text, at + length) >= length;

    private static AddressTrait Near(ReadOnlySpan<char> text, in AddressCandidate candidate, List<RecognizedSpan> found, out int start) =>
        Made(text[candidate.Start..candidate.End], candidate) | Before(text, candidate, found, out start);

    private static AddressTrait Far(ReadOnlySpan<char> text, in AddressCandidate candidate, int start, AddressTrait near) =>
        Around(text, start) | Behind(text, candidate, near);

    private static bool IsHousehold(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] == '的') end++;
        return end + 1 < text.Length && text[end] == '家' && text[end + 1] is '中' or '里' && !(end + 2 < text.Length && text[end + 2] is '医' or '餐');
    }

    private static AddressTrait Made(ReadOnlySpan<char> address, in AddressCandidate candidate)
    {
        var traits = AddressTrait.None;
        var last = address[^1];
        Add(ref traits, AddressTrait.Unit, address.Contains("单元", StringComparison.Ordinal));
        Add(ref traits, AddressTrait.Building, address.IndexOfAny('幢', '栋', '座') >= 0 || address.Contains("号楼", StringComparison.Ordinal));
        Add(ref traits, AddressTrait.Room, last is '室' or '房' or '户' || Chars.IsDigit(last));
        Add(ref traits, AddressTrait.Chain, IsChained(address));
        Add(ref traits, AddressTrait.Dwelling, AddressGrammar.HasDwelling(address));
        // 厦门市, 仓山区: words of a shop within the name of a division.
        Add(ref traits, AddressTrait.ShopSite, ShopSite.IsIn(BehindDivisions(address)) || last == '铺' && Chars.IsDigit(address[^2]));
        var village = VillageIn(address);
        Add(ref traits, AddressTrait.Village, village >= 0);
        Add(ref traits, AddressTrait.VillageHouse, village >= 0 && address[(village + 1)..].ContainsAny(GroupOrHouse));
        Add(ref traits, AddressTrait.Lane, address.IndexOf('弄') > 0);
        Add(ref traits, AddressTrait.Appended, address.IndexOfAny('附', '之') > 0);
        Add(ref traits, AddressTrait.WholeBuilding, last is '栋' or '幢' or '期' or '区' or '座' || last == '楼' && !Chars.IsChineseNumeral(address[^2]));
        Add(ref traits, AddressTrait.Floor, last == '层' || last == '楼' && (Chars.IsChineseNumeral(address[^2]) || Chars.IsDigit(address[^2])));
        Add(ref traits, AddressTrait.NoNumber, !candidate.Numbered);
        Add(ref traits, AddressTrait.House, last == '号');
        Add(ref traits, AddressTrait.Group, last is '组' or '社' or '队' or '屯' or '连');
        Add(ref traits, AddressTrait.Divided, Lexicon.Divisions.MatchAt(address, 0) > 0);
        Add(ref traits, AddressTrait.Deep, candidate.Areas >= 3);
        Add(ref traits, AddressTrait.Office, address.ContainsAny(Offices) && (traits & AddressTrait.Dwelling) == 0);
        return traits;
    }

    private static AddressTrait Before(ReadOnlySpan<char> text, in AddressCandidate candidate, List<RecognizedSpan> found, out int start)
    {
        var traits = AddressTrait.None;
        (start, var cue) = (candidate.Cue, candidate.CueLength);
        if (cue == 0)
        {
            // An address that was met at its number may stand behind a cue as well.
            var before = CueReader.EndBefore(text, start);
            if (before > 0 && text[before - 1] is '在' or '于') before--;
            cue = AddressRecognizer.HomeCues.MatchBefore(text, before);
            if (cue > 0 && Business.MatchBefore(text, before) > cue) cue = 0;
            start = cue > 0 ? before - cue : start;
        }

        if (cue > 0)
        {
            traits |= IsAmbiguous(text, start, cue) ? AddressTrait.AmbiguousCue : cue == 1 ? AddressTrait.ShortCue : AddressTrait.StrongCue;
            Add(ref traits, AddressTrait.Label, text[start..candidate.Start].ContainsAny(':', '：'));
        }

        var end = CueReader.EndBefore(text, start);
        Add(ref traits, AddressTrait.BusinessCue, Business.MatchBefore(text, BehindPlaceWord(text, end)) > 0);
        // 卫国平住所…: somebody's.
        Add(ref traits, AddressTrait.Owned, (traits & (AddressTrait.AmbiguousCue | AddressTrait.Label | AddressTrait.BusinessCue)) == AddressTrait.AmbiguousCue && start > 0 && Chars.IsHan(text[start - 1]));
        Add(ref traits, AddressTrait.PlaceVerb, cue == 0 && end > 0 && text[end - 1] is '于' or '在' or '至' or '到');
        var low = Math.Max(0, start - Reach);
        var person = Person(text, start, low, found);
        // Behind a cue it matters whose address it is; without one a person near says little: people act in other places too.
        Add(ref traits, cue > 0 ? AddressTrait.OfPerson : AddressTrait.PersonNear, person >= low || text[Math.Max(0, start - 20)..start].ContainsAny('男', '女'));
        Add(ref traits, AddressTrait.BesidePerson, person >= 0 && (person == start || start - person <= 14 && AddressStart.BehindPerson(text, person) >= start));
        return traits;
    }

    /// <summary>Organizations, letters, sites and kin in the words before the address or its cue.</summary>
    private static AddressTrait Around(ReadOnlySpan<char> text, int start)
    {
        var traits = AddressTrait.None;
        var low = Math.Max(0, start - Reach);
        for (var i = start; i > low; i--)
        {
            if (text[i - 1] is '。' or '\n' or '男' or '女') break;
            if (Organization.MatchBefore(text, i) == 0) continue;
            traits |= AddressTrait.OfOrganization;
            break;
        }

        for (var i = Math.Max(0, start - 16); i < start; i++)
        {
            if (text[i] is '。' or '；' or '\n') traits &= ~(AddressTrait.MailBefore | AddressTrait.SiteBefore | AddressTrait.KinBefore);
            else if (Mail.MatchAt(text, i) > 0) traits |= AddressTrait.MailBefore;
            else if (Site.MatchAt(text, i) > 0) traits |= AddressTrait.SiteBefore;
            else if (Kin.MatchAt(text, i) > 0) traits |= AddressTrait.KinBefore;
        }

        return traits;
    }

    private static AddressTrait Behind(ReadOnlySpan<char> text, in AddressCandidate candidate, AddressTrait near)
    {
        var traits = AddressTrait.None;
        var end = candidate.End;
        Add(ref traits, AddressTrait.OwnHouse, AddressRecognizer.IsHomeBehind(text, end - 1));
        // （本人配租住房）, ，经核实系其住宅: the writer says so.
        var clause = Math.Min(text.Length, end + 12);
        for (var i = end + 1; i < clause && text[end] is '（' or '(' or '，' or '系' or '为' && text[i] is not ('。' or '；'); i++) Add(ref traits, AddressTrait.Note, HomeNote.MatchAt(text, i) > 0);
        Add(ref traits, AddressTrait.BusinessSite, IsBusinessSite(text, end));
        // ；经营者：郜爱芹；性别：女, ，身份证号…: whose it is, told behind.
        var told = Math.Min(text.Length, end + 24);
        for (var i = end; i < told && text[i] is not ('。' or '\n'); i++) Add(ref traits, AddressTrait.PersonBehind, Identity.MatchAt(text, i) > 0);
        var reach = Math.Min(text.Length, end + 4);
        for (var i = end; i < reach; i++) Add(ref traits, AddressTrait.MailBehind, Mail.MatchAt(text, i) > 0);
        Add(ref traits, AddressTrait.Done, end + 1 < text.Length && Lexicon.Words.TryGet(text.Slice(end, 2), out _, out var kind) && kind == WordClass.Verb);
        Add(ref traits, AddressTrait.Beside, end < text.Length && text[end] is '旁' or '边' or '附' or '门' or '对' or '前' or '后' or '至' or '到' or '路' or '东' or '西' or '南' or '北' or '交' or '一');
        Add(ref traits, AddressTrait.Continued, end < text.Length && Chars.IsHan(text[end]) && text[end] != '的');
        Add(ref traits, AddressTrait.Closed, end == text.Length || Chars.IsStop(text[end]) || text[end] is '）' or ')');
        // The place of business of an individual business is personal where it is a flat: a room in a numbered building, and no shop.
        Add(ref traits, AddressTrait.SoleTrader, (near & AddressTrait.BusinessCue) != 0 && (near & (AddressTrait.Unit | AddressTrait.Building)) != 0 && (near & (AddressTrait.Room | AddressTrait.ShopSite)) == AddressTrait.Room && SoleTrader.IsIn(text[Math.Max(0, candidate.Start - 80)..Math.Min(text.Length, end + 60)]));
        return traits;
    }

    private static void Add(ref AddressTrait traits, AddressTrait trait, bool holds) => traits |= holds ? trait : AddressTrait.None;

    private static ReadOnlySpan<char> BehindDivisions(ReadOnlySpan<char> address)
    {
        while (Lexicon.Divisions.MatchAt(address, 0) is > 0 and var length) address = address[length..];
        return address;
    }

    /// <summary>12-3-502, 21号4-6-2: building, unit and room.</summary>
    private static bool IsChained(ReadOnlySpan<char> address)
    {
        for (var i = 1; i + 1 < address.Length; i++)
            if (Chars.IsHyphen(address[i]) && Chars.IsAlnum(address[i - 1]) && Chars.IsDigit(address[i + 1]) && address[^1] != '号') return true;
        return false;
    }

    /// <summary>Where the village stands; 中关村大街, 村路 name streets.</summary>
    private static int VillageIn(ReadOnlySpan<char> address)
    {
        if (address.Contains("村大街", StringComparison.Ordinal) || address.Contains("村路", StringComparison.Ordinal)) return -1;
        var village = address.IndexOfAny('村', '屯', '庄');
        if (village < 0) village = address.IndexOf("嘎查", StringComparison.Ordinal);
        if (village < 0) village = address.IndexOfAny('寨', '队', '乡');
        // 也木勒牧场二连, 149团12连.
        return village < 0 ? Farms.Where(address) : village;
    }

    /// <summary>End of the last name, identity number, birth date or telephone before <paramref name="at"/>; -1 when there is none near.</summary>
    private static int Person(ReadOnlySpan<char> text, int at, int low, List<RecognizedSpan> found)
    {
        for (var n = found.Count - 1; n >= 0 && found[n].End > low; n--)
        {
            if (found[n].End > at || found[n].Kind is not (PersonalDataKind.PersonName or PersonalDataKind.IdentityNumber or PersonalDataKind.BirthDate or PersonalDataKind.Mobile)) continue;
            if (found[n].Kind == PersonalDataKind.PersonName && CueReader.Near(Officers, text, found[n].Start, 14)) continue;
            return found[n].End;
        }

        return -1;
    }

    /// <summary>违建位于…, 仓库坐落于…: the words before 位于.</summary>
    private static int BehindPlaceWord(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && text[end - 1] is '于' or '在') end--;
        return end > 1 && (text[(end - 2)..end] is "坐落" or "设立") ? end - 2 : end > 0 && text[end - 1] is '位' or '处' or '设' ? end - 1 : end;
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
}
