using System.CommandLine;
using CreditKit.Ledger;

namespace CreditKit.Tool.Commands;

/// <summary>How a call names one record: id or document number, narrowed by the counterpart.</summary>
internal sealed class RecordArgument
{
    public Argument<string> Id { get; } = new("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号", HelpName = "编号或文书号" };

    public Option<string?> Counterpart { get; } = new("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };

    /// <summary>The record; null when none or several fit, which is said on the error stream.</summary>
    public LedgerRecord? Find(ParseResult parsed, CreditKitEngine engine, ToolContext context)
    {
        var matches = engine.Find(parsed.GetValue(Id)!, parsed.GetValue(Counterpart));
        if (matches.Count == 1) return matches[0];
        context.Error.WriteLine(matches.Count == 0
            ? "没有找到这条记录，请核对记录编号或文书号。"
            : $"这个文书号有 {matches.Count} 条记录，请用 --counterpart 写明相对人名称或代码。");
        return null;
    }
}
