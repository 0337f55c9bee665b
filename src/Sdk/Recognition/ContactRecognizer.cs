namespace CreditKit.Recognition;

/// <summary>Recognizes mail addresses, and WeChat and QQ ids behind their cue words.</summary>
internal static class ContactRecognizer
{
    public static readonly WordList WeChat = Lexicon.Cue("wechat");
    public static readonly WordList QQ = Lexicon.Cue("qq");
    private static readonly WordList NotWeChat = Lexicon.Cue("notWechat");

    /// <summary>Reads around the @ at <paramref name="at"/>.</summary>
    public static bool TryEmail(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var start = at;
        while (start > 0 && at - start < 64 && (Chars.IsAlnum(text[start - 1]) || Chars.Fold(text[start - 1]) is '.' or '_' or '-' or '+' or '%')) start--;
        while (start < at && Chars.Fold(text[start]) is '.' or '-') start++;
        var end = at + 1;
        var dot = -1;
        while (end < text.Length && end - at < 128 && (Chars.IsAlnum(text[end]) || Chars.Fold(text[end]) is '.' or '-'))
        {
            if (Chars.Fold(text[end]) == '.') dot = end;
            end++;
        }

        while (end > at && Chars.Fold(text[end - 1]) is '.' or '-') end--;
        if (start == at || dot < 0 || dot >= end || !Chars.IsLetter(text[end - 1])) return false;
        found.Add(new(start, end - start, PersonalDataKind.Email, true));
        return true;
    }

    /// <summary>wxid_k3822502: given by the service itself, with or without a cue.</summary>
    public static bool TryWeChatId(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found, out int end)
    {
        end = at + 5;
        // 微信昵称不明，账号lyj_hardware: of what was named before.
        var cue = CueReader.EndBefore(text, at);
        var account = cue > 1 && text[(cue - 2)..cue] is "账号" or "帐号" && CueReader.Near(WeChat, text, cue - 2, 24);
        if (!account && !text[at..].StartsWith("wxid_", StringComparison.OrdinalIgnoreCase)) return false;
        if (account) end = at;
        while (end < text.Length && end - at < 30 && (Chars.IsAlnum(text[end]) || text[end] == '_')) end++;
        if (end - at < (account ? 6 : 10)) return false;
        found.Add(new(at, end - at, PersonalDataKind.WeChat, !account));
        return true;
    }

    private static bool TryIntroduced(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        if (at >= text.Length || !(Chars.IsStop(text[at]) || text[at] is ' ' or '（' or '(')) return false;
        var limit = Math.Min(text.Length, at + 8);
        while (at < limit && !Chars.IsAlnum(text[at]) && text[at] is not ('。' or '\n')) at++;
        var end = at;
        var marked = false;
        for (; end < text.Length && end - at < 21 && (Chars.IsAlnum(text[end]) || Chars.Fold(text[end]) is '_' or '-'); end++) marked |= !Chars.IsLetter(text[end]);
        if (end == at || end - at is < 6 or > 20 || !marked || !Chars.IsLetter(text[at]) || end < text.Length && Chars.Fold(text[end]) is '@' or '.' or '/') return false;
        found.Add(new(at, end - at, PersonalDataKind.WeChat, false));
        return true;
    }

    /// <summary>Reads the id behind a cue that ends at <paramref name="at"/>.</summary>
    public static bool TryId(ReadOnlySpan<char> text, int at, bool qq, List<RecognizedSpan> found)
    {
        if (NotWeChat.MatchAt(text, at) > 0) return false;
        // 联系我：xiaoqin_0612, 找我，宋词，songci_shebao: a letter first, and a mark or digit within.
        if (at > 0 && text[at - 1] == '我') return TryIntroduced(text, at, found);
        var limit = Math.Min(text.Length, at + 6);
        while (at < limit && (text[at] is '：' or ':' or ' ' or '为' or '是' or '（' or '(' or '“' or '"' or '号' or '码' or '【' or '「' || text[at] == '　')) at++;
        var end = at;
        var digitsOnly = true;
        while (end < text.Length && end - at < 24 && (Chars.IsAlnum(text[end]) || (!qq && Chars.Fold(text[end]) is '_' or '-')))
        {
            digitsOnly &= Chars.IsDigit(text[end]);
            end++;
        }

        var length = end - at;
        if (qq ? length is < 5 or > 12 || !digitsOnly : length is < 5 or > 20) return false;
        if (end < text.Length && (Chars.Fold(text[end]) == '@' || NumberRecognizer.HasUnitAfter(text, end))) return false;
        found.Add(new(at, length, qq ? PersonalDataKind.QQ : PersonalDataKind.WeChat, false));
        return true;
    }
}
