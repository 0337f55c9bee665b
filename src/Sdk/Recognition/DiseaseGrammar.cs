using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>Reads the whole name of a disease around the word it ends with: 右侧多发|肋骨|骨折, 职业性|煤工尘肺|贰期.</summary>
internal static class DiseaseGrammar
{
    private const int MostParts = 10, Reach = 14;
    private static readonly WordList Said = new(["重症", "重病", "疾病", "癌症"]);
    private static readonly WordList Unpromised = new(["缺失", "缺如", "脱落", "脱离", "堵塞", "阻塞", "断裂", "破裂", "错位", "移位", "扩张", "凹陷", "塌陷", "不全", "减少", "增多", "突出", "裂", "异位", "暴露", "紊乱", "失调", "依赖", "切断伤"]);
    private static readonly WordList Promises = Lexicon.Cue("healthPromise");
    private static readonly SearchValues<char> Clause = SearchValues.Create("，。；：、未不已经将被其证载明书写栏填向及和与在对无并后的了是为有系患出来儿、.．（）() \t\n“”\"《》者人");
    private static readonly SearchValues<char> OfPatients = SearchValues.Create("史情人历假者");
    private static readonly SearchValues<char> Ordinals = SearchValues.Create("第一二三四五六七八九十0123456789、,，-~—～至及LTCS和%％/");

    /// <summary>Reads the name that ends with the word at <paramref name="at"/> and adds it, or lengthens the last.</summary>
    public static void Read(ReadOnlySpan<char> text, int at, int length, List<DiseaseSpan> spans)
    {
        // 癫痫|病史, 尿毒症|病人.
        if (length > 2 && text[at + length - 1] == '病' && at + length < text.Length && OfPatients.Contains(text[at + length]) && HealthLexicon.Heads.MatchAt(text[..(at + length - 1)], at) == length - 1) length--;
        var last = spans.Count > 0 ? spans[^1] : default;
        if (at < last.End) return;
        var whole = HealthLexicon.Heads.MatchAt(text[..(at + length)], at) == length;
        // 梅毒|阳性, 流感|重症: what is said of it.
        if (at == last.End && spans.Count > 0 && Said.MatchAt(text, at) == length) return;
        // 孕检: how far along makes it a fact.
        if (length == 1 && text[at] == '孕' && Weeks(text, at + 1) == 0) return;
        if (length < 3 && !IsWhole(text, at, at + length, whole)) return;
        var form = !whole ? DiseaseForm.Built : HealthLexicon.Facts.MatchAt(text, at) == length ? DiseaseForm.Fact : HealthLexicon.Weak.MatchAt(text, at) == length ? DiseaseForm.Weak : DiseaseForm.Term;
        var begin = Begin(text, at);
        var end = End(text, at + length);
        if (begin == at && spans.Count > 0 && Joined(text, last, at, form) is >= 0 and var joined)
        {
            spans[^1] = new(joined, end, last.Form & ~DiseaseForm.Weak | DiseaseForm.Extended, last.Core);
            return;
        }

        // 残疾人, 残疾证: a grade makes it somebody's.
        if (text.Slice(at, length) is "残疾" && end == at + length && end < text.Length && text[end] is '人' or '军' or '证' or '评' && !text[begin..at].Contains('级')) return;
        if (begin == at && !whole)
        {
            begin = Unpromised.MatchAt(text, at) == length ? -1 : Promised(text, at);
            if (begin < 0 || begin == at) return;
            form = DiseaseForm.Promised;
        }
        else if (begin < at || end > at + length) form = form & ~DiseaseForm.Weak | DiseaseForm.Extended;

        // 听力一级、言语一级残疾: one grade of one certificate.
        if (spans.Count > 0 && begin == last.End + 1 && text[last.End] is '、' or '，' && text[last.End - 1] == '级' && text[begin..end].Contains('级')) begin = last.Start;
        if (begin > 0 && (spans.Count == 0 || begin > last.End) && Promised(text, begin) is >= 0 and var unknown) begin = unknown;
        if (spans.Count > 0 && begin < last.End)
        {
            // 脑梗死|后遗症, 高血压性|心脏病: the longer name is the one.
            begin = Math.Min(begin, last.Start);
            spans.RemoveAt(spans.Count - 1);
        }

        spans.Add(new(begin, end, form, whole ? at : end));
    }

    /// <summary>高血压|性|心脏病, 支气管扩张|伴|咯血, 肝硬化|腹水: where the name begins that goes on here, or -1.</summary>
    private static int Joined(ReadOnlySpan<char> text, DiseaseSpan last, int at, DiseaseForm form)
    {
        var between = at - last.End;
        if (between is < 0 or > 2) return -1;
        var whole = form != DiseaseForm.Built && HealthLexicon.Ends.MatchAt(text, at) == 0;
        if (between == 0) return whole ? -1 : last.Start;
        return text[last.End..at] is "性" or "后" or "伴" or "并" or "合并" or "伴有" or "伴发" or "致" or "所致" or "并发" or "继发" ? last.Start : -1;
    }

    /// <summary>Where the words before that belong to it begin.</summary>
    private static int Begin(ReadOnlySpan<char> text, int at)
    {
        for (var n = 0; n < MostParts; n++)
        {
            if (HealthLexicon.Before.MatchBefore(text, at) is > 0 and var before)
            {
                at -= before;
                continue;
            }

            // 绞窄性|肠梗阻: a kind that is not in the list.
            if (at > 2 && text[at - 1] is '性' or '型' or '样' && Chars.IsHan(text[at - 2]) && Chars.IsHan(text[at - 3]) && !text[(at - 3)..at].ContainsAny(Clause))
            {
                at -= 3;
                continue;
            }

            // 第二、三|指.
            var joint = at > 0 && text[at - 1] is '指' or '趾' or '肋' or '掌' ? at - 1 : at;
            if (Numbered(text, joint) is var number && number < joint) at = number;
            else if (at > 1 && text[at - 1] is '、' or '及' or '和' && HealthLexicon.Sites.MatchAt(text, at) > 0 && HealthLexicon.Sites.MatchBefore(text, at - 1) is > 1 and var site) at -= site + 1;
            else break;
        }

        return at;
    }

    /// <summary>第5至第7|肋骨, 第二、三|指, 全身40%|Ⅲ度: numbers that say which and how much.</summary>
    private static int Numbered(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 10 && Ordinals.Contains(text[start - 1])) start--;
        // 胸12|椎体.
        if (start < at && start > 0 && text[start - 1] is '胸' or '腰' or '颈' or '骶') return start - 1;
        if (!text[start..at].ContainsAnyInRange('0', '9') && !text[start..at].Contains('第')) return at;
        while (start < at && !(text[start] is '第' or 'L' or 'T' or 'C' or 'S' || Chars.IsDigit(text[start]) && (text[at - 1] is '%' or '％' || at < text.Length && text[at] is '肋' or '指' or '趾'))) start++;
        return start;
    }

    private static int End(ReadOnlySpan<char> text, int end)
    {
        for (var n = 0; n < 3; n++)
        {
            var next = Step(text, end);
            if (next == end) break;
            end = next;
        }

        return end;
    }

    /// <summary>What belongs to the disease behind it: 尘肺三期, 乙肝病毒携带者, 早孕12周, 噪声聋（重度）; not 病史, 病情, 怀孕期间.</summary>
    private static int Step(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length) return end;
        // 伤寒|带菌者, 早孕|阳性: who has it, how it was seen.
        if (HealthLexicon.Tails.MatchAt(text, end) is > 0 and var tail && !(text[end + tail - 1] == '菌' && end + tail < text.Length && text[end + tail] == '者') && !(text[end - 1] == '孕' && text[end + tail - 1] == '性')) return end + tail;
        // 白内障术后）.
        if (text[end..].StartsWith("术后") && text[end - 1] is not ('）' or ')') && (end + 2 == text.Length || text[end + 2] is '）' or ')' or '|' or '\t' or '。' or '；')) return end + 2;
        if (Weeks(text, end) is > 0 and var weeks) return weeks;
        if (text[end] is '症' or '病' or '炎' or '期' && !(end + 1 < text.Length && "史情人历毒原间假状房区床例因害虫株菌理程征休".Contains(text[end + 1])) && !(text[end] == '期' && text[end - 1] != '尘')) return end + 1;
        var stage = end;
        while (stage < text.Length && stage - end < 3 && "一二三四五六七八九十壹贰叁肆ⅠⅡⅢⅣIV123456789ABCabc".Contains(text[stage])) stage++;
        if (stage > end && stage < text.Length && text[stage] is '期' or '级' or '度' or '型' or '类' && !(stage + 1 < text.Length && text[stage + 1] is '医' or '护' or '甲')) return stage + 1;
        return text[end] is '（' or '(' && !text[..end].EndsWith("残疾") ? Bracket(text, end) : end;
    }

    /// <summary>地中海贫血（轻型）, 先天性心脏病（室间隔缺损）: a bracket that holds nothing else belongs to the name.</summary>
    private static int Bracket(ReadOnlySpan<char> text, int open)
    {
        var close = text[open..Math.Min(text.Length, open + 14)].IndexOfAny('）', ')');
        if (close < 2) return open;
        close += open;
        // 甲状腺结节（TI-RADS 4类）, 高血压病3级（很高危）.
        if (text[close - 1] is '类' or '级' or '型' or '期' or '度' or '危' && !text[open..close].ContainsAny('，', '。', '年')) return close + 1;
        for (var at = close; at > open + 1;)
        {
            var part = HealthLexicon.Before.MatchBefore(text[(open + 1)..], at - open - 1);
            if (part == 0) part = HealthLexicon.Tails.MatchBefore(text[(open + 1)..], at - open - 1);
            if (part == 0) part = HealthLexicon.Triggers.MatchBefore(text[(open + 1)..], at - open - 1);
            if (part == 0) return open;
            at -= part;
        }

        return close + 1;
    }

    /// <summary>早孕12周, 怀孕5个月: how far; the end, or 0.</summary>
    private static int Weeks(ReadOnlySpan<char> text, int end)
    {
        if (text[end - 1] is not ('孕' or '娠')) return 0;
        var i = end;
        if (i < text.Length && text[i] is '约' or '已') i++;
        var digits = i;
        while (i < text.Length && i - end < 5 && (Chars.IsDigit(text[i]) || Chars.IsChineseNumeral(text[i]) || text[i] is '+' or '余' or '多' or ' ')) i++;
        if (i == digits || i >= text.Length) return 0;
        if (text[i] == '周') return i + (i + 2 < text.Length && Chars.IsDigit(text[i + 1]) && text[i + 2] == '天' ? 3 : 1);
        if (text[i] == '个') i++;
        return i < text.Length && text[i] == '月' ? i + 1 : 0;
    }

    /// <summary>诊断为|犬弓首蛔虫|病: a diagnosis promises a disease, whose name need not be known; where it begins, or -1.</summary>
    private static int Promised(ReadOnlySpan<char> text, int at)
    {
        for (var start = at; start > 0 && at - start < Reach; start--)
        {
            if (Promises.MatchBefore(text, start) > 0) return start;
            if (Clause.Contains(text[start - 1])) return at > start && text[start - 1] is '：' or '“' or '"' && Promises.MatchBefore(text, start - 1) > 0 ? start : -1;
        }

        return -1;
    }

    /// <summary>A short word must not be a part of others: 其中风险, 流产品, 病毒.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, int at, int end, bool whole)
    {
        var next = end < text.Length ? text[end] : '。';
        var last = text[end - 1];
        if (last == '病' && ("毒菌院原变虫株死残房区床例害因理树木畜".Contains(next) || end - at == 1 && OfPatients.Contains(next))) return false;
        if (text[at..end].EndsWith("聋哑") && next == '人' || last == '症' && next is '状' or '结' or '候' || last == '炎' && next is '热' or '黄' or '帝' or '症' && end - at == 1 || last == '痔' && next == '疮') return false;
        if (whole && end - at == 2)
        {
            if (next is '险' or '力' or '品' or '业' or '叠' or '扇' or '物') return false;
            if (text[at] is '中' or '性' or '结' && at > 0 && Chars.IsHan(text[at - 1]) && (Lexicon.IsWord(text, at - 1, 2) || text[at..end] is "性病")) return false;
        }

        return true;
    }
}
