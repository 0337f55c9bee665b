using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Reporting;

/// <summary>
/// What the receiver would refuse, found before it is sent: the blocking rules of its own edition, and the lengths its channel names (Limits). Says which
/// column and which rule; never a value.
/// </summary>
internal sealed class ReceiverRules(RecordValidator validator)
{
    private const int Shown = 5;

    /// <summary>What stands against sending it; empty when nothing does.</summary>
    public string Check(ReportEnvelope envelope, CreditRecord record)
    {
        if (envelope.Operation == ReportOperation.Withdraw) return "";
        var found = new List<string>();
        foreach (var cell in envelope.Cells)
            if (cell.Column.Length > 0 && cell.Text.Length > cell.Column.Length)
                found.Add($"字符长度过长：{cell.Column.Head}最多 {cell.Column.Length} 个字符，现有 {cell.Text.Length} 个");
        foreach (var issue in validator.AgainstReporting(record))
            found.Add($"{issue.Field}：{issue.Message}{(issue.Hint.Length > 0 ? $"（{issue.Hint}）" : "")}");
        return found.Count == 0 ? "" : $"CK1511：不符合接收方数据标准（{envelope.Edition}），未发送。{string.Join("；", found.Distinct().Take(Shown))}";
    }
}
