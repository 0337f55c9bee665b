using System.Buffers;

namespace CreditKit.Recognition;

/// <summary>
/// Weighs readings as a name against the words that the same characters would make, and adds what stands around: a class
/// based language model in small. What it cannot rule out, <see cref="NameJudge"/> decides.
/// </summary>
internal static class NameModel
{
    /// <summary>Cost of "here stands a name" before anything is known, in thirds of a nat.</summary>
    private const int Prior = 11;

    private const int Compound = 6;

    /// <summary>These family names are prepositions and verbs more often.</summary>
    private const int Function = 9;

    /// <summary>Two characters are a name by chance more often than three.</summary>
    private const int ShortName = 6;

    /// <summary>A family name that is the last character of a cue word.</summary>
    private const int Within = 12;

    /// <summary>What a given name costs at most that is a word and a common name: 全有, 长河.</summary>
    private const int Known = 32;

    private static readonly WordList Japanese = Lexicon.Cue("japaneseGiven");
    private static readonly WordList GivenWord = Lexicon.Cue("givenWord");
    private static readonly WordList NotName = Lexicon.Cue("notName");
    private static readonly WordList Rank = Lexicon.Cue("nameRank");
    private static readonly SearchValues<char> AfterOf = SearchValues.Create("日内一前后间外下上处际所类余规");

    /// <summary>What the rules must say at least for a reading to be judged, behind a cue or a name and elsewhere: hardly a name has less.</summary>
    private const int GateNear = -40, GateFar = -20;

    private static int Gate(bool near) => near ? GateNear : GateFar;

    /// <summary>The most readings that begin at one place.</summary>
    public const int MostReadings = 5;

    /// <summary>The best name that begins at <paramref name="at"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place with a family name.</param>
    /// <param name="neighbour">Where a name before it ends; -1 when none does.</param>
    /// <param name="window">The words around.</param>
    /// <param name="length">Its length; 0 when nothing there can be one.</param>
    /// <param name="cued">Whether a cue word stands before.</param>
    /// <param name="bar">What it must be better than; nothing is found that is not.</param>
    /// <returns>What speaks for it, in thirds of a nat; above 0 it is taken for a name.</returns>
    public static int Weigh(ReadOnlySpan<char> text, int at, int neighbour, ref NameLattice window, out int length, out bool cued, int bar = NamePlace.Never)
    {
        length = 0;
        cued = false;
        Span<NameReading> readings = stackalloc NameReading[MostReadings];
        var best = bar;
        foreach (ref readonly var reading in readings[..Readings(text, at, neighbour, ref window, readings)])
        {
            cued = reading.Cued;
            var score = NameJudge.Weigh(text, reading, window);
            if (score <= best) continue;
            best = score;
            length = reading.End - at;
        }

        return best;
    }

    /// <summary>What the rules alone say for the whole text as a name; <see cref="NamePlace.Never"/> when it cannot be one.</summary>
    public static int WeighWhole(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || NotName.MatchAt(text, 0) > 0 || Lexicon.Divisions.MatchAt(text, 0) > 0) return NamePlace.Never;
        Span<NameReading> readings = stackalloc NameReading[MostReadings];
        var window = new NameLattice(text);
        var best = NamePlace.Never;
        foreach (ref readonly var reading in readings[..Readings(text, 0, -1, ref window, readings)])
            if (reading.End == text.Length) best = Math.Max(best, reading.Score);
        return best;
    }

    /// <summary>The readings as a name that begin at <paramref name="at"/> and are worth judging; their number.</summary>
    public static int Readings(ReadOnlySpan<char> text, int at, int neighbour, ref NameLattice window, scoped Span<NameReading> readings)
    {
        if (at + 1 >= text.Length) return 0;
        var compound = Lexicon.CompoundSurnames.MatchAt(text, at);
        // 第五十条 is an article.
        if (compound > 0 && text[at] == '第' && at + 2 < text.Length && (Chars.IsChineseNumeral(text[at + 2]) || "条款项章节次批期类种个届号名位部组年月周天大小人层".Contains(text[at + 2]))) return 0;
        // 站长孙波: the cue word before ends within.
        if (compound > 0 && EndsCue(text, at)) compound = 0;
        // 阮氏梅: behind a cue the character of Vietnamese women's names belongs to the family name.
        if (compound == 0 && text[at + 1] == '氏' && (NamePlace.IsCued(text, at) || NamePlace.IsForeigner(text, at + 3) || NamePlace.IsForeigner(text, at + 4) || neighbour > 0 && neighbour == at - 1) && Lexicon.Names.IsFamily(text[at])) compound = 2;
        if (compound == 0 && !CouldBe(text, at)) return 0;
        var place = new Place(at, neighbour, neighbour == at - 1 && at > 0 || NamePlace.IsCued(text, at));
        if (compound == 0 && !MayBeName(text, at, place.Near)) return 0;
        window.Cover(at);
        var count = 0;
        Try(text, ref place, 1, 1, ref window, readings, ref count);
        Try(text, ref place, 1, 2, ref window, readings, ref count);
        if (compound > 0)
        {
            Try(text, ref place, compound, 1, ref window, readings, ref count);
            Try(text, ref place, compound, 2, ref window, readings, ref count);
            if (Japanese.MatchAt(text, at + compound) > 2) Try(text, ref place, compound, 3, ref window, readings, ref count);
        }

        if (count > 1) Compare(readings[..count]);
        return count;
    }

    /// <summary>Tells each reading what the best of the others has.</summary>
    private static void Compare(scoped Span<NameReading> readings)
    {
        int best = NamePlace.Never, second = NamePlace.Never;
        foreach (ref readonly var reading in readings)
        {
            if (reading.Score > best) (best, second) = (reading.Score, best);
            else second = Math.Max(second, reading.Score);
        }

        foreach (ref var reading in readings) reading = reading with { Other = reading.Score == best ? second : best };
    }

    /// <summary>What speaks against a name by itself.</summary>
    private static NameDoubts Doubts(ReadOnlySpan<char> text, int at, int family, int end)
    {
        var doubts = NameDoubts.None;
        if (NotName.MatchAt(text, at) > 0) doubts |= NameDoubts.Thing;
        if (Lexicon.Divisions.MatchAt(text, at) > 0) doubts |= NameDoubts.Division;
        if (Lexicon.IsInPlace(text, at, end)) doubts |= NameDoubts.Place;
        if (Rank.MatchAt(text, at + family) == 1 && end - at - family == 1) doubts |= NameDoubts.Rank;
        if (!IsGiven(text, at + family, end)) doubts |= NameDoubts.Given;
        // 边填边核对: one does both.
        if (family == 2 && "桥街路村镇乡".Contains(text[at + 2]) || text[at] == '边' && text[end - 1] == '边') doubts |= NameDoubts.Family;
        if (end < text.Length && text[end] is '、' or '等' && NamePlace.IsListOfThings(text, end)) doubts |= NameDoubts.Listed;
        if (EndsCue(text, at)) doubts |= NameDoubts.Within;
        return doubts;
    }

    private static bool EndsCue(ReadOnlySpan<char> text, int at) => at > 0 && NamePlace.Cues.MatchBefore(text, at + 1) > 1;

    private static void Try(ReadOnlySpan<char> text, ref Place place, int family, int given, ref NameLattice window, scoped Span<NameReading> readings, ref int count)
    {
        var at = place.At;
        var end = at + family + given;
        if (end > text.Length || !Chars.IsHan(text[end - 1]) || !Chars.IsHan(text[end - given])) return;
        var cost = family == 1 ? Lexicon.Names.Family(text[at]) : Compound;
        if (cost >= NameCosts.Never) return;
        var rare = given > 2 ? Known : Lexicon.Names.Given(text.Slice(at + family, given));
        if (family == 2 && rare > Known / 2 && Japanese.MatchAt(text, at + 2) == given) rare = Known / 2;
        if (rare > Known && given == 2 && family == 1 && Lexicon.Names.Family(text[at]) <= 22 && text[at] is not ('和' or '于' or '向' or '成' or '同') && GivenWord.MatchAt(text, at + family) == 2) rare = Known;
        var saved = window.Whole - window.Around(at, end) - cost - rare - Prior;
        // Most places end here: the best that both sides can say would not make a name of these characters.
        var right = NamePlace.RightBound(text, at, end, place.Near);
        if (saved + right + (place.Looked ? place.Left : NamePlace.LeftBound(text, at, place.Near)) <= Gate(place.Near)) return;
        // 张科长, 李先生: who it is cannot be told from it.
        if (text[at..end].Contains('某') || Rank.MatchAt(text, at + family) > 1) return;
        // 韩国籍, 权利人, 原|法定代表人: what state one belongs to, what one is.
        if (NamePlace.Cues.MatchBefore(text, end) >= end - at || NamePlace.Cues.MatchAt(text, at + 1) is > 2 and var role && role >= end - at) return;
        if (text[end - 1] == '籍' && Lexicon.IsWord(text, at, end - at - 1) || text[end - 1] == '人' && Lexicon.IsWord(text, at, end - at)) return;
        if (!place.Looked) place.Look(NamePlace.Left(text, at, place.Neighbour, window, out var before), before);
        if (saved + right + place.Left <= Gate(place.Near)) return;
        var score = saved + place.Left;
        // 池子萱正…: behind a cue as well, unless the two are a word (甘露), which only a name explains.
        if (place.Cued && given == 1 && family == 1 && !Lexicon.IsWord(text, at, 2)) score -= ShortName;
        else if (!place.Cued && place.Neighbour != at - 1) score -= (given == 1 && family == 1 ? ShortName : 0) + ("于向应代对将同成未买".Contains(text[at]) ? Function : 0);
        right = NamePlace.Right(text, at, end, place.Cued, ref window);
        score += right;
        // 阿玛尼, 普拉达: brands, where nobody is named.
        if (!place.Cued && family == 1 && given == 2 && place.Left <= 4 && NameParser.IsForeign(text[at]) && Lexicon.Names.Family(text[at]) > 20 && NameParser.IsTransliteration(text[at..end])) score -= 10;
        // 符拉|迪沃斯|托克: a piece of a longer foreign word.
        if (!place.Cued && at > 0 && end < text.Length && NameParser.IsForeign(text[at - 1]) && NameParser.IsForeign(text[end]) && window.WordBefore(at, out _) == 1 && window.WordAt(end, out _) == 1 && NameParser.IsTransliteration(text[at..end])) score -= 12;
        // Where nothing around speaks for a person, the characters alone must say more.
        if (!place.Cued && place.Left + right <= 5) score -= place.Left + right <= 0 ? 6 : 3;
        // 女方白洁, 店方: the cue word before ends within.
        if (family == 1 && EndsCue(text, at)) score -= Within;
        if (score > Gate(place.Near)) readings[count++] = new NameReading(at, end, family, cost, rare, saved, place.Left, right, score, place.Cued, place.Neighbour == at - 1 && at > 0, Doubts(text, at, family, end));
    }

    /// <summary>The words that the characters themselves make are no cheaper than those of the whole run: most places end here, without a cut.</summary>
    private static bool MayBeName(ReadOnlySpan<char> text, int at, bool near)
    {
        var words = Lexicon.Words;
        var said = NamePlace.LeftBound(text, at, near) - Lexicon.Names.Family(text[at]) - Prior;
        int one = words.SingleCost(text[at]), two = words.SingleCost(text[at + 1]);
        var shorter = said - Lexicon.Names.Given(text.Slice(at + 1, 1)) + NamePlace.RightBound(text, at, at + 2, near) - Gate(near);
        int longer = NamePlace.Never, three = 0;
        if (at + 2 < text.Length && Chars.IsHan(text[at + 2]))
        {
            three = words.SingleCost(text[at + 2]);
            longer = said - Lexicon.Names.Given(text.Slice(at + 1, 2)) + NamePlace.RightBound(text, at, at + 3, near) - Gate(near);
        }

        // Single characters cost the most: where they do not suffice, no word is looked up.
        if (one + two + shorter <= 0 && one + two + three + longer <= 0) return false;
        var first = words.Pair(text[at], text[at + 1]);
        var both = WordTable.IsPair(first) ? Math.Min((int)(byte)first, one + two) : one + two;
        if (both + shorter > 0) return true;
        if (both + three + longer <= 0) return false;
        var second = words.Pair(text[at + 1], text[at + 2]);
        return !WordTable.IsPair(second) || one + (byte)second + longer > 0;
    }

    /// <summary>张科长, 李先生: a family name and what the person is.</summary>
    public static bool IsRanked(ReadOnlySpan<char> text, int start, int end) => Rank.MatchAt(text, start + 1) is > 0 and var rank && start + 1 + rank >= end;

    /// <summary>Whether a name or a part of one may begin at a family name: most places are told by the character behind.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (Lexicon.Names.IsGiven(text[at + 1]) || text[at + 1] is ' ' or '　' or '氏' || NameParser.IsForeign(text[at]) || NameParser.PartLength(text, at + 1) > 2 || TransliteratedName.MayBegin(text, at) || Lexicon.CompoundSurnames.MatchAt(text, at) > 0);

    private static bool CouldBe(ReadOnlySpan<char> text, int at) => Lexicon.Names.IsFamily(text[at]) && Lexicon.Names.IsGiven(text[at + 1]);

    private static bool IsGiven(ReadOnlySpan<char> text, int start, int end)
    {
        // 蒋琪姐: who she is to the speaker.
        if (end - start > 1 && !"大小老二三四五六七八".Contains(text[start]) && text[end - 1] is '姐' or '哥' or '叔' or '婶' or '嫂' or '姨' or '爷' or '伯') return false;
        // 于开标前: when it is done.
        if (text[start - 1] == '于' && end - start == 2 && end < text.Length && text[end] is ('前' or '后' or '时' or '之') && Lexicon.IsWord(text, start, 2)) return false;
        if ("壹贰叁肆伍陆柒捌玖拾佰仟万亿".Contains(text[start - 1]) && "壹贰叁肆伍陆柒捌玖拾佰仟万元整".Contains(text[start])) return false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (!Chars.IsHan(c) || c is '某') return false;
            // 决定书之日, 合同之内, 情形之一: two function words.
            if (c == '之' && i + 1 < text.Length && AfterOf.Contains(text[i + 1])) return false;
            // 萧亚男未… is a name, 萧亚男，… may state the sex.
            if (c is '男' or '女' && i == end - 1 && (end >= text.Length || !Chars.IsHan(text[end]) || text[end] is '汉' or '性' or '族' or '士')
                && !(end + 1 < text.Length && text[end] is '，' or '（' && text[end + 1] is '男' or '女')) return false;
        }

        return true;
    }

    /// <summary>A place where a name may begin, and what stands before it once somebody looked.</summary>
    private struct Place(int at, int neighbour, bool near)
    {
        public readonly int At => at;

        public readonly int Neighbour => neighbour;

        public readonly bool Near => near;

        public bool Looked { get; private set; }

        public int Left { get; private set; }

        public bool Cued { get; private set; }

        public void Look(int left, bool cued) => (Looked, Left, Cued) = (true, left, cued);
    }
}
