namespace CreditKit.Recognition;

/// <summary>What stands around a chain of names of diseases (高血压、冠心病), as numbered features that are there or not.</summary>
internal sealed class HealthFeatures
{
    private const int Reach = 60, ReachBehind = 30;
    private static readonly int Signs = Enum.GetValues<HealthSign>().Length;
    private static readonly string[] ZoneNames = ["at", "clause", "sentence", "behind", "behind-clause", "behind-sentence", "between"];

    private readonly ulong[] _has = new ulong[(Names.Count + 63) / 64];
    private readonly int[] _persons;
    private readonly int[] _personEnds;
    private readonly int[] _data;

    /// <summary>Features of a text whose other personal data are known.</summary>
    public HealthFeatures(List<RecognizedSpan> found)
    {
        var persons = found.Where(s => s.Kind == PersonalDataKind.PersonName).OrderBy(s => s.Start).ToArray();
        _persons = [.. persons.Select(p => p.Start)];
        _personEnds = [.. persons.Select(p => p.End)];
        _data = [.. found.Where(s => s.Kind is not (PersonalDataKind.PersonName or PersonalDataKind.Health or PersonalDataKind.Landline or PersonalDataKind.Plate)).Select(s => s.Start).Order()];
    }

    /// <summary>Names of the features, by their number.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<HealthSign>(), .. from zone in ZoneNames from name in HealthContext.Names select $"{name}.{zone}"];

    /// <summary>Whether a feature is there.</summary>
    public bool this[int feature] => (_has[feature >> 6] & 1UL << feature) != 0;

    /// <summary>Start of a name that lies within these places, or -1.</summary>
    public int NameWithin(int start, int end)
    {
        var next = LowerBound(_persons, start);
        return next < _persons.Length && _personEnds[next] <= end ? _persons[next] : -1;
    }

    /// <summary>Looks around a chain; <paramref name="former"/> is where the one before it ends.</summary>
    public void Read(ReadOnlySpan<char> text, DiseaseSpan chain, bool several, int former)
    {
        var (start, end) = (chain.Start, chain.End);
        Array.Clear(_has);
        var floor = start;
        while (floor > 0 && start - floor < Reach && !EndsSentence(text[floor - 1])) floor--;
        var ceiling = end;
        while (ceiling < text.Length && ceiling - end < ReachBehind && !EndsSentence(text[ceiling])) ceiling++;
        var clause = start;
        while (clause > floor && !EndsClause(text[clause - 1])) clause--;
        var clauseEnd = end;
        while (clauseEnd < ceiling && !EndsClause(text[clauseEnd])) clauseEnd++;

        Set(HealthSign.Always);
        if (former > floor) Set(HealthSign.AfterDisease);
        var person = People(text, start, end, clause, floor, clauseEnd, ceiling);
        WordsBefore(text, floor, clause, start, person, several);
        WordsBehind(text, end, clauseEnd, ceiling);
        Edges(text, start, end);
        Form(text[start..end], text[end..], chain.Form, several);
    }

    private void WordsBefore(ReadOnlySpan<char> text, int floor, int clause, int start, int person, bool several)
    {
        var near = start;
        while (near > floor && start - near < 3 && text[near - 1] is '：' or ':' or '“' or '"' or '（' or '(' or '了' or '有' or '为' or '是' or '系' or '的' or '其' or ' ' or '呈' or '过' or '上' or '了') near--;
        // What stands between the person and the disease counts by itself: 张某宣称其能治….
        int between = 0, at = 0;
        for (var i = floor; i < start; i++)
        {
            if (HealthContext.MatchAt(text[..start], i, out var classes) is not (> 0 and var length)) continue;
            var zone = i + length >= near ? 0 : i >= clause ? 1 : 2;
            SetAll(classes, zone);
            if (zone == 0) at |= classes;
            if ((classes & HealthContext.Persons) != 0) (person, between) = (i + length, 0);
            else if (i >= person) between |= classes;
            i += length - 1;
        }

        if (person > floor) SetAll(between, 6);
        else Set(HealthSign.Nobody);
        if ((at & HealthContext.Having) != 0) Set(person > floor ? HealthSign.SomebodyHas : HealthSign.NobodyHas);
        if (several && person <= floor) Set(HealthSign.NobodyChain);
    }

    private void WordsBehind(ReadOnlySpan<char> text, int end, int clauseEnd, int ceiling)
    {
        var near = end;
        while (near < ceiling && near - end < 2 && text[near] is '，' or ',' or '的' or '（' or '(' or ' ' or '”' or '"' or '、' or '）' or ')' or '了' or '后' or '而') near++;
        for (var i = end; i < ceiling; i++)
        {
            if (HealthContext.MatchAt(text, i, out var classes) is not (> 0 and var length)) continue;
            SetAll(classes, i <= near ? 3 : i < clauseEnd ? 4 : 5);
            i += length - 1;
        }
    }

    private void Edges(ReadOnlySpan<char> text, int start, int end)
    {
        Set(start == 0 ? HealthSign.AfterStart : text[start - 1] switch
        {
            '。' or '；' or ';' or '\n' or '！' or '？' => HealthSign.AfterStart,
            '，' or ',' or '、' => HealthSign.AfterComma,
            '：' or ':' or '—' => HealthSign.AfterColon,
            '（' or '(' or '[' or '【' => HealthSign.AfterBracket,
            '“' or '"' or '‘' or '「' => HealthSign.AfterQuote,
            '《' => HealthSign.AfterTitle,
            ' ' or '\t' or '|' or '　' or '/' => HealthSign.AfterBlank,
            '的' => HealthSign.AfterOf,
            _ => HealthSign.AfterHan,
        });
        Set(end == text.Length ? HealthSign.BeforeEnd : text[end] switch
        {
            '。' or '；' or ';' or '\n' or '！' or '？' => HealthSign.BeforeEnd,
            '，' or ',' or '、' => HealthSign.BeforeComma,
            '）' or ')' or ']' or '】' or '（' or '(' => HealthSign.BeforeBracket,
            '”' or '"' or '’' or '」' => HealthSign.BeforeQuote,
            '》' => HealthSign.BeforeTitle,
            ' ' or '\t' or '|' or '　' or '/' => HealthSign.BeforeBlank,
            '的' => HealthSign.BeforeOf,
            _ => HealthSign.BeforeHan,
        });
    }

    private void Form(ReadOnlySpan<char> words, ReadOnlySpan<char> behind, DiseaseForm form, bool several)
    {
        if (several) Set(HealthSign.Chain);
        // 乙肝检测结果为…: what was looked for.
        if (behind.StartsWith("检测") || behind.StartsWith("筛查") || behind.StartsWith("初筛") || behind.StartsWith("鉴定") || behind.StartsWith("化验") || behind.StartsWith("检验")) Set(HealthSign.Tested);
        if ((form & DiseaseForm.Fact) != 0) Set(HealthSign.Fact);
        if ((form & DiseaseForm.Weak) != 0) Set(HealthSign.Weak);
        if ((form & DiseaseForm.Built) != 0) Set(HealthSign.Built);
        if ((form & DiseaseForm.Promised) != 0) Set(HealthSign.Promised);
        if ((form & DiseaseForm.Extended) != 0) Set(HealthSign.Extended);
        if (words.Length < 5 && words is ['轻' or '重', '伤', ..] or "轻微伤") Set(this[(int)HealthSign.AfterDisease] ? HealthSign.VerdictAfterDisease : HealthSign.Verdict);
        if (words.Length > 4) Set(HealthSign.Long);
        if (words.ContainsAny('左', '右', '双')) Set(HealthSign.Side);
        if (words.ContainsAny('级', '度', '期')) Set(HealthSign.Degree);
    }

    /// <summary>Where the last name before ends, or 0.</summary>
    private int People(ReadOnlySpan<char> text, int start, int end, int clause, int floor, int clauseEnd, int ceiling)
    {
        var next = LowerBound(_persons, start);
        var last = next > 0 ? _personEnds[next - 1] : 0;
        if (next > 0)
        {
            if (last >= start - 1 || start - last < 4 && !text[last..start].ContainsAny('，', '、', '。'))
                Set(text[start - 1] == '的' ? HealthSign.NameOf : HealthSign.NameAt);
            Set(last > clause ? HealthSign.NameClause : last > floor ? HealthSign.NameSentence : HealthSign.NameElsewhere);
        }

        while (next < _persons.Length && _persons[next] < end) next++;
        if (next < _persons.Length)
        {
            var first = _persons[next];
            if (first < end + 4 && first < clauseEnd) Set(HealthSign.NameBehind);
            Set(first < clauseEnd ? HealthSign.NameBehindClause : first < ceiling ? HealthSign.NameBehindSentence : HealthSign.NameElsewhere);
        }

        var datum = LowerBound(_data, start);
        if (datum > 0 && _data[datum - 1] >= floor - 20) Set(HealthSign.DataBefore);
        else if (_persons.Length == 0) Set(HealthSign.NameNowhere);
        if (datum < _data.Length && _data[datum] < ceiling) Set(HealthSign.DataBehind);
        return last;
    }

    private static int LowerBound(int[] starts, int at)
    {
        var index = Array.BinarySearch(starts, at);
        return index < 0 ? ~index : index;
    }

    private static bool EndsSentence(char c) => c is '。' or '；' or ';' or '！' or '？' or '!' or '?' or '\n';

    private static bool EndsClause(char c) => c is '，' or ',' or '：' or ':' or '|' or '\t';

    private void Set(HealthSign sign) => Set((int)sign);

    private void SetAll(int classes, int zone)
    {
        for (var bits = (uint)classes; bits != 0; bits &= bits - 1)
            Set(Signs + zone * HealthContext.Names.Length + System.Numerics.BitOperations.TrailingZeroCount(bits));
    }

    private void Set(int feature) => _has[feature >> 6] |= 1UL << feature;
}
