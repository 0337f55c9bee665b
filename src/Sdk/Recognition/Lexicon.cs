using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CreditKit.Recognition;

/// <summary>The embedded data of the recognizers, read once.</summary>
internal static class Lexicon
{
    private static readonly Dictionary<string, string[]> Cues =
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(Read("Recognition/data/cues.json"))!;

    private static readonly FrozenSet<string> CommonWords = Lines("Recognition/data/common-words.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonWordLookup = CommonWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly byte[] GivenNameWeights = ReadGivenNameWeights();
    private static readonly bool[] SingleSurnames = Marks(Lines("Recognition/data/surnames.txt").Where(s => s.Length == 1).Select(s => s[0]));

    /// <summary>Compound family names.</summary>
    public static WordList CompoundSurnames { get; } = new(Lines("Recognition/data/surnames.txt").Where(s => s.Length > 1));

    /// <summary>Division names: provinces, cities, counties.</summary>
    public static WordList Divisions { get; } = ReadDivisions();

    /// <summary>Six-digit codes in force.</summary>
    public static FrozenSet<int> DivisionCodes { get; } = ReadDivisionCodes();

    /// <summary>A named list of <c>cues.json</c>.</summary>
    public static WordList Cue(string name) => new(Cues[name]);

    /// <summary>A named list of single characters of <c>cues.json</c>.</summary>
    public static bool[] CueCharacters(string name) => Marks(string.Concat(Cues[name]));

    public static bool IsSurname(char c) => SingleSurnames[c];

    public static bool IsWord(ReadOnlySpan<char> text, int at, int length) =>
        at + length <= text.Length && CommonWordLookup.Contains(text.Slice(at, length));

    /// <summary>0 to 9: how readily a character stands in a given name.</summary>
    public static int GivenNameWeight(char c) => GivenNameWeights[c];

    private static bool[] Marks(IEnumerable<char> characters)
    {
        var marks = new bool[char.MaxValue + 1];
        foreach (var c in characters) marks[c] = true;
        return marks;
    }

    private static byte[] ReadGivenNameWeights()
    {
        var weights = new byte[char.MaxValue + 1];
        foreach (var line in Lines("Recognition/data/given-name-characters.txt"))
            foreach (var c in line.AsSpan(2)) weights[c] = (byte)(line[0] - '0');
        return weights;
    }

    private static WordList ReadDivisions()
    {
        string[] generic = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];
        var names = Divided().Select(d => d.Value).Where(n => n.Length >= 2).Except(generic).ToList();
        // 福建三明, 内蒙古: the short names of provinces stand in addresses as well.
        names.AddRange(["北京", "天津", "上海", "重庆", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"]);
        return new WordList(names);
    }

    private static FrozenSet<int> ReadDivisionCodes() =>
        Divided().Select(d => int.Parse(d.Key, System.Globalization.CultureInfo.InvariantCulture)).ToFrozenSet();

    private static Dictionary<string, string> Divided() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("Recognition/data/divisions.json"))!;

    private static string[] Lines(string name) => Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"CK1301: the embedded data {name} is missing; rebuild CreditKit.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
