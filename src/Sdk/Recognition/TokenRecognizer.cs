using CreditKit.Records;

namespace CreditKit.Recognition;

/// <summary>Recognizes what begins with a letter: passports, permits, mail addresses; and shields credit codes.</summary>
internal static class TokenRecognizer
{
    private static readonly WordList Passport = Lexicon.Cue("passport");
    private static readonly WordList Permit = Lexicon.Cue("permit");
    private static readonly WordList PermitBehind = Lexicon.Cue("permitBehind");
    private static readonly WordList PassportBehind = Lexicon.Cue("passportBehind");
    private static readonly WordList Residence = Lexicon.Cue("residence");
    private static readonly WordList Foreign = Lexicon.Cue("foreignIdentity");
    private static readonly WordList NotPhone = Lexicon.Cue("notPhone");
    private static readonly WordList Number = new(["号码", "证号", "编号", "证件号", "证件号码", "号"]);
    private static readonly WordList State = new(["越南", "缅甸", "老挝", "泰国", "韩国", "日本", "俄罗斯", "美国", "英国", "法国", "德国", "蒙古国", "巴基斯坦", "印度", "哈萨克斯坦", "尼泊尔", "朝鲜籍", "加拿大", "澳大利亚", "柬埔寨", "菲律宾", "乌克兰", "外籍", "外国籍"]);
    private static readonly WordList Officer = new(["执法人员", "检查人员", "调查人员", "办案人员", "监督员", "稽查人员", "民警", "执法证", "执法队员"]);
    private static readonly CharacterSet NotBefore = Lexicon.CueCharacters("notTokenBefore");
    private static readonly WordList CreditCode = Lexicon.Cue("creditCode");

    private const string Countries = "ABWAFGAGOAIAALAALBANDAREARGARMASMATAATFATGAUSAUTAZEBDIBELBENBESBFABGDBGRBHRBHSBIHBLMBLRBLZBMUBOLBRABRBBRNBTNBVTBWACAFCANCCKCHECHLCHNCIVCMRCODCOGCOKCOLCOMCPVCRICUBCUWCXRCYMCYPCZEDEUDJIDMADNKDOMDZAECUEGYERIESHESPESTETHFINFJIFLKFRAFROFSMGABGBRGEOGGYGHAGIBGINGLPGMBGNBGNQGRCGRDGRLGTMGUFGUMGUYHKGHMDHNDHRVHTIHUNIDNIMNINDIOTIRLIRNIRQISLISRITAJAMJEYJORJPNKAZKENKGZKHMKIRKNAKORKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMACMAFMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMRMNEMNGMNPMOZMRTMSRMTQMUSMWIMYSMYTNAMNCLNERNFKNGANICNIUNLDNORNPLNRUNZLOMNPAKPANPCNPERPHLPLWPNGPOLPRIPRKPRTPRYPSEPYFQATREUROURUSRWASAUSDNSENSGPSGSSHNSJMSLBSLESLVSMRSOMSPMSRBSSDSTPSURSVKSVNSWESWZSXMSYCSYRTCATCDTGOTHATJKTKLTKMTLSTONTTOTUNTURTUVTWNTZAUGAUKRUMIURYUSAUZBVATVCTVENVGBVIRVNMVUTWLFWSMYEMZAFZMBZWE";

    /// <summary>Length of the credit code that the token at <paramref name="at"/> is; 0 when it is none.</summary>
    public static int CreditCodeLength(ReadOnlySpan<char> text, int at)
    {
        Span<char> token = stackalloc char[18];
        var length = Token(text, at, token);
        if (length != 18) return 0;
        // xy and a card number are 18 characters too, and may pass by chance: a code's second character is a digit.
        if (token[0] is not ((>= '1' and <= '9') or (>= 'A' and <= 'G') or 'N' or 'Y') || token[1] is not (>= '1' and <= '9')) return 0;
        // Sixteen digits that begin with 6 are a bank card's rather than a code of the tourism registry, which nobody meets.
        var card = (token[0] == '6' && Chars.IsLetter(token[16])) || (token[1..3] is "62" && Chars.IsLetter(token[0]) && !token[1..17].ContainsAnyExceptInRange('0', '9'));
        if (card && !CueReader.Precedes(CreditCode, text, at)) return 0;
        if (UnifiedSocialCreditCode.IsCanonical(token) && !ResidentIdentityNumber.IsCanonical(token)) return 18;
        // Behind its cue word a code is kept even when a check fails, unless it could be a person's number.
        return CueReader.Precedes(CreditCode, text, at) && !ResidentIdentityNumber.IsCanonical(token) ? 18 : 0;
    }

    /// <summary>Reads the token that begins at <paramref name="at"/>; false when it is no document of a person.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found, out int end)
    {
        if (ContactRecognizer.TryWeChatId(text, at, found, out end)) return true;
        Span<char> buffer = stackalloc char[18];
        var length = Token(text, at, buffer);
        end = at + length;
        if (length is < 6 or > 18) return false;
        var token = buffer[..length];
        var (kind, certain) = IsHongKong(text, ref end, token) ? (PersonalDataKind.IdentityNumber, true) : Classify(text, at, end, token, found);
        if (kind is null) return false;
        found.Add(new(at, end - at, kind, certain));
        return true;
    }

    /// <summary>PHAM THI LAN|越南|C72015366|: a cell of its own in the row of a name in Latin letters.</summary>
    private static bool IsCellOfForeigner(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found) =>
        at > 0 && text[at - 1] is '|' or '\t' && (end == text.Length || text[end] is '|' or '\t' or '\n')
        && found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } name && Chars.IsLetter(text[name.Start]) && at - name.End < 16 && !text[name.End..at].Contains('\n');

    private static (string? Kind, bool Certain) Classify(ReadOnlySpan<char> text, int at, int end, ReadOnlySpan<char> token, List<RecognizedSpan> found)
    {
        var letters = 0;
        while (letters < token.Length && token[letters] is >= 'A' and <= 'Z') letters++;
        var digits = token[letters..];
        var plain = digits.Length > 0 && CodeText.AllDigits(digits);
        if (plain && letters is 1 or 2 && token.Length is >= 8 and <= 11 && Behind(text, end) is { } named) return (named, true);
        if (!plain && !(token.Length is >= 6 and <= 12 && CueReader.Precedes(Passport, text, at))) return default;
        if (CueReader.Precedes(Passport, text, at) && digits.Length >= 5 && token.Length <= 12) return (PersonalDataKind.Passport, true);
        if (CueReader.Precedes(Permit, text, at) && token.Length is >= 8 and <= 12)
            // 越南谅山人，…证件号B88579874: of a foreigner it is the passport.
            return (CueReader.Precedes(Number, text, at) && (token[0] is not ('H' or 'M') && CueReader.Near(State, text, at, 36) || IsOfPassport(text, at)) ? PersonalDataKind.Passport : PersonalDataKind.TravelPermit, true);
        if (CueReader.Precedes(Foreign, text, at)) return (PersonalDataKind.IdentityNumber, true);
        if (letters == 3 && digits.Length == 12 && (IsCountry(token) || CueReader.Precedes(Residence, text, at))) return (PersonalDataKind.PermanentResidence, true);
        if (letters is 0 or > 2 || (at > 0 && NotBefore[text[at - 1]]) || CueReader.Precedes(NotPhone, text, at) || (end < text.Length && text[end] == '号')) return default;
        if (letters == 1 && digits.Length is 7 or 8 && IsCellOfForeigner(text, at, end, found)) return (PersonalDataKind.Passport, false);
        // 外国护照；姓名：…；号码：M32521708: what was spoken of is a passport.
        if (letters == 1 && token[0] is 'H' or 'M' && digits.Length is 8 or 10) return (IsOfPassport(text, at) ? PersonalDataKind.Passport : PersonalDataKind.TravelPermit, true);
        if (letters == 1 && token[0] is 'C' && digits.Length == 8 && CueReader.Near(Permit, text, at, 20)) return (PersonalDataKind.TravelPermit, true);
        if (token.Length == 9 && (letters == 1 && token[0] is 'E' or 'G' || letters == 2 && token[0] == 'E' && token[1] is not ('I' or 'O')))
            return (PersonalDataKind.Passport, false);
        return default;
    }

    /// <summary>Whether the last paper that was named before is a passport.</summary>
    private static bool IsOfPassport(ReadOnlySpan<char> text, int at)
    {
        for (var end = at; end > 1 && at - end < 40; end--)
        {
            if (PermitBehind.MatchBefore(text, end) > 0) return false;
            if (text[(end - 2)..end] is "护照") return true;
        }

        return false;
    }

    /// <summary>持54309637号台胞证, 持D28649184护照: what the word behind the number makes it; null when none stands there.</summary>
    private static string? Behind(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] == '号') end++;
        if (end < text.Length && text[end] == '的') end++;
        return PassportBehind.MatchAt(text, end) > 0 ? PersonalDataKind.Passport : PermitBehind.MatchAt(text, end) > 0 ? PersonalDataKind.TravelPermit : null;
    }

    /// <summary>Taiwan permits are 8 digits behind their cue; only the cue tells them from other numbers.</summary>
    public static bool TryPermitDigits(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found)
    {
        // 护照号24AV04451: the numbers of some states begin with digits.
        if (end < text.Length && Chars.IsLetter(text[end]) && CueReader.Precedes(Passport, text, at))
        {
            var last = end;
            while (last < text.Length && last - at < 13 && Chars.IsAlnum(text[last])) last++;
            if (last - at is < 8 or > 12) return false;
            found.Add(new(at, last - at, PersonalDataKind.Passport, true));
            return true;
        }

        if (end - at is >= 8 and <= 10 && Behind(text, end) is { } named && (end - at != 9 || named == PersonalDataKind.Passport) && !CueReader.Precedes(NotPhone, text, at))
        {
            found.Add(new(at, end - at, named, false));
            return true;
        }

        // 执法人员曾令东、桑吉（证件号14299315、14833421）: their own papers.
        if (CueReader.EndBefore(text, at) is var cue && Number.MatchBefore(text, cue) > 0 && CueReader.Near(Officer, text, cue, 30)) return false;
        // 李嘉雯 M06482033；蔡宗翰 13908335: behind a name, in a list of such permits.
        if (end - at == 8 && found.Count > 1 && found[^1].Kind == PersonalDataKind.PersonName && at - found[^1].End is 1 && found.Exists(s => s.Kind == PersonalDataKind.TravelPermit))
        {
            found.Add(new(at, 8, PersonalDataKind.TravelPermit, false));
            return true;
        }

        if (end - at is 8 or 10 && CueReader.Precedes(Number, text, at) && CueReader.Near(Permit, text, at, 9))
        {
            found.Add(new(at, end - at, PersonalDataKind.TravelPermit, false));
            return true;
        }

        if (!(end - at is 8 or 10 && CueReader.Precedes(Permit, text, at)) && !(end - at is >= 7 and <= 10 && CueReader.Precedes(Passport, text, at))) return false;
        found.Add(new(at, end - at, CueReader.Precedes(Permit, text, at) ? PersonalDataKind.TravelPermit : PersonalDataKind.Passport, true));
        return true;
    }

    /// <summary>A123456(7) of Hong Kong with its check character in brackets; Macao has digits only.</summary>
    private static bool IsHongKong(ReadOnlySpan<char> text, ref int end, ReadOnlySpan<char> token)
    {
        if (token.Length is not (7 or 8) || !CodeText.AllDigits(token[^6..]) || token[^7] is not (>= 'A' and <= 'Z')) return false;
        if (end + 2 >= text.Length || text[end] is not ('(' or '（') || text[end + 2] is not (')' or '）')) return false;
        var check = Chars.Upper(text[end + 1]);
        var sum = token.Length == 8 ? (token[0] - 55) * 9 + (token[1] - 55) * 8 : 36 * 9 + (token[0] - 55) * 8;
        for (var i = 0; i < 6; i++) sum += (token[token.Length - 6 + i] - '0') * (7 - i);
        sum += check == 'A' ? 10 : check - '0';
        if (sum % 11 != 0) return false;
        end += 3;
        return true;
    }

    private static bool IsCountry(ReadOnlySpan<char> token)
    {
        for (var i = 0; i + 3 <= Countries.Length; i += 3) if (token.StartsWith(Countries.AsSpan(i, 3), StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The alphanumeric token from <paramref name="at"/>, folded; its whole length even when it does not fit (then 19).</summary>
    private static int Token(ReadOnlySpan<char> text, int at, Span<char> token)
    {
        var i = 0;
        for (; at + i < text.Length && Chars.IsAlnum(text[at + i]); i++)
        {
            if (i == token.Length) return i + 1;
            token[i] = Chars.Upper(text[at + i]);
        }

        return i;
    }
}
