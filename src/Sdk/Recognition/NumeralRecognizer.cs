using CreditKit.Records;

namespace CreditKit.Recognition;

/// <summary>Recognizes phones and identity numbers that are written, or partly written, in Chinese numerals: 一三八〇五九八…, 幺三八….</summary>
internal static class NumeralRecognizer
{
    private const int Reach = 40;

    public static bool IsNumeral(char c) => Value(c) >= 0;

    /// <summary>Reads the run of numerals that begins at <paramref name="at"/>; its end, or 0 when it is no number of a person.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, List<RecognizedSpan> found)
    {
        Span<char> digits = stackalloc char[18];
        var count = 0;
        var end = at;
        for (var i = at; i < text.Length && i - at < Reach; i++)
        {
            if (Value(text[i]) is >= 0 and var digit)
            {
                if (count == digits.Length) return 0;
                digits[count++] = (char)('0' + digit);
                end = i + 1;
            }
            else if (count == 17 && Chars.Upper(text[i]) == 'X')
            {
                digits[count++] = 'X';
                end = i + 1;
                break;
            }
            else if (!(text[i] is ' ' or '　' || Chars.IsHyphen(text[i])) || i > end) break;
        }

        if (end < text.Length && (text[end] is '十' or '百' or '千' or '万' or '亿' or '年' || NumberRecognizer.HasUnitAfter(text, end))) return 0;
        var number = digits[..count];
        if (count == 11 && number[1] is >= '3' and <= '9' && number[0] == '1') found.Add(new(at, end - at, PersonalDataKind.Mobile, true));
        else if (count == 18 && ResidentIdentityNumber.IsCanonical(number)) found.Add(new(at, end - at, PersonalDataKind.IdentityNumber, true));
        else return 0;
        return end;
    }

    private static int Value(char c) => Chars.IsDigit(c) ? Chars.Digit(c) : c switch
    {
        '〇' or '零' or '○' or 'Ｏ' or '洞' => 0, '一' or '幺' or '壹' => 1, '二' or '贰' or '两' => 2, '三' or '叁' => 3, '四' or '肆' => 4,
        '五' or '伍' => 5, '六' or '陆' => 6, '七' or '柒' or '拐' => 7, '八' or '捌' => 8, '九' or '玖' or '勾' => 9, _ => -1,
    };
}
