namespace CreditKit.Recognition;

/// <summary>The words of <c>diseases.txt</c> by what they do in the name of a disease.</summary>
internal static class HealthLexicon
{
    private static readonly Dictionary<string, string[]> Classes = Lexicon.Lines("Recognition/data/diseases.txt")
        .Where(l => l[0] != '#').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.SelectMany(w => w.Skip(1)).Distinct(StringComparer.Ordinal).ToArray());

    private static readonly string[] Grades = [.. from kind in (string[])["肢体", "精神", "智力", "听力", "视力", "言语", "多重", "上肢", "下肢", "双下肢", "单下肢", "双上肢", "双眼", "听觉", "肢残", "智残", "精残", "视残", "听残", "言残", "多残", "肢体残", "智力残", "视力残", "精神残", "听力残", "伤残", "残疾", "劳动功能障碍", "劳动能力障碍"]
                                                  from grade in "一二三四五六七八九十1234" select $"{kind}{grade}级"];

    /// <summary>What is a fact of somebody's health by itself: HIV阳性, 肢体三级.</summary>
    public static WordList Facts { get; } = new([.. Classes["fact"], .. Grades]);

    /// <summary>Whole names of diseases.</summary>
    public static WordList Heads { get; } = new([.. Classes["term"], .. Classes["weak"], .. Classes["fact"], .. Grades]);

    /// <summary>Names that are often said of nobody or of no disease: 阳性, 破裂.</summary>
    public static WordList Weak { get; } = new(Classes["weak"]);

    /// <summary>Ends of names that need a place or a kind before them: 炎, 骨折.</summary>
    public static WordList Ends { get; } = new(Classes["end"]);

    /// <summary>All that a name may end with, so that one look finds it.</summary>
    public static WordList Triggers { get; } = new([.. Heads.Words, .. Ends.Words]);

    /// <summary>Parts of the body.</summary>
    public static WordList Sites { get; } = new(Classes["site"]);

    /// <summary>Parts of the body, kinds, degrees and causes that stand before.</summary>
    public static WordList Before { get; } = new([.. Classes["site"], .. Classes["modifier"]]);

    /// <summary>What stands behind a name and belongs to it: 晚期, 病毒携带者.</summary>
    public static WordList Tails { get; } = new(Classes["tail"]);
}
