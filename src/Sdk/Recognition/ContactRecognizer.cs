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

    /// <summary>QQ昵称小雨（123456789）, 微信“小雨”（xiao_yu88）, 微信名小雨，号码xiaoyu88: the id behind the name one gave oneself.</summary>
    private static bool TryNicknamed(ReadOnlySpan<char> text, int cue, bool qq, List<RecognizedSpan> found)
    {
        var named = cue > 1 && text[cue - 1] is '名' or '称';
        if (!named && !(cue + 1 < text.Length && (text[cue] is '“' or '"' or '「' or '（' or '(' || text[cue] == '名' || text[cue..].StartsWith("昵称")))) return false;
        for (var at = cue + 1; at < text.Length && at - cue < 24 && text[at] is not ('。' or '；' or ';' or '\n'); at++)
        {
            if (!Chars.IsAlnum(text[at]) || Chars.IsAlnum(text[at - 1]) || text[at - 1] is not ('（' or '(' or '码' or '号' or '：' or ':' or '，')) continue;
            var end = at;
            var digits = 0;
            var marked = false;
            for (; end < text.Length && end - at < 24 && (Chars.IsAlnum(text[end]) || !qq && text[end] is '_' or '-'); end++)
                if (Chars.IsDigit(text[end])) digits++;
                else marked |= !Chars.IsLetter(text[end]);
            var fits = qq ? digits == end - at && digits is >= 5 and <= 11 : Chars.IsLetter(text[at]) && end - at is >= 6 and <= 20 && (digits > 0 || marked);
            if (!fits || NumberRecognizer.HasUnitAfter(text, end) || end < text.Length && text[end] is '@' or '年') return false;
            found.Add(new(at, end - at, qq ? PersonalDataKind.QQ : PersonalDataKind.WeChat, false));
            return true;
        }

        return false;
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
        var cue = at;
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
        if (length == 0) return TryNicknamed(text, cue, qq, found);
        // QQ/微信：123456789: no WeChat id is of digits only.
        if (!qq && digitsOnly && length < 11 && CueReader.Near(QQ, text, cue, 8)) qq = true;
        if (qq ? length is < 5 or > 12 || !digitsOnly : length is < 5 or > 20) return false;
        if (end < text.Length && (Chars.Fold(text[end]) == '@' || NumberRecognizer.HasUnitAfter(text, end))) return false;
        found.Add(new(at, length, qq ? PersonalDataKind.QQ : PersonalDataKind.WeChat, false));
        return true;
    }
}
