using CreditKit.Ledger;
using CreditKit.Reporting;

namespace CreditKit.Tool.Commands;

/// <summary>What the commands about reporting share: which channel is meant, and which record.</summary>
internal static class ReportingLines
{
    /// <summary>The channel named, or every one when none is named.</summary>
    public static IReadOnlyList<ReportLine> Of(CreditKitEngine engine, string? channel)
    {
        if (engine.Channels.Count == 0)
            throw new CreditKitException("CK1501", "没有配置报送通道。", $"请在 {Path.Combine(engine.Options.DataDirectory, SettingsFile.Name)} 的 Channels 中写明通道。");
        var lines = engine.OpenReporting().Lines;
        if (channel is null) return lines;
        return lines.FirstOrDefault(l => string.Equals(l.Options.Name, channel, StringComparison.OrdinalIgnoreCase)) is { } line
            ? [line]
            : throw new CreditKitException("CK1501", $"没有名为“{channel}”的报送通道。", $"已配置的是：{string.Join("、", engine.Channels.Select(c => c.Name))}。");
    }

    /// <summary>The one record that is meant.</summary>
    public static LedgerRecord Record(CreditKitEngine engine, string id, string? counterpart) => engine.Find(id, counterpart) switch
    {
        [var only] => only,
        [] => throw new CreditKitException("CK1523", "没有找到这条记录。", "请核对记录编号或文书号（括号形式和空格不影响查找）。"),
        _ => throw new CreditKitException("CK1523", "同一文书号有多条记录。", "请加上 --counterpart 名称或代码，或者改用记录编号。"),
    };
}
