using CreditKit.Ledger;

namespace CreditKit.Tool;

/// <summary>The one record that a person means by an id or a document number.</summary>
internal static class Matches
{
    /// <summary>The record; null, with the reason told, when there is none or more than one.</summary>
    public static LedgerRecord? One(ToolContext context, CreditKitEngine engine, string idOrDocumentNumber, string? counterpart)
    {
        var matches = engine.Find(idOrDocumentNumber, counterpart);
        if (matches.Count == 1) return matches[0];
        context.Error.WriteLine(matches.Count == 0
            ? "没有找到这条记录，请核对记录编号或文书号（括号形式和空格不影响查找）。"
            : $"这个文书号有 {matches.Count} 条记录，请用 --counterpart 写明相对人名称或代码。");
        return null;
    }
}
