using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CreditKit.Recognition;

/// <summary>The embedded data of the recognizers, read once.</summary>
internal static class Lexicon
{
    private const int RareWord = 45;

    private static readonly Dictionary<string, string[]> Cues =
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(Read("Recognition/data/cues.json"))!;

    private static readonly string[] Surnames = Lines("Recognition/data/surnames.txt");

    /// <summary>The words of the language, with their cost and class.</summary>
    public static WordTable Words { get; } = new(Lines("Recognition/data/words.txt"));

    /// <summary>Costs of family names and of the characters of given names.</summary>
    public static NameCosts Names { get; } = new(Surnames.Where(s => char.IsAsciiDigit(s[0])), Lines("Recognition/data/given-names.txt"), Words);

    /// <summary>Compound family names.</summary>
    public static WordList CompoundSurnames { get; } = new(Surnames.Where(s => !char.IsAsciiDigit(s[0])));

    /// <summary>Division names: provinces, cities, counties.</summary>
    public static WordList Divisions { get; } = ReadDivisions();

    /// <summary>Division names with and without what they are: 达尔罕茂明安联合旗, 达尔罕茂明安; three characters at least.</summary>
    public static WordList Places { get; } = new(Divided().Select(d => d.Value).Where(n => n.Length > 2).SelectMany(n => new[] { n, Stem(n) }).Where(n => n.Length > 2));

    /// <summary>Six-digit codes in force.</summary>
    public static FrozenSet<int> DivisionCodes { get; } = ReadDivisionCodes();

    /// <summary>A named list of <c>cues.json</c>.</summary>
    public static WordList Cue(string name) => new(Cues[name]);

    /// <summary>The words of a named list of <c>cues.json</c>.</summary>
    public static string[] CueWords(string name) => Cues[name];

    /// <summary>A named list of single characters of <c>cues.json</c>.</summary>
    public static CharacterSet CueCharacters(string name) => new(string.Concat(Cues[name]));

    /// <summary>Whether the character may begin a person's name.</summary>
    public static bool IsSurname(char c) => Names.IsFamily(c);

    /// <summary>Whether these characters are a word of two to four characters.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int at, int length) =>
        length is >= 2 and <= 4 && at + length <= text.Length && Words.TryGet(text.Slice(at, length), out _, out _);

    /// <summary>Whether the word is so rare that it is hardly met.</summary>
    public static bool IsRare(ReadOnlySpan<char> text, int at, int length) => Words.TryGet(text.Slice(at, length), out var cost, out _) && cost >= RareWord;

    /// <summary>Whether a word of three or four characters goes over the place.</summary>
    public static bool IsWithin(ReadOnlySpan<char> text, int at)
    {
        for (var start = Math.Max(0, at - 3); start < at; start++)
            if (at - start < 3 && IsWord(text, start, 3) || IsWord(text, start, 4)) return true;
        return false;
    }

    /// <summary>Whether the name of a division goes over these characters and more: 塔什库尔干塔吉克自治县.</summary>
    public static bool IsInPlace(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = Math.Max(0, start - 6); at <= start; at++)
            if (Places.MatchAt(text, at) is > 2 and var length && at + length >= end) return true;
        return false;
    }

    private static string Stem(string name)
    {
        foreach (var end in (ReadOnlySpan<string>)["蒙古自治州", "蒙古族自治县", "蒙古自治县", "哈萨克自治县", "哈萨克自治州", "塔吉克自治县", "藏族自治县", "藏族自治州", "回族自治县", "回族自治州", "自治县", "自治州", "自治旗", "联合旗", "自治区", "地区", "林区", "市", "县", "区", "旗"])
            if (name.EndsWith(end, StringComparison.Ordinal)) return name[..^end.Length];
        return name;
    }

    private static WordList ReadDivisions()
    {
        string[] generic = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];
        var names = Divided().Select(d => d.Value).Where(n => n.Length >= 2).Except(generic).ToList();
        // 福建三明, 内蒙古: the short names of provinces stand in addresses as well.
        names.AddRange(["北京", "天津", "上海", "重庆", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"]);
        // 恩施州, 鄂温克旗: what autonomous prefectures and banners are called.
        names.AddRange(CueWords("shortDivision"));
        return new WordList(names);
    }

    private static FrozenSet<int> ReadDivisionCodes() =>
        Divided().Select(d => int.Parse(d.Key, System.Globalization.CultureInfo.InvariantCulture)).ToFrozenSet();

    private static Dictionary<string, string> Divided() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("Recognition/data/divisions.json"))!;

    /// <summary>The lines of an embedded file that say something.</summary>
    public static string[] Lines(string name) => Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Learnt weights: a line is a name and its weight, 0 where none is given. In the order of the names.</summary>
    public static int[] Weights(string name, IReadOnlyList<string> names)
    {
        var given = Lines(name).Where(l => l[0] != '#').Select(l => l.Split(' ')).ToDictionary(w => w[0], w => int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture));
        return [.. names.Select(n => given.GetValueOrDefault(n))];
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"CK1301: the embedded data {name} is missing; rebuild CreditKit.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
