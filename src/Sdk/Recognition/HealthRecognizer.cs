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
    private static readonly WordList Paper = Lexicon.Cue("healthPaper");
    private static readonly WordList Written = Lexicon.Cue("healthWritten");
    private static readonly WordList Subject = Lexicon.Cue("healthSubject");
    private static readonly WordList Use = Lexicon.Cue("healthUse");
    private static readonly SearchValues<char> Clause = SearchValues.Create("未不已经将被其向及与在对无并后，");
    private const int Reach = 24, EndReach = 14;

    /// <summary>Reads the disease behind the cue that starts at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, int cueLength, List<RecognizedSpan> found)
    {
        var start = at + cueLength;
        // 体检单上写着…: only what is written on such a paper.
        var written = Written.MatchAt(text, at) == cueLength;
        if (written && !IsOnPaper(text, at)) return false;
        while (start < text.Length && start < at + cueLength + 2 && Diseases.MatchAt(text, start) == 0 && Modifier.MatchAt(text, start) == 0 && (Chars.IsColon(text[start]) || text[start] is '“' or '"' or '了' or '有' or '系' or '患' or '为' or ' ')) start++;
        // 诊断证明载明早孕12周.
        while (Filler.MatchAt(text, start) is > 0 and var filler) start += filler;
        if (start > at + cueLength) while (start < text.Length && text[start] is '为' or '系' or '是' or '：' && Diseases.MatchAt(text, start) == 0 && Modifier.MatchAt(text, start) == 0) start++;
        // 诊断书（过敏性皮炎）.
        if ((start > at + cueLength || text[start - 1] is '病' or '断') && start < text.Length && text[start] is '（' or '(' or '“' or '"') start++;
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
            if (end == start && i > start && (Cues.MatchAt(text, i) > 1 || text[i] == '患' && !(i + 1 < text.Length && text[i + 1] == '者'))) return false;
            var length = Diseases.MatchAt(text, i);
            if (length == 0 && certain && i > start && i - start < EndReach) length = EndLength(text, start, i);
            if (length == 0) continue;
            end = Stage(text, i + length);
            i = end - 1;
            (cuts ??= []).Add(end);
        }

        if (cuts is null || text[start..end] is "疾病" || text[start..end] is "残疾" && end < text.Length && text[end] is '证' or '军' or '等' or '类' || text[end - 1] == '哑' && end < text.Length && text[end] == '人' || !written && !IsOfAPerson(text, at, end, found)) return false;
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

    private static bool IsDiagnosis(ReadOnlySpan<char> cue) => cue.Contains('患') || cue[^1] is '为' or '断' && (cue.Contains('诊') || cue.StartsWith("病")) || cue is "确诊" or "自称有" or "自述有" or "自诉有" or "得的是" || cue.StartsWith("死因") || cue.StartsWith("死亡原因");

    /// <summary>What belongs to the disease behind it: 肺结核病, 尘肺三期, 乙肝病毒携带者; not 病史, 病情, 怀孕期间.</summary>
    private static int Stage(ReadOnlySpan<char> text, int end)
    {
        if (Weeks(text, end) is > 0 and var weeks) return weeks;
        // 高血压性心脏病.
        if (end < text.Length && text[end] == '性' && Diseases.MatchAt(text, end + 1) is > 0 and var whole) end += 1 + whole;
        while (end < text.Length && text[end] is '症' or '病' or '炎' or '期' && !(end + 1 < text.Length && text[end + 1] is '史' or '情' or '人' or '历' or '毒' or '原' or '间' or '假')) end++;
        if (Tail.MatchAt(text, end) is > 0 and var tail) return end + tail;
        // 白内障术后）.
        if (text[end..].StartsWith("术后") && (end + 2 == text.Length || Chars.IsStop(text[end + 2]) || text[end + 2] is '）' or ')')) return end + 2;
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
        // 他高血压三级, 我家掌柜的股骨头坏死.
        var stops = end == text.Length || Chars.IsStop(text[end]) || text[end] is '）' or ')' or '|' or '\t' or ' ';
        var subject = Subject.MatchBefore(text, begin);
        var go = stops || text[end] is not ('的' or '人' or '者') && text[end - 1] != '期' && !Use.IsIn(text[end..Math.Min(text.Length, end + 4)]);
        told |= subject > (stops ? 0 : 1) && go || go && found.Count > 0 && found[^1].Kind == PersonalDataKind.PersonName && found[^1].End == begin;
        // 诊断书上的“抑郁症”.
        var quoted = begin > 0 && text[begin - 1] is '“' or '"' && CueReader.Near(Paper, text, begin - 1, 5);
        // 慢性肾功能衰竭，: a whole clause, cell or bracket of a sentence that names somebody; 张朝霞出示糖尿病病历.
        told |= IsNamed(text, begin, end, stops, found);
        // 抑郁症患者邓雨晴: a name follows.
        quoted |= IsOfTheNamed(text, end);
        if (quoted || (listed || told || History.MatchAt(text, end) > 0) && IsOfAPerson(text, begin, end, found)) found.Add(new(begin, end - begin, PersonalDataKind.Health, false));
    }

    private static bool IsOfTheNamed(ReadOnlySpan<char> text, int end)
    {
        if (end + 3 >= text.Length || !(text[end] is '患' && text[end + 1] == '者' || text[end] is '病' && text[end + 1] == '人')) return false;
        return Lexicon.IsSurname(text[end + 2]) && NameModel.MayBegin(text, end + 2) && !Lexicon.IsWord(text, end + 2, 2) && !Lexicon.IsWord(text, end + 2, 3) && Chars.IsHan(text[end + 3]);
    }

    private static bool IsNamed(ReadOnlySpan<char> text, int begin, int end, bool stops, List<RecognizedSpan> found)
    {
        var alone = stops && begin > 0 && text[begin - 1] is '，' or ',' or '（' or '(' or '|' or '\t' or ' ';
        // 咳嗽、肺炎: a list of several things, and 治疗…: what something is good for.
        if (end < text.Length && text[end] is '、' || end - begin < 3 || text[end - 1] == '期') return false;
        for (var n = found.Count - 1; n >= 0 && found[n].End <= begin; n--)
        {
            if (begin - found[n].End > (alone ? 100 : 14)) return false;
            if (found[n].Kind != PersonalDataKind.PersonName) continue;
            var between = text[found[n].End..begin];
            if (between.ContainsAny('。', '；', '\n')) return false;
            if (!alone && (between.ContainsAny('，', '、', '“') || between.Contains('的'))) return false;
            return !Use.IsIn(between.Length > 24 ? between[^24..] : between) && !Use.IsIn(text[end..Math.Min(text.Length, end + 4)]);
        }

        // 我母亲今年查出肺癌, 我妈走不动路，糖尿病，….
        for (var i = begin; i > 1 && begin - i < (alone ? 24 : 8) && text[i - 1] is not ('。' or '；' or '\n' or '的'); i--)
        {
            if (!alone && Chars.IsStop(text[i - 1])) break;
            if (Subject.MatchBefore(text, i) > 1 && !Use.IsIn(text[i..begin])) return !Use.IsIn(text[end..Math.Min(text.Length, end + 4)]);
        }

        if (!alone) return false;
        // (男,82岁,老年痴呆).
        return text[Math.Max(0, begin - 8)..begin] is var head && (head.Contains('岁') || head.ContainsAny('男', '女'));
    }

    /// <summary>体检单上|写着.</summary>
    private static bool IsOnPaper(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] is '上' or '中' or '里' or '内' or '也' or '均' or '都' or '明' or '确') at--;
        return Paper.MatchBefore(text, at) > 0;
    }

    /// <summary>Reads a phrase that is a health fact wherever it stands.</summary>
    public static bool TryPhrase(ReadOnlySpan<char> text, int at, int length, List<RecognizedSpan> found)
    {
        // 为肢体残疾人提供…: no one of them.
        var weeks = Weeks(text, at + length);
        if (weeks == 0 && text.Slice(at, length) is "孕" or "早孕" or "妊娠" || !IsOfAPerson(text, at, at + length, found) || at + length < text.Length && text[at + length] is '人' or '者' or '评') return false;
        var begin = Begin(text, at);
        var end = Stage(text, at + length);
        // 听力一级、言语一级残疾: one grade of one certificate.
        if (at > 3 && text[at - 1] is '、' or '，' && text[at - 2] == '级' && found.Count > 0 && found[^1] is { Kind: PersonalDataKind.Health } former && former.End == at - 1)
        {
            begin = former.Start;
            found.RemoveAt(found.Count - 1);
        }

        found.Add(new(begin, end - begin, PersonalDataKind.Health, false));
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
        // 当事人为精神分裂症患者.
        if (Subject.MatchBefore(text, at) > 1 && !NotBefore.IsIn(text[from..at])) return true;
        if (NotHealth.IsIn(text[end..to]) || from > 0 && text[from - 1] is '《' or '“') return false;
        return Result.MatchBefore(text, at) > 0 || Result.MatchAt(text, at) > 0 || !NotBefore.IsIn(text[from..at]) && !NotHealth.IsIn(text[at..end]);
    }
}
