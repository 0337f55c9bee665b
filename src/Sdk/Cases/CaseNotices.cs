using System.Buffers.Text;
using System.Security.Cryptography;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>
/// What becomes public of a case: outcome, grounds and document number, and what staff wrote for it after masking. Never
/// the statement, never who filed: the applicant's own values are cut out of the text before it is masked.
/// </summary>
internal sealed class CaseNotices(CaseLaw law, CaseOptions options, CommitmentForm commitment, string agency, Func<string, string> mask, Func<string, string?> publicName)
{
    /// <summary>The result of a decided case; empty when results are not published.</summary>
    public IReadOnlyList<PublicNotice> Result(CaseFile file, CaseContent content, CaseState outcome, LedgerRecord? record, DateTimeOffset now)
    {
        if (file.Kind is not (CaseKind.Objection or CaseKind.Enquiry) || outcome == CaseState.Cancelled) return [];
        if (file.Kind == CaseKind.Enquiry && string.IsNullOrWhiteSpace(content.PublicText)) return [];
        if (!options.PublishResults && !law.Objection(file.Row.ReceivedOn).PublishResult) return [];
        var number = DocumentNumber(record);
        var grounds = content.Grounds.Length == 0 ? "" : $"（理由：{string.Join("、", content.Grounds.Select(CaseWords.Of))}）";
        var text = file.Kind == CaseKind.Enquiry
            ? $"咨询答复：{Safe(content.PublicText, content, record)}"
            : $"对{(number.Length == 0 ? "一条公示信息" : number)}的异议{grounds}，经向作出决定的机关核实，处理结果：{CaseWords.Of(outcome)}。{(string.IsNullOrWhiteSpace(content.PublicText) ? "" : $"说明：{Safe(content.PublicText, content, record)}")}";
        return [Notice(file.Kind == CaseKind.Enquiry ? PublicNoticeKind.EnquiryReply : PublicNoticeKind.ObjectionResult, file.Kind == CaseKind.Enquiry ? "咨询答复" : $"异议处理结果：{CaseWords.Of(outcome)}", text, record, number, now)];
    }

    /// <summary>The repair commitment (公开做出信用修复承诺).</summary>
    public PublicNotice Commitment(string subject, LedgerRecord record, DateTimeOffset now) =>
        Notice(PublicNoticeKind.RepairCommitment, "信用修复承诺", commitment.Text(subject), record, "", now);

    /// <summary>The counterpart's name as the column shows it.</summary>
    public string Subject(LedgerRecord record) => publicName(record.PublicId) ?? "当事人";

    /// <summary>A commitment that was not kept.</summary>
    public PublicNotice Broken(CaseContent content, LedgerRecord record, DateTimeOffset now)
    {
        var why = string.IsNullOrWhiteSpace(content.PublicText) ? "" : $"说明：{Safe(content.PublicText, content, record)}";
        return Notice(PublicNoticeKind.CommitmentBroken, "违背信用修复承诺", $"{(content.PublicSubject.Length == 0 ? "当事人" : content.PublicSubject)}作出的信用修复承诺，经认定未被遵守，依法依规处理。{why}", record, "", now);
    }

    private PublicNotice Notice(PublicNoticeKind kind, string title, string text, LedgerRecord? record, string number, DateTimeOffset now) => new()
    {
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        Kind = kind,
        RecordId = record?.PublicId,
        DocumentNumber = number,
        AuthorityName = record?.Record.Value.DecidingAuthority.Name is { Length: > 0 } name ? mask(name) : agency,
        Title = title,
        Text = text,
        PublishedAt = now,
        Until = law.Withdrawal(ChinaTime.DateOf(now)).NoticeUntil,
    };

    private string DocumentNumber(LedgerRecord? record) => record?.Record.Value.DocumentNumber is { Length: > 0 } number ? mask(number) : "";

    private string Safe(string text, CaseContent content, LedgerRecord? record)
    {
        foreach (var value in new[] { content.ApplicantName, content.Phone, content.Email })
            if (value.Length > 1) text = text.Replace(value, "申请人", StringComparison.OrdinalIgnoreCase);
        if (record?.Record.Value.Counterpart is { } party)
        {
            if (party.LegalRepresentative is { Length: > 1 } person) text = text.Replace(person, "有关人员", StringComparison.Ordinal);
            if (party is { Kind: CounterpartKind.NaturalPerson, Name: { Length: > 1 } name }) text = text.Replace(name, "当事人", StringComparison.Ordinal);
        }

        return mask(text);
    }
}
