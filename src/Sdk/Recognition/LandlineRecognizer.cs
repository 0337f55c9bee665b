namespace CreditKit.Recognition;

/// <summary>Recognizes landline numbers: a real area code and 7 or 8 digits, or bare digits behind a cue. Hotlines stay.</summary>
internal static class LandlineRecognizer
{
    private static readonly WordList Hotline = Lexicon.Cue("hotline");
    private static readonly WordList Landline = Lexicon.Cue("landline");
    private static readonly WordList Office = Lexicon.Cue("officeEnd");
    private static readonly WordList Firm = Lexicon.Cue("officeFirm");
    private static readonly System.Buffers.SearchValues<char> Own = System.Buffers.SearchValues.Create("家宅住我他她其您你");
    private static readonly WordList OfficeSite = Lexicon.Cue("officeSite");
    private static readonly WordList RecordHead = Lexicon.Cue("recordHead");
    private static readonly WordList Phone = Lexicon.Cue("phone");
    private static readonly WordList NotPhone = Lexicon.Cue("notPhone");

    public static bool TryRead(ReadOnlySpan<char> text, int at, ref DigitGroup group, bool joined, List<RecognizedSpan> found, out int end)
    {
        end = 0;
        // 编码C090046646363: a piece of another number, unless Tel stands there.
        if (joined || at > 0 && Chars.IsLetter(text[at - 1]) && Chars.Upper(text[at - 1]) is not ('L' or 'X')) return false;
        var start = at;
        int localEnd;
        if (group.Digits[0] == '0')
        {
            if (!TryAreaNumber(text, at, ref group, out start, out localEnd)) return false;
        }
        else if (group.Counts[0] is 7 or 8 && group.Digits[0] is >= '2' and <= '8' && CueReader.Precedes(Landline, text, at)) localEnd = group.Ends[0];
        else if (group.Runs > 1 && group.Counts[0] is 3 or 4 && group.Counts[1] is 7 or 8 && group.Digits[0] is >= '2' and <= '8'
            && CueReader.Precedes(Landline, text, at)) localEnd = group.Ends[1];
        else return false;

        if (IsKept(text, start, localEnd, found)) return false;
        end = WithExtension(text, localEnd);
        found.Add(new(start, end - start, PersonalDataKind.Landline, group.Digits[0] == '0'));
        return true;
    }

    private static bool IsKept(ReadOnlySpan<char> text, int start, int end, List<RecognizedSpan> found)
    {
        var cue = CueReader.EndBefore(text, start);
        // 联系人张霏，办公电话…: a person's all the same; 举报电话…；传真…: the office's all the same.
        var beside = found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } name && cue - name.End is >= 0 and < 10;
        if (!beside && (IsOfOfficeBehind(text, end) || IsLineOfOffice(text, cue, found) || IsOfOfficeBefore(text, cue) || IsOfRecord(text, cue, found))) return true;
        // 终端号091786278980: what is numbered is named, and it is no telephone.
        if (start > 0 && text[start - 1] == '号' && Landline.MatchBefore(text, start) == 0 && Phone.MatchBefore(text, start) == 0) return true;
        return Hotline.MatchBefore(text, cue) > 0 && !beside || IsCalledByAll(text, start, cue, end, found) || cue > 2 && text[(cue - 2)..cue] is "传真" && IsOfOffice(text, cue) || NotPhone.MatchBefore(text, cue) > 0 && Landline.MatchBefore(text, cue) == 0
            || NumberRecognizer.HasUnitAfter(text, end) || NumberRecognizer.IsDecimal(text, start, end) || NumberRecognizer.IsDocumentSerial(text, start, end);
    }

    /// <summary>举报电话12316，或拨打0874-3143301向县农业农村局反映, 可拨打…咨询: the next number of a hotline, or one that everybody may call.</summary>
    private static bool IsCalledByAll(ReadOnlySpan<char> text, int start, int cue, int end, List<RecognizedSpan> found)
    {
        var called = cue > 1 && text[(cue - 2)..cue] is "拨打" or "致电" or "可拨";
        if (called && end < text.Length && (text[end] == '向' || text[end..].StartsWith("咨询") || text[end..].StartsWith("反映") || text[end..].StartsWith("举报") || text[end..].StartsWith("投诉") || text[end..].StartsWith("报修") || text[end..].StartsWith("预约"))) return true;
        var next = called || start > 0 && text[start - 1] is '、' or '或' or '/';
        return next && !(found.Count > 0 && start - found[^1].End < 24) && IsOfOffice(text, cue);
    }

    /// <summary>0571-87689129（市疾控中心）: the bracket behind names the office.</summary>
    private static bool IsOfOfficeBehind(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('（' or '(')) return false;
        for (var i = end + 1; i < text.Length && i - end < 20; i++)
            if (text[i] is '）' or ')') return Office.MatchBefore(text, i) > 0 || text[i - 1] == '话' && i > 4 && Office.MatchBefore(text, i - 2) > 0;
        return false;
    }

    /// <summary>请咨询县政务服务中心林业窗口，电话…: asked are the office and its line.</summary>
    private static bool IsOfOfficeBefore(ReadOnlySpan<char> text, int cue)
    {
        var comma = cue - Math.Max(Landline.MatchBefore(text, cue), Phone.MatchBefore(text, cue)) - 1;
        if (comma < 1 || text[comma] is not ('，' or ',' or '（' or '(') || Office.MatchBefore(text, comma) == 0) return false;
        for (var i = comma; i > 1 && comma - i < 24 && text[i - 1] is not ('。' or '；' or '\n'); i--)
            if (text[(i - 2)..i] is "咨询" or "请到" or "请至" or "请向" or "前往") return true;
        return false;
    }

    /// <summary>县政务服务中心（电话…）, 我局地址：…，电话…: an office before the cue or within the sentence, and nobody by name.</summary>
    private static bool IsLineOfOffice(ReadOnlySpan<char> text, int cue, List<RecognizedSpan> found)
    {
        var before = cue - Math.Max(Landline.MatchBefore(text, cue), Phone.MatchBefore(text, cue));
        if (before < 2) return false;
        var from = before;
        while (from > 0 && before - from < 60 && text[from - 1] is not ('。' or '；' or ';' or '\n')) from--;
        if (found.Count > 0 && found[^1].End > from && found[^1].Kind is PersonalDataKind.PersonName or PersonalDataKind.IdentityNumber or PersonalDataKind.Mobile or PersonalDataKind.BirthDate or PersonalDataKind.Address) return false;
        var end = text[before - 1] is '，' or ',' or '（' or '(' or '的' or ' ' ? before - 1 : before;
        var said = text[from..before];
        // 办公室电话…，本人手机…: an office that nobody names may be that of the person; 其家在社区: neither is what stands beside a home.
        if (said.ContainsAny(Own)) return false;
        if (Office.MatchBefore(text, end) is > 0 and var office && (end - office > from && !Chars.IsStop(text[end - office - 1]) || Firm.MatchBefore(text, end) > 0)) return true;
        return OfficeSite.IsIn(said) || before < cue && Firm.IsIn(said);
    }

    /// <summary>单位名称：…公司；…；联系电话：…: the record of an organisation that names nobody.</summary>
    private static bool IsOfRecord(ReadOnlySpan<char> text, int cue, List<RecognizedSpan> found)
    {
        if (found.Exists(s => s.Kind == PersonalDataKind.PersonName) || Landline.MatchBefore(text, cue) is var length && (length == 0 || cue - length < 1 || !(Chars.IsStop(text[cue - length - 1]) || text[cue - length - 1] is ' ' or '\t' or '|'))) return false;
        var from = Math.Max(0, cue - 160);
        return RecordHead.IsIn(text[from..cue]);
    }

    private static bool IsOfOffice(ReadOnlySpan<char> text, int at)
    {
        for (var i = at; i > 0 && at - i < 40 && text[i - 1] is not ('。' or '\n'); i--) if (Hotline.MatchBefore(text, i) > 0) return true;
        return false;
    }

    private static bool TryAreaNumber(ReadOnlySpan<char> text, int at, ref DigitGroup group, out int start, out int end)
    {
        start = at;
        end = 0;
        var digits = group.Digits;
        var area = digits[1] is '1' or '2' ? 3 : 4;
        var first = (int)group.Counts[0];
        if (digits[1] is '0' || (digits[1] == '1' && digits[2] != '0')) return false;
        if (first > 4)
        {
            if (!IsLocal(digits, area, first)) return false;
            end = group.Ends[0];
            return true;
        }

        if (first != area) return false;
        if (group.Runs > 1)
        {
            var run = group.Counts[1] - first is 7 or 8 ? 1 : group.Runs > 2 && group.Counts[2] - first is 7 or 8 && group.Counts[1] - first is 3 or 4 ? 2 : 0;
            if (run == 0 || !IsLocal(digits, area, group.Counts[run])) return false;
            end = group.Ends[run];
            return true;
        }

        // (0598)8234567: the bracket parts the runs.
        var close = group.Ends[0];
        if (close + 8 > text.Length || text[close] is not (')' or '）') || at == 0 || text[at - 1] is not ('(' or '（')) return false;
        var i = close + 1;
        while (i < text.Length && (text[i] == ' ' || Chars.IsHyphen(text[i]))) i++;
        var local = i;
        while (i < text.Length && Chars.IsDigit(text[i])) i++;
        if (i - local is not (7 or 8) || Chars.Digit(text[local]) is < 2 or > 8) return false;
        start = at - 1;
        end = i;
        return true;
    }

    private static bool IsLocal(ReadOnlySpan<char> digits, int area, int count) =>
        count - area is 7 or 8 && digits[area] is >= '2' and <= '8' && (area == 4 || count - area == 8);

    /// <summary>-801, 转801.</summary>
    private static int WithExtension(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        if (i < text.Length && (Chars.IsHyphen(text[i]) || text[i] == '转')) i++;
        if (i == end) return end;
        var from = i;
        while (i < text.Length && Chars.IsDigit(text[i])) i++;
        return i - from is >= 1 and <= 5 ? i : end;
    }
}
