namespace CreditKit.Cases;

/// <summary>Faults of handling a case; none of them holds personal data.</summary>
internal static class CaseFault
{
    public static CreditKitException NotAllowed(string number, CaseKind kind, CaseState state, CaseAct act) => new(
        "CK1701", $"{CaseWords.Of(kind)} {number} 的状态是“{CaseWords.Of(state)}”，不能{CaseWords.Of(act)}。",
        CaseWorkflow.Allowed(kind, state).ToList() is { Count: > 0 } allowed ? $"现在可以：{string.Join("、", allowed.Select(CaseWords.Of))}。" : "它已经办结。");

    public static CreditKitException NotFound(string number) => new("CK1702", $"没有编号为 {number} 的案件，或者它的案卷已依法销毁。", "请核对回执编号。");

    public static CreditKitException Raced(string number) => new("CK1703", $"案件 {number} 刚刚由别人处理过。", "请重新打开后再处理。");

    public static CreditKitException ReasonMissing(CaseAct act) => new("CK1704", $"{CaseWords.Of(act)}没有写明理由。", "请写明理由：每一步都要有经办人、时间和理由。");

    public static CreditKitException NoExtension(string number, string why) => new("CK1705", $"案件 {number} 不能延长：{why}。", "请在原期限内办结。");

    public static CreditKitException CorrectionRefused(string number, IEnumerable<string> issues) => new(
        "CK1706", $"案件 {number} 的修改没有通过校验，原公示信息没有变动：{string.Join("；", issues)}", "请改正后再决定。");

    public static CreditKitException NotEligible(string number, string why) => new("CK1707", $"案件 {number} 不符合信用修复条件：{why}", "请作不予修复的决定，或者补正后再决定。");

    public static CreditKitException NoRecord(string id) => new("CK1708", $"没有编号为 {id} 的记录。", "请用 creditkit explain 按文书号查出记录编号。");

    public static CreditKitException WithoutRecord(string number) => new("CK1709", $"案件 {number} 没有对应的公示记录，无从修改或撤下。", "请先用“关联记录”指定记录。");

    public static CreditKitException CannotErase(string number) => new("CK1710", $"案件 {number} 尚未办结，或者已经销毁。", "办结并满保存期限后再销毁。");

    public static CreditKitException CommitmentFile(string name, string what) => new("CK1711", $"信用修复承诺书文件“{name}”：{what}。", "请按随产品附带的 Cases/commitment.json 的格式填写。");
}
