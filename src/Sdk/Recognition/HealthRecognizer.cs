using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>Recognizes health facts of persons: a disease behind a cue word, and phrases that are facts by themselves.</summary>
internal static class HealthRecognizer
{
    public static readonly WordList Cues = Lexicon.Cue("health");
    public static readonly WordList Phrases = Lexicon.Cue("healthPhrase");
    public static readonly WordList Diseases = Lexicon.Cue("disease");
    private static readonly WordList NotHealth = Lexicon.Cue("notHealth");
    private static readonly WordList NotBefore = Lexicon.Cue("notHealthBefore");
    private static readonly WordList Result = Lexicon.Cue("healthResult");
    private static readonly WordList Ends = Lexicon.Cue("diseaseEnd");
    private static readonly WordList Injuries = Lexicon.Cue("injury");
    private static readonly CharacterSet Between = Lexicon.CueCharacters("injuryBetween");
    public static readonly WordList BodyParts = Lexicon.Cue("bodyPart");
    private static readonly WordList Filler = Lexicon.Cue("healthFiller");
    private static readonly WordList General = Lexicon.Cue("healthGeneral");
    private static readonly WordList Tail = Lexicon.Cue("diseaseTail");
    private static readonly WordList Modifier = Lexicon.Cue("diseaseBefore");
    private static readonly WordList History = Lexicon.Cue("diseaseHistory");
    private static readonly SearchValues<char> Clause = SearchValues.Create("未不已经将被其向及与在对无并后，");
    private const int Reach = 24, EndReach = 14;

    /// <summary>Reads the disease behind the cue that starts at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, int cueLength, List<RecognizedSpan> found)
    {
        var start = at + cueLength;
        while (start < text.Length && start < at + cueLength + 2 && (Chars.IsColon(text[start]) || text[start] is '“' or '了' or '有' or '系' or '患' or '为' or ' ')) start++;
        // 诊断证明载明早孕12周.
        while (Filler.MatchAt(text, start) is > 0 and var filler) start += filler;
        // 张三（肢体残疾）: a bracket tells it of the name before only.
        if (text[at] is '（' or '(' && !(found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && found[^1].End == at)) return false;
        // A weak cue (有, 为, 系, 因) needs the disease at once; a strong one lets words such as 重度 or 双侧 stand between.
        var weak = cueLength == 1 && text[at] != '患';
        var certain = IsDiagnosis(text.Slice(at, cueLength));
        var end = start;
        List<int>? cuts = null;
        var limit = Math.Min(text.Length, start + Reach);
        for (var i = start; i < limit && !(Chars.IsStop(text[i]) && text[i] != '、'); i++)
        {
            if (weak && i > start + 2 || !certain && i > start + 8) break;
            if (text[i] is '的') break;
            // 职业病诊断机构诊断为…: the later cue is the one.
            if (end == start && i > start && Cues.MatchAt(text, i) > 1) return false;
            var length = Diseases.MatchAt(text, i);
            if (length == 0 && certain && i > start && i - start < EndReach) length = EndLength(text, start, i);
            if (length == 0) continue;
            end = Stage(text, i + length);
            i = end - 1;
            (cuts ??= []).Add(end);
        }

        if (cuts is null || text[start..end] is "疾病" || !IsOfAPerson(text, at, end, found)) return false;
        // 高血压、冠心病: each by itself.
        foreach (var cut in cuts)
        {
            if (cut < end && text[cut] != '、') continue;
            found.Add(new(start, cut - start, PersonalDataKind.Health, false));
            start = cut + 1;
        }

        return true;
    }

    /// <summary>患有, 诊断为 promise a disease: what ends like one need not be in the list. 患者, 病历 and a clause between do not.</summary>
    private static int EndLength(ReadOnlySpan<char> text, int start, int at)
    {
        var length = Ends.MatchAt(text, at);
        if (length == 0 || text[start] is '者' || text[start..at].ContainsAny(Clause)) return 0;
        return at + length < text.Length && text[at + length] is '人' or '历' or '房' or '情' or '例' or '假' or '者' or '区' or '床' or '状' or '害' ? 0 : length;
    }

    private static bool IsDiagnosis(ReadOnlySpan<char> cue) => cue.Contains('患') || cue[^1] is '为' or '断' && (cue.Contains('诊') || cue.StartsWith("病")) || cue is "确诊" || cue.StartsWith("死因") || cue.StartsWith("死亡原因");

    /// <summary>What belongs to the disease behind it: 肺结核病, 尘肺三期, 乙肝病毒携带者; not 病史, 病情, 怀孕期间.</summary>
    private static int Stage(ReadOnlySpan<char> text, int end)
    {
        if (Weeks(text, end) is > 0 and var weeks) return weeks;
        // 高血压性心脏病.
        if (end < text.Length && text[end] == '性' && Diseases.MatchAt(text, end + 1) is > 0 and var whole) end += 1 + whole;
        while (end < text.Length && text[end] is '症' or '病' or '炎' or '期' && !(end + 1 < text.Length && text[end + 1] is '史' or '情' or '人' or '历' or '毒' or '原' or '间' or '假')) end++;
        if (Tail.MatchAt(text, end) is > 0 and var tail) return end + tail;
        var stage = end;
        while (stage < text.Length && stage - end < 3 && "一二三四五六七八九十壹贰叁肆ⅠⅡⅢⅣI123456789".Contains(text[stage])) stage++;
        return stage > end && stage < text.Length && text[stage] is '期' or '级' or '度' ? stage + 1 : end;
    }

    /// <summary>早孕12周, 怀孕5个月: how far; the end, or 0.</summary>
    private static int Weeks(ReadOnlySpan<char> text, int end)
    {
        if (end == 0 || text[end - 1] is not ('孕' or '娠')) return 0;
        var i = end;
        while (i < text.Length && i - end < 4 && (Chars.IsDigit(text[i]) || Chars.IsChineseNumeral(text[i]) || text[i] is '+' or '余' or '多' or ' ')) i++;
        if (i == end || i >= text.Length) return 0;
        if (text[i] == '周') return i + (i + 2 < text.Length && Chars.IsDigit(text[i + 1]) && text[i + 2] == '天' ? 3 : 1);
        // 怀孕五个月: how far along is told of the pregnancy, which is hidden by itself.
        if (end > 1 && text[end - 2] == '怀') return 0;
        return text[i] == '月' ? i + 1 : text[i] == '个' && i + 1 < text.Length && text[i + 1] == '月' ? i + 2 : 0;
    }

    /// <summary>高原性|心脏病, 三级|肢体残疾, 左|股骨颈: where the words before that belong to it begin.</summary>
    private static int Begin(ReadOnlySpan<char> text, int at)
    {
        for (var n = 0; n < 3 && Modifier.MatchBefore(text, at) is > 0 and var before; n++) at -= before;
        return at;
    }

    /// <summary>Reads an injury of a part of the body, which needs no cue: 左手骨折, 面部二度烧伤.</summary>
    public static void TryInjury(ReadOnlySpan<char> text, int at, int partLength, List<RecognizedSpan> found)
    {
        for (var i = at + partLength; i < text.Length && i - at - partLength < 8; i++)
        {
            // 左侧肋骨骨折.
            if (BodyParts.MatchAt(text, i) is > 1 and var part) i += part;
            if (i >= text.Length) return;
            if (Injuries.MatchAt(text, i) is > 0 and var length)
            {
                var begin = Begin(text, at);
                if (IsOfAPerson(text, begin, i + length, found)) found.Add(new(begin, i + length - begin, PersonalDataKind.Health, false));
                return;
            }

            if (!Between[text[i]]) return;
        }
    }

    /// <summary>Reads a disease that the words behind make somebody's: 糖尿病史, 癫痫发作.</summary>
    public static void TryHistory(ReadOnlySpan<char> text, int at, int length, List<RecognizedSpan> found)
    {
        var end = Stage(text, at + length);
        // 肋骨骨折、脑震荡: the next of a list.
        var listed = at > 0 && text[at - 1] is '、' or '及' or '和' or '并' && found.Count > 0 && found[^1].Kind == PersonalDataKind.Health && found[^1].End == at - 1;
        var begin = Begin(text, at);
        // 该驾驶员色盲，隐瞒病情.
        var told = begin > 1 && (end == text.Length || text[end] is '，' or '。' or '；') && NameRecognizer.Cues.MatchBefore(text, begin) > 1;
        // 花荣昌，72岁，慢性阻塞性肺疾病，独居: a register tells it of whom it names.
        told |= begin > 1 && text[begin - 1] is '，' or ',' && (end == text.Length || Chars.IsStop(text[end])) && found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName or PersonalDataKind.BirthDate } && begin - found[^1].End < 12;
        if ((listed || told || History.MatchAt(text, end) > 0) && IsOfAPerson(text, begin, end, found)) found.Add(new(begin, end - begin, PersonalDataKind.Health, false));
    }

    /// <summary>Reads a phrase that is a health fact wherever it stands.</summary>
    public static bool TryPhrase(ReadOnlySpan<char> text, int at, int length, List<RecognizedSpan> found)
    {
        // 为肢体残疾人提供…: no one of them.
        var weeks = Weeks(text, at + length);
        if (weeks == 0 && text.Slice(at, length) is "孕" or "早孕" or "妊娠" || !IsOfAPerson(text, at, at + length, found) || at + length < text.Length && text[at + length] is '人' or '者' or '评') return false;
        var begin = Begin(text, at);
        found.Add(new(begin, Stage(text, at + length) - begin, PersonalDataKind.Health, false));
        return true;
    }

    /// <summary>患有痢疾、伤寒等疾病的，应当调离: a rule speaks of whoever has it.</summary>
    private static bool IsRule(ReadOnlySpan<char> text, int end)
    {
        var to = end;
        while (to < text.Length && to - end < 24 && !(Chars.IsStop(text[to]) && text[to] != '、')) to++;
        return to > end && text[to - 1] == '的' && to < text.Length && text[to] is '，' or '。' || General.IsIn(text[end..to]);
    }

    /// <summary>Rules, products and animals speak of diseases too: the words around must not; the result of an examination is a person's.</summary>
    private static bool IsOfAPerson(ReadOnlySpan<char> text, int at, int end, List<RecognizedSpan> found)
    {
        var from = at;
        while (from > 0 && at - from < 12 && !Chars.IsStop(text[from - 1])) from--;
        var to = end;
        while (to < text.Length && to - end < 5 && !Chars.IsStop(text[to])) to++;
        // 李芳被诊断为肺结核患者: the clause begins with a name.
        if (found.Count > 0 && found[^1] is { Kind: PersonalDataKind.PersonName } name && name.Start >= from && name.End <= at) return true;
        if (IsRule(text, end)) return false;
        if (NotHealth.IsIn(text[end..to]) || from > 0 && text[from - 1] is '《' or '“') return false;
        return Result.MatchBefore(text, at) > 0 || Result.MatchAt(text, at) > 0 || !NotBefore.IsIn(text[from..at]) && !NotHealth.IsIn(text[at..end]);
    }
}
