using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Recognition;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>
/// 公开为常态、不公开为例外: a record is kept from the public only on a recorded ground with its evidence, and a list entry
/// governs its end only with a legal basis (政府信息公开条例 13–17; 发改办财金〔2018〕424号 (十四)). Each act is a revision with
/// its author and reason; column and channels follow before the call returns.
/// </summary>
internal sealed class ExclusionDesk(ILedger ledger, SubmissionMaker maker, RecordValidator validator, PolicyBook policy, Projector projector)
{
    /// <summary>The grounds that may be recorded: code, text, source.</summary>
    public IEnumerable<(string Code, string Text, string Source)> Grounds => policy.Grounds;

    /// <summary>Records a ground. False when it stood so already.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="ground">Code and evidence.</param>
    /// <param name="actor">Who decides.</param>
    /// <exception cref="CreditKitException">CK1720 no such ground, CK1721 no evidence or personal data in it, CK1708 no such record.</exception>
    public bool Exclude(string id, RecordedExclusion ground, string actor)
    {
        if (Grounds.All(g => g.Code != ground.Code)) throw Unknown(ground.Code);
        if (string.IsNullOrWhiteSpace(ground.Evidence))
            throw new CreditKitException("CK1721", "不公开的理由没有写明依据。", "请写明法律条款，或者审查文件的名称和日期；不要写个人信息。");
        WithoutPersonalData(ground.Evidence);
        var record = Record(id);
        if (record.Standing.Exclusions.Contains(ground)) return false;
        var others = record.Standing.Exclusions.Where(e => e.Code != ground.Code);
        Apply(record, new RecordGrounds([.. others, ground], record.Standing.ListEntry), actor, "exclude", ground.Code, ground.Evidence);
        return true;
    }

    /// <summary>Lifts a ground. False when it did not stand.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="code">The ground's code.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="reason">Why it no longer holds.</param>
    /// <exception cref="CreditKitException">CK1720 no such ground, CK1721 no reason or personal data in it, CK1708 no such record.</exception>
    public bool Lift(string id, string code, string actor, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new CreditKitException("CK1721", "解除不公开没有写明理由。", "请写明为什么原来的理由不再成立。");
        if (Grounds.All(g => g.Code != code)) throw Unknown(code);
        WithoutPersonalData(reason);
        var record = Record(id);
        if (record.Standing.Exclusions.All(e => e.Code != code)) return false;
        Apply(record, new RecordGrounds([.. record.Standing.Exclusions.Where(e => e.Code != code)], record.Standing.ListEntry), actor, "lift-exclusion", code, reason);
        return true;
    }

    /// <summary>Puts end and repair of a penalty under the list its subject was entered on, or ends that.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="entry">The list entry; null: none governs any more.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="CreditKitException">CK1722 no legal basis, or a licence; CK1708 no such record.</exception>
    public bool Govern(string id, ListEntry? entry, string actor, string reason)
    {
        var record = Record(id);
        if (entry is not null && (string.IsNullOrWhiteSpace(entry.LegalBasis) || record.Record.Value.Kind != RecordKind.Penalty))
            throw new CreditKitException("CK1722", "名单只能凭法律依据决定一项处罚的公示期。", "请写明名单所依据的法律、法规、规章及其条款；行政许可不受名单影响。");
        if (record.Standing.ListEntry == entry) return false;
        Apply(record, new RecordGrounds(record.Standing.Exclusions, entry), actor, "list-entry", entry is null ? "none" : "governs", reason);
        return true;
    }

    // The evidence stands in explanations and, by its code, in the audit chain, which is never erased.
    private static void WithoutPersonalData(string text)
    {
        if (TextRecognizer.Find(text, null, null).Any(s => s.Certain))
            throw new CreditKitException("CK1721", "依据或原因里有身份证号、银行卡号一类带校验位的个人信息，没有记录。", "请只写法律条款，或者审查文件的名称和日期；不要写个人信息。");
    }

    private CreditKitException Unknown(string code) =>
        new("CK1720", $"没有名为 {code} 的不公开理由。", $"可以使用：{string.Join("、", Grounds.Select(g => $"{g.Code} {g.Text}"))}。");

    private void Apply(LedgerRecord record, RecordGrounds grounds, string actor, string act, string detail, string reason)
    {
        var mayReport = validator.Validate(record.Record.Value).MayReport;
        ledger.Submit([maker.Reground(record, grounds, mayReport, new SourceReference($"review:{act}", null, actor), reason)]);
        ledger.Audit(actor, act, "done", record.Id, detail);
        projector.ProjectNow(record.Id);
    }

    private LedgerRecord Record(string id) => ledger.FindByPublicId(id)
        ?? throw new CreditKitException("CK1708", $"没有编号为 {id} 的记录。", "请用 creditkit explain 按文书号查出记录编号。");
}
