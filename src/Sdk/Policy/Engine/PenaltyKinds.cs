using System.Collections.Concurrent;

namespace CreditKit.Policy.Engine;

/// <summary>The penalty categories of 行政处罚法 9 as bits. Texts of every edition of the code list are read, joined ones too.</summary>
internal static class PenaltyKinds
{
    public const int Other = 1 << 30;

    private static readonly string[] Words =
    [
        "警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣", "降低资质等级", "吊销", "限制开展", "责令停产停业", "责令关闭", "限制从业", "行政拘留",
    ];

    private static readonly ConcurrentDictionary<string, int> Cache = new(StringComparer.Ordinal);

    /// <summary>Bits of one category text.</summary>
    public static int Of(string text)
    {
        if (Cache.TryGetValue(text, out var mask)) return mask;
        mask = Read(text);
        if (Cache.Count < 1024) Cache.TryAdd(text, mask);
        return mask;
    }

    /// <summary>Bits of a text that an edition names; 0 when it names no category.</summary>
    public static int OfRule(string text) => text.Trim() == "其他" ? Other : Read(text) & ~Other;

    private static int Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith("其他", StringComparison.Ordinal)) return Other;
        var mask = 0;
        for (var i = 0; i < Words.Length; i++)
            if (text.Contains(Words[i], StringComparison.Ordinal)) mask |= 1 << i;
        return mask == 0 && text.Length > 0 ? Other : mask;
    }
}
