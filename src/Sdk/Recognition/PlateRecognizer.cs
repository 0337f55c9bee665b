namespace CreditKit.Recognition;

/// <summary>Recognizes vehicle plates, new-energy ones too.</summary>
internal static class PlateRecognizer
{
    /// <summary>First characters of plates.</summary>
    public const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private static readonly WordList NotPhone = Lexicon.Cue("notPhone");

    public static bool TryRead(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        var i = at + 1;
        if (i + 6 > text.Length || at > 0 && Chars.IsAlnum(text[at - 1]) || Chars.Upper(text[i]) is not (>= 'A' and <= 'Z') || Chars.Upper(text[i]) is 'I') return false;
        i++;
        while (i < text.Length && (Chars.IsMiddleDot(text[i]) || text[i] is '.' or ' ' or '．' || Chars.IsHyphen(text[i])) && i - at < 4) i++;
        var from = i;
        var digits = 0;
        for (; i < text.Length && i - from < 7 && Chars.IsAlnum(text[i]); i++)
        {
            if (Chars.IsDigit(text[i])) digits++;
            else if (Chars.Upper(text[i]) is 'I' or 'O') return false;
        }

        var count = i - from;
        if (count == 4 && i < text.Length && text[i] is '挂' or '学' or '警' or '港' or '澳' or '领' or '超') i++;
        else if (count is not (5 or 6)) return false;
        // 苏GF9Q35挂车: the word behind, not a trailer's plate.
        else if (count == 5 && i < text.Length && text[i] == '挂' && !(i + 1 < text.Length && text[i + 1] == '车')) i++;
        if (digits < 2) return false;
        if (i < text.Length && (Chars.IsAlnum(text[i]) || text[i] == '号' && count == 6 && !IsNewEnergy(text[from..i]))) return false;
        if (count == 6 && !IsNewEnergy(text[from..i])) return false;
        if (IsOfThing(text, at)) return false;
        found.Add(new(at, i - at, PersonalDataKind.Plate, true));
        return true;
    }

    /// <summary>塔式起重机备案编号：桂A-T87065: numbered like a vehicle, but for the register of vehicles (机动车登记编号).</summary>
    private static bool IsOfThing(ReadOnlySpan<char> text, int at)
    {
        var cue = CueReader.EndBefore(text, at);
        return NotPhone.MatchBefore(text, cue) is > 0 and var length && !text[Math.Max(0, cue - length - 6)..cue].ContainsAny('车', '牌', '辆');
    }

    /// <summary>Six characters: a letter first (small) or last (large vehicles), the others digits but one.</summary>
    private static bool IsNewEnergy(ReadOnlySpan<char> serial) => Chars.IsLetter(serial[0]) || Chars.IsLetter(serial[^1]);
}
