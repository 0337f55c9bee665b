namespace CreditKit.Recognition;

/// <summary>Recognizes health facts of persons: a disease behind a cue word, and phrases that are facts by themselves.</summary>
internal static class HealthRecognizer
{
    public static readonly WordList Cues = Lexicon.Cue("health");
    public static readonly WordList Phrases = Lexicon.Cue("healthPhrase");
    private static readonly WordList Diseases = Lexicon.Cue("disease");
    private static readonly WordList NotHealth = Lexicon.Cue("notHealth");
    private static readonly WordList NotBefore = Lexicon.Cue("notHealthBefore");
    private static readonly WordList Result = Lexicon.Cue("healthResult");
    private const int Reach = 24;

    /// <summary>Reads the disease behind the cue that starts at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, int cueLength, List<RecognizedSpan> found)
    {
        var start = at + cueLength;
        while (start < text.Length && start < at + cueLength + 2 && (Chars.IsColon(text[start]) || text[start] is '“' or '了' or '有' or ' ')) start++;
        // 张三（肢体残疾）: a bracket tells it of the name before only.
        if (text[at] is '（' or '(' && !(found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && found[^1].End == at)) return false;
        // A weak cue (有, 为, 系, 因) needs the disease at once; a strong one lets words such as 重度 or 双侧 stand between.
        var weak = cueLength == 1 && text[at] != '患';
        var end = start;
        var limit = Math.Min(text.Length, start + Reach);
        for (var i = start; i < limit && !(Chars.IsStop(text[i]) && text[i] != '、'); i++)
        {
            if (weak && i > start + 2) break;
            if (text[i] is '的') break;
            var length = Diseases.MatchAt(text, i);
            if (length == 0) continue;
            end = i + length;
            while (end < text.Length && text[end] is '症' or '病' or '炎' or '期' && !(end + 1 < text.Length && text[end + 1] == '史')) end++;
            i = end - 1;
        }

        if (end == start || !IsOfAPerson(text, at, end)) return false;
        found.Add(new(start, end - start, PersonalDataKind.Health, false));
        return true;
    }

    /// <summary>Reads a phrase that is a health fact wherever it stands.</summary>
    public static bool TryPhrase(ReadOnlySpan<char> text, int at, int length, List<RecognizedSpan> found)
    {
        if (!IsOfAPerson(text, at, at + length)) return false;
        found.Add(new(at, length, PersonalDataKind.Health, false));
        return true;
    }

    /// <summary>Rules, products and animals speak of diseases too: the words around must not; the result of an examination is a person's.</summary>
    private static bool IsOfAPerson(ReadOnlySpan<char> text, int at, int end)
    {
        var from = at;
        while (from > 0 && at - from < 12 && !Chars.IsStop(text[from - 1])) from--;
        var to = end;
        while (to < text.Length && to - end < 5 && !Chars.IsStop(text[to])) to++;
        if (NotHealth.IsIn(text[end..to]) || from > 0 && text[from - 1] is '《' or '“') return false;
        return Result.MatchBefore(text, at) > 0 || Result.MatchAt(text, at) > 0 || !NotBefore.IsIn(text[from..at]) && !NotHealth.IsIn(text[at..end]);
    }
}
