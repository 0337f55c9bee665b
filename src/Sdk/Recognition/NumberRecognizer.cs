using CreditKit.Records;

namespace CreditKit.Recognition;

/// <summary>Recognizes identity numbers, phones, bank cards and accounts: everything that begins with a digit.</summary>
internal static class NumberRecognizer
{
    private static readonly WordList NotPhone = Lexicon.Cue("notPhone");
    private static readonly WordList Phone = Lexicon.Cue("phone");
    private static readonly WordList Identity = Lexicon.Cue("identity");
    private static readonly WordList Registration = Lexicon.Cue("registration");
    private static readonly WordList CreditCode = Lexicon.Cue("creditCode");
    private static readonly WordList Tax = Lexicon.Cue("tax");
    private static readonly WordList BankCard = Lexicon.Cue("bankCard");
    private static readonly WordList BankAccount = Lexicon.Cue("bankAccount");
    private static readonly WordList Treasury = Lexicon.Cue("treasury");
    private static readonly WordList AccountVerb = Lexicon.Cue("accountVerb");
    private static readonly WordList Papers = new(["证号", "证件号", "证件", "证件号码", "证号码"]);
    private static readonly WordList AccountBehind = new(["账户", "帐户", "账号", "帐号", "银行卡", "储蓄卡", "存折", "借记卡"]);
    private static readonly WordList NotAccount = Lexicon.Cue("notAccount");
    private static readonly WordList Residence = Lexicon.Cue("residence");

    /// <summary>Reads the number that begins at <paramref name="at"/>, whose former character is no digit; the end of what was read.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, bool joined, List<RecognizedSpan> found)
    {
        var runEnd = at + 1;
        while (runEnd < text.Length && Chars.IsDigit(text[runEnd])) runEnd++;
        if (runEnd - at > 30) return runEnd;
        if (runEnd - at == 3 && TryDotted(text, at, found)) return found[^1].End;

        var group = new DigitGroup(stackalloc char[DigitGroup.MaxDigits], stackalloc int[DigitGroup.MaxDigits], stackalloc byte[DigitGroup.MaxDigits]);
        group.Read(text, at);
        // 1 1 1 1 …: a long chain of crumbs is no number; skipping them keeps the time linear with a small factor.
        if (group.Continues && group.Runs >= 10 && Crumbs(ref group) is > 1 and var crumbs) return group.Ends[crumbs - 1];
        if (TryIdentity(text, at, ref group, found, out var end)
            || TryCard(text, at, ref group, joined, found, out end)
            || TryMobile(text, at, ref group, joined, found, out end)
            || LandlineRecognizer.TryRead(text, at, ref group, joined, found, out end)
            || TryAccount(text, at, runEnd, found, out end)
            || TryQQ(text, at, end = runEnd, found)) return end;
        return runEnd;
    }

    /// <summary>How many runs of at most two digits the group begins with.</summary>
    private static int Crumbs(ref DigitGroup group)
    {
        var run = 0;
        while (run < group.Runs && group.Counts[run] - (run == 0 ? 0 : group.Counts[run - 1]) <= 2) run++;
        return run;
    }

    private static bool TryIdentity(ReadOnlySpan<char> text, int at, ref DigitGroup group, List<RecognizedSpan> found, out int end)
    {
        end = 0;
        Span<char> number = stackalloc char[18];
        for (var run = 0; run < group.Runs; run++)
        {
            int count = group.Counts[run];
            if (count < 15) continue;
            end = group.Ends[run];
            if (count == 20 && run == 0) return TryTaxNumber(text, at, ref group, found, ref end);
            if (count > 18) return false;
            if (count == 15)
            {
                if (IsLegacyIdentity(text, at, ref group, run, found))
                {
                    found.Add(new(at, end - at, PersonalDataKind.IdentityNumber, false));
                    return true;
                }

                continue;
            }

            group.Digits[..Math.Min(count, 18)].CopyTo(number);
            if (count == 17)
            {
                var x = DigitGroup.SkipSeparator(text, end, out _);
                if (x >= text.Length || Chars.Upper(text[x]) != 'X') continue;
                number[17] = 'X';
                end = x + 1;
                // 纳税人识别号54012319830913435X01: the number and two digits.
                if (x + 2 < text.Length && Chars.IsDigit(text[x + 1]) && Chars.IsDigit(text[x + 2]) && (x + 3 == text.Length || !Chars.IsAlnum(text[x + 3])) && Follows(Tax, text, at) && ResidentIdentityNumber.IsCanonical(number))
                {
                    end = x + 3;
                    found.Add(new(at, end - at, PersonalDataKind.TaxNumber, true));
                    return true;
                }
            }
            else if (count != 18) continue;
            // 税务登记证号331024194110012800L1: the number, a letter and a digit.
            else if (IsTaxSuffix(text, end) && Follows(Tax, text, at) && ResidentIdentityNumber.IsCanonical(number))
            {
                end += 2;
                found.Add(new(at, end - at, PersonalDataKind.TaxNumber, true));
                return true;
            }

            if (DecideEighteen(text, at, end, number, found)) return true;
        }

        return false;
    }

    /// <summary>
    /// Province, birth date and check character make it an identity number. Two readings win over it: the cue word of a credit
    /// code, and a serial within a document number (〔2024〕…号) whose "birth date" is of 2010 or later, because serials are made
    /// of division and date. Behind its cue word a number counts even with a wrong check character: people mistype.
    /// </summary>
    private static bool DecideEighteen(ReadOnlySpan<char> text, int at, int end, ReadOnlySpan<char> number, List<RecognizedSpan> found)
    {
        if (ResidentIdentityNumber.IsCanonical(number))
        {
            if (UnifiedSocialCreditCode.IsCanonical(number) && CueReader.Precedes(CreditCode, text, at)) return false;
            if ((IsDocumentSerial(text, at, end) || CueReader.EndBefore(text, at) is var cue && Math.Max(NotPhone.MatchBefore(text, cue), Registration.MatchBefore(text, cue)) > Identity.MatchBefore(text, cue)) && string.CompareOrdinal(number[6..10].ToString(), "2010") >= 0) return false;
            found.Add(new(at, end - at, PersonalDataKind.IdentityNumber, true));
            return true;
        }

        if (number[0] == '9' && IsResidenceCard(number) && !UnifiedSocialCreditCode.IsCanonical(number))
        {
            found.Add(new(at, end - at, PersonalDataKind.PermanentResidence, CueReader.Precedes(Residence, text, at)));
            return true;
        }

        if (!CueReader.Precedes(Identity, text, at) || CueReader.Precedes(CreditCode, text, at)) return false;
        found.Add(new(at, end - at, PersonalDataKind.IdentityNumber, false));
        return true;
    }

    /// <summary>The permanent residence card of 2023: 9, province, nationality, birth date, check character as on identity cards.</summary>
    private static bool IsResidenceCard(ReadOnlySpan<char> number) =>
        ResidentIdentityNumber.TryBirthDate(number, out var birth) && birth.Year is >= 1900 and <= 2099
        && ResidentIdentityNumber.CheckCharacter(number) == number[17];

    /// <summary>15 digits have no check: division in force, a real date, and no cue or check digit of a registration number.</summary>
    private static bool IsLegacyIdentity(ReadOnlySpan<char> text, int at, ref DigitGroup group, int run, List<RecognizedSpan> found)
    {
        var number = group.Digits[..15];
        if (group.Counts[run] != 15 || !ResidentIdentityNumber.IsCanonical(number)) return false;
        if (Follows(Identity, text, at)) return true;
        // 车晓东，证号310104196902183856；郎咸水，证号411322520504598: the numbers before tell which 证号 it is.
        if (run == 0 && CueReader.EndBefore(text, at) is > 1 and var cue && text[(cue - 2)..cue] is "证号"
            && (found.Exists(s => s.Kind == PersonalDataKind.IdentityNumber) || found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && cue - found[^1].End < 5)) return true;
        if (run > 0 || group.Continues || group.Runs > 1) return false;
        // 许茂才\t342623750426164: the cell behind a name, though the division is gone.
        if (found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } person && at - person.End == 1 && text[at - 1] is '\t' or '|' or '，' or ',' or ' ') return true;
        // 女，畲族，352229630512554: of a person, though the division is gone.
        if (at > 1 && text[at - 1] is '，' or ',' && (text[at - 2] is '族' or '男' or '女' || text[at - 2] == '生' && at > 2 && text[at - 3] is '出' or '日')) return true;
        if (CueReader.Precedes(Registration, text, at) || CueReader.Precedes(NotPhone, text, at) || IsDocumentSerial(text, at, group.Ends[run])) return false;
        if (HasUnitAfter(text, group.Ends[run])) return false;
        return Lexicon.DivisionCodes.Contains(int.Parse(number[..6], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsTaxSuffix(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && Chars.IsLetter(text[end]) && Chars.IsDigit(text[end + 1]) && (end + 2 == text.Length || !Chars.IsAlnum(text[end + 2]));

    /// <summary>Old tax numbers of individual businesses: an identity number and two digits, behind their cue word.</summary>
    private static bool TryTaxNumber(ReadOnlySpan<char> text, int at, ref DigitGroup group, List<RecognizedSpan> found, ref int end)
    {
        if (group.Continues || !ResidentIdentityNumber.IsCanonical(group.Digits[..18]) || !(Follows(Tax, text, at) || IsNamedBehind(Tax, text, end) || CueReader.Precedes(Papers, text, at))) return false;
        found.Add(new(at, end - at, PersonalDataKind.TaxNumber, true));
        return true;
    }

    private static bool TryMobile(ReadOnlySpan<char> text, int at, ref DigitGroup group, bool joined, List<RecognizedSpan> found, out int end)
    {
        end = 0;
        var digits = group.Digits;
        var first = (int)group.Counts[0];
        // 8613812345678 and 008613812345678 only behind a plus sign or a cue: 13 digits alone are a bar code or an old number.
        if (first is 13 or 15 && !(group.Runs > 1))
        {
            var skip = first - 11;
            if (!IsMobile(digits[skip..first]) || !(first == 13 ? digits[..2] is "86" : digits[..4] is "0086")) return false;
            var plus = at > 0 && text[at - 1] is '+' or '＋';
            if (!plus && first == 13 && !CueReader.Precedes(Phone, text, at)) return false;
            end = group.Ends[0];
            found.Add(new(plus ? at - 1 : at, end - at + (plus ? 1 : 0), PersonalDataKind.Mobile, true));
            return true;
        }

        if (digits[0] != '1' || first > 11) return false;
        for (var run = 0; run < group.Runs; run++)
        {
            int count = group.Counts[run];
            if (count < 11) continue;
            if (count > 11 || !IsMobile(digits[..11])) return false;
            end = group.Ends[run];
            if (run > 0 && !IsPhoneShape(text, at, ref group, run, joined)) return false;
            if (IsDecimal(text, at, end) || HasUnitAfter(text, end) && !CueReader.Precedes(Phone, text, at)) return false;
            if (IsOtherNumber(text, at) || IsFile(text, at, end)) return false;
            var start = run == 0 ? CountryCode(text, at) : at;
            found.Add(new(start, end - start, PersonalDataKind.Mobile, true));
            return true;
        }

        return false;
    }

    /// <summary>www.example.com/13800138000.html: the file of an address in the web.</summary>
    private static bool IsFile(ReadOnlySpan<char> text, int at, int end) =>
        at > 1 && text[at - 1] == '/' && char.IsAsciiLetterOrDigit(text[at - 2]) && end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetter(text[end + 1]);

    /// <summary>189.0783.8618.</summary>
    private static bool TryDotted(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        if (at + 13 > text.Length || Chars.Digit(text[at]) != 1 || Chars.Digit(text[at + 1]) is < 3 or > 9) return false;
        for (var i = 0; i < 13; i++)
            if (i is 3 or 8 ? text[at + i] is not ('.' or '．' or '·') : !Chars.IsDigit(text[at + i])) return false;
        var end = at + 13;
        if (end < text.Length && (Chars.IsAlnum(text[end]) || IsDecimal(text, at, end)) || IsDecimal(text, at, at) || IsOtherNumber(text, at)) return false;
        found.Add(new(at, 13, PersonalDataKind.Mobile, true));
        return true;
    }

    /// <summary>Where +86, 0086 or, behind the cue of a phone, 86 begins that stands apart before the number.</summary>
    private static int CountryCode(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i > 0 && at - i < 2 && (text[i - 1] is ' ' or ')' or '）' || Chars.IsHyphen(text[i - 1]))) i--;
        if (i == at || i < 2 || Chars.Fold(text[i - 1]) != '6' || Chars.Fold(text[i - 2]) != '8') return at;
        i -= 2;
        if (i > 1 && text[i - 1] == '0' && text[i - 2] == '0' && (i == 2 || !Chars.IsDigit(text[i - 3]))) return i - 2;
        if (i > 0 && text[i - 1] is '+' or '＋') return i > 1 && text[i - 2] is '(' or '（' && text[i..at].ContainsAny(')', '）') ? i - 2 : i - 1;
        return (i == 0 || !Chars.IsAlnum(text[i - 1])) && CueReader.Precedes(Phone, text, i) ? i : at;
    }

    /// <summary>发票号码 ends with a phone's cue: the longer word decides.</summary>
    private static bool IsOtherNumber(ReadOnlySpan<char> text, int at)
    {
        // FJJC2023-H-138…: part of a token with letters, behind the cue of another number.
        var token = at;
        while (token > 0 && at - token < 24 && (Chars.IsAlnum(text[token - 1]) || Chars.IsHyphen(text[token - 1]))) token--;
        if (token < at && NotPhone.MatchBefore(text, CueReader.EndBefore(text, token)) > 0) return true;
        var cue = CueReader.EndBefore(text, at);
        if (NotPhone.MatchBefore(text, cue) is > 0 and var other) return other >= Phone.MatchBefore(text, cue);
        return IsListed(text, at);
    }

    /// <summary>执法证号15030201086、15030201113: the number before and its cue tell what this one is.</summary>
    private static bool IsListed(ReadOnlySpan<char> text, int at)
    {
        for (var n = 0; n < 4 && at > 1 && text[at - 1] is '、' && Chars.IsAlnum(text[at - 2]); n++)
        {
            at--;
            while (at > 0 && (Chars.IsAlnum(text[at - 1]) || Chars.IsHyphen(text[at - 1]))) at--;
            var cue = CueReader.EndBefore(text, at);
            if (NotPhone.MatchBefore(text, cue) > 0 && Phone.MatchBefore(text, cue) == 0) return true;
        }

        return false;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits) => digits[0] == '1' && digits[1] is >= '3' and <= '9';

    /// <summary>138-1234-5678 anywhere; other splits only when nothing else stands in the group and no hyphen does.</summary>
    private static bool IsPhoneShape(ReadOnlySpan<char> text, int at, ref DigitGroup group, int run, bool joined)
    {
        var counts = group.Counts;
        if ((run == 2 && counts[0] == 3 && counts[1] == 7) || (run == 1 && counts[0] is 3 or 7)) return true;
        var whole = run == group.Runs - 1 && !group.Continues && !joined;
        if (!whole) return false;
        return !group.Hyphens || (run == 2 && counts[0] == 3) || CueReader.Precedes(Phone, text, at);
    }

    private static bool TryCard(ReadOnlySpan<char> text, int at, ref DigitGroup group, bool joined, List<RecognizedSpan> found, out int end)
    {
        end = 0;
        // The longest reading first: a card of 19 digits may hold one of 16 that passes by chance.
        for (var run = group.Runs - 1; run >= 0; run--)
        {
            int count = group.Counts[run];
            if (count is < 15 or > 19) continue;
            if (run > 0 && !IsCardShape(ref group, run, joined)) continue;
            end = group.Ends[run];
            var number = group.Digits[..count];
            // 6228489634581333389 2000元: a card that is whole by itself takes nothing of what stands behind it.
            if (run == group.Runs - 1 && group.Continues && run > 0 || run > 0 && !Luhn(number) && IsWhole(ref group)) continue;
            var cued = Follows(BankCard, text, at) || Follows(BankAccount, text, at);
            var issued = cued || HasIssuer(number);
            // A chain that goes on needs all signs of a card.
            if (group.Continues && !(HasIssuer(number) && Luhn(number))) continue;
            if (!issued || (!Luhn(number) && !cued) || IsDecimal(text, at, end) || HasUnitAfter(text, end)) continue;
            if (!cued && (CueReader.Precedes(NotPhone, text, at) || CueReader.Precedes(Registration, text, at))) continue;
            if (cued && !Luhn(number) && Treasury.IsIn(text[end..Math.Min(text.Length, end + 16)])) return false;
            var account = cued && !(Luhn(number) && HasIssuer(number)) && !Follows(BankCard, text, at);
            if (account && IsTreasurys(text, at, found)) return false;
            found.Add(new(at, end - at, account ? PersonalDataKind.BankAccount : PersonalDataKind.BankCard, Luhn(number)));
            return true;
        }

        return false;
    }

    /// <summary>The first run is a card by itself.</summary>
    private static bool IsWhole(ref DigitGroup group) =>
        group.Counts[0] is >= 16 and <= 19 && group.Digits[..group.Counts[0]] is var first && HasIssuer(first) && Luhn(first);

    /// <summary>A cue before the number, or before or within the short bracket before it: 退费账户（存折）…, 纳税人识别号（20位）….</summary>
    private static bool Follows(WordList words, ReadOnlySpan<char> text, int at)
    {
        if (CueReader.Precedes(words, text, at)) return true;
        var close = CueReader.EndBefore(text, at) - 1;
        if (close < 0 || text[close] is not ('）' or ')')) return false;
        if (words.MatchBefore(text, close) > 0) return true;
        for (var open = close - 1; open >= 0 && close - open < 10; open--)
            if (text[open] is '（' or '(') return words.MatchBefore(text, open) > 0;
        return false;
    }

    /// <summary>37010219710425315402（个体户税务登记证号）: the bracket behind says what it is.</summary>
    private static bool IsNamedBehind(WordList words, ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('（' or '(')) return false;
        for (var close = end + 1; close < text.Length && close - end < 14; close++)
            if (text[close] is '）' or ')') return words.MatchBefore(text, close) > 0;
        return false;
    }

    /// <summary>收款单位：县非税收入征收管理中心，账号…: whose account it is stands before, and no person does.</summary>
    private static bool IsTreasurys(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var from = at;
        while (from > 0 && at - from < 36 && text[from - 1] is not ('。' or '；' or ';' or '\n')) from--;
        return Treasury.IsIn(text[from..at]) && !(found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && found[^1].End > from);
    }

    private static bool IsCardShape(ref DigitGroup group, int run, bool joined)
    {
        var whole = run == group.Runs - 1 && !group.Continues && !joined;
        if (whole) return !group.Hyphens || group.Counts[0] == 4;
        for (var i = 0; i < run; i++) if (group.Counts[i] != 4 * (i + 1)) return false;
        return true;
    }

    /// <summary>UnionPay 62, Visa 4, MasterCard 51 to 55, JCB 35, American Express 34 and 37, and the older domestic 9555 and 9558.</summary>
    private static bool HasIssuer(ReadOnlySpan<char> n) => n.Length switch
    {
        15 => n[0] == '3' && n[1] is '4' or '7',
        16 => n is ['6', '2', ..] or ['4', ..] or ['5', >= '1' and <= '5', ..] or ['3', '5', >= '2' and <= '8', ..] or ['9', '5', '5', '5' or '8', ..],
        17 or 18 => n is ['6', '2', ..],
        _ => n is ['6', '2', ..] or ['9', '5', '5', '5' or '8', ..],
    };

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            if (i % 2 == 1) d = d > 4 ? d * 2 - 9 : d * 2;
            sum += d;
        }

        return sum % 10 == 0 && digits.IndexOfAnyExcept('0') >= 0;
    }

    /// <summary>After 账号, 账户 …: any digits that can be an account number.</summary>
    private static bool TryAccount(ReadOnlySpan<char> text, int at, int runEnd, List<RecognizedSpan> found, out int end)
    {
        end = runEnd;
        if (runEnd - at < 4) return false;
        while (end < text.Length)
        {
            var next = DigitGroup.SkipSeparator(text, end, out _);
            if (next == end || next >= text.Length || !Chars.IsDigit(text[next])) break;
            end = next;
            while (end < text.Length && Chars.IsDigit(text[end])) end++;
            if (end - at > 40) return false;
        }

        if (end - at < 9 || HasUnitAfter(text, end)) return false;
        var cue = CueReader.EndBefore(text, at);
        // SIM卡号89860…: not of a bank.
        if (cue > 4 && text[..cue].EndsWith("SIM卡号", StringComparison.OrdinalIgnoreCase)) return false;
        var card = BankCard.MatchBefore(text, cue) > 1;
        var account = BankAccount.MatchBefore(text, cue);
        // 打到了…, 汇入…: an amount is not that long.
        var paid = runEnd == end && end - at is >= 15 and <= 19 && AccountVerb.MatchBefore(text, cue) > 0;
        // 钟水仙 86岁 每月600元 8614139453206965: the line of a list of sums that people are paid.
        paid |= runEnd == end && end - at is >= 16 and <= 19 && cue > 0 && cue < at && text[cue - 1] == '元' && found.Count > 0 && found[^1] is var person
            && person.Kind is PersonalDataKind.PersonName or PersonalDataKind.Health && !text[person.End..at].ContainsAny('\n', '。', '；');
        // 4482535699441741884账户（户名：…）: the word stands behind.
        paid |= runEnd == end && end - at is >= 15 and <= 19 && (AccountBehind.MatchAt(text, end) > 0 || end < text.Length && text[end] == '的' && AccountBehind.MatchAt(text, end + 1) > 0) && !CueReader.Precedes(NotPhone, text, at);
        if (!card && account == 0 && !paid && !Follows(BankAccount, text, at)) return false;
        if (IsTreasurys(text, at, found)) return false;
        // 缴至…账户（户名：市财政局非税专户）: of the treasury.
        if (Treasury.IsIn(text[end..Math.Min(text.Length, end + 16)])) return false;
        if (account > 0 && CueReader.Near(NotAccount, text, cue - account, 4)) return false;
        // QQ昵称“烟草小王子”，账号4656663012: short ones are of what was named before.
        if (account == 2 && end - at < 13 && CueReader.Near(NotAccount, text, cue - account, 24) && !BankAccount.IsIn(text[Math.Max(0, cue - account - 24)..(cue - account)]))
        {
            if (runEnd == end && end - at < 12 && CueReader.Near(ContactRecognizer.QQ, text, cue - account, 24)) found.Add(new(at, end - at, PersonalDataKind.QQ, false));
            return true;
        }

        found.Add(new(at, end - at, card ? PersonalDataKind.BankCard : PersonalDataKind.BankAccount, false));
        return true;
    }

    /// <summary>94853089是其闲鱼绑定的QQ号: what the number is, stands behind.</summary>
    private static bool TryQQ(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found)
    {
        if (end - at is < 5 or > 11 || end >= text.Length || text[end] is not ('是' or '为' or '系' or '的')) return false;
        for (var i = end + 1; i < text.Length && i - end < 12 && !Chars.IsStop(text[i]) && !Chars.IsDigit(text[i]); i++)
        {
            if (ContactRecognizer.QQ.MatchAt(text, i) == 0) continue;
            found.Add(new(at, end - at, PersonalDataKind.QQ, false));
            return true;
        }

        return false;
    }

    /// <summary>〔2024〕…号: the place where a document number has its serial.</summary>
    internal static bool IsDocumentSerial(ReadOnlySpan<char> text, int at, int end)
    {
        var before = at;
        while (before > 0 && before > at - 3 && (text[before - 1] is '第' or '-' or ' ' or '字')) before--;
        if (before == 0 || end >= text.Length || text[end] != '号') return false;
        if (text[before - 1] is '〕' or '］' or ']' or ')' or '）' or '】' or '﹞') return before > 5 && Chars.IsDigit(text[before - 2]);
        return before < at && text[at - 1] is '第' or '字';
    }

    internal static bool HasUnitAfter(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && text[end] is ' ' or '\u00a0') end++;
        if (end >= text.Length) return false;
        if (text[end] is '元' or '万' or '亿' or '吨' or '股' or '件' or '瓶' or '盒' or '个' or '克' or '米' or '台' or '份' or '枚' or '%' or '％') return true;
        return text[end..].StartsWith("千克", StringComparison.Ordinal) || text[end..].StartsWith("公斤", StringComparison.Ordinal)
            || text[end..].StartsWith("美元", StringComparison.Ordinal) || text[end..].StartsWith("平方", StringComparison.Ordinal);
    }

    internal static bool IsDecimal(ReadOnlySpan<char> text, int at, int end) =>
        (at > 1 && text[at - 1] is '.' or ',' && Chars.IsDigit(text[at - 2]))
        || (end + 1 < text.Length && text[end] is '.' or ',' && Chars.IsDigit(text[end + 1]) && (text[end] == '.' || end + 3 < text.Length && Chars.IsDigit(text[end + 3]) && !(end + 4 < text.Length && Chars.IsDigit(text[end + 4]))));
}
