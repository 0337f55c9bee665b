using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;

namespace CreditKit.Cases;

/// <summary>The public forms over ledger.db.</summary>
internal sealed class CaseInbox(CaseRegistry registry, ILedger ledger, CaseClock clock, CaseLaw law, RepairRules repairs, NoticeTable notices, CommitmentForm commitment, CaseOptions options) : ICaseInbox
{
    private const string Visitor = "visitor";

    public IReadOnlyList<CommitmentClause> CommitmentClauses => commitment.Clauses;

    public bool Accepts(CaseKind kind) => options.Enabled && Enum.IsDefined(kind) && (kind != CaseKind.CreditRepair || options.RepairForm);

    public Task<CaseFilingResult> FileAsync(CaseFiling filing, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filing);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Accepts(filing.Kind)
            ? File(filing, Visitor, registry.Today)
            : new CaseFilingResult(null, [new("kind", $"本栏目没有开通{CaseWords.Of(filing.Kind)}的网上申请，请按页面上的途径办理。")]));
    }

    /// <summary>Files what somebody brought to the window or what staff typed in; the day it was received is stated.</summary>
    public CaseFilingResult File(CaseFiling filing, string actor, DateOnly receivedOn)
    {
        filing = FilingCheck.Clean(filing);
        var issues = FilingCheck.Check(filing, options, commitment.Clauses);
        var record = Find(filing, issues);
        if (record is not null && filing.Kind == CaseKind.CreditRepair && repairs.Of(record, receivedOn) is { Eligible: false } not) issues.Add(new("record", not.Text));
        if (issues.Count > 0) return new CaseFilingResult(null, issues);

        var limits = clock.OnReceipt(filing.Kind, receivedOn, record is null ? Records.Severity.General : repairs.SeverityOf(record));
        var content = new CaseContent
        {
            RecordId = record?.PublicId,
            DocumentNumber = filing.DocumentNumber ?? "",
            Grounds = [.. filing.Grounds],
            Right = filing.Right,
            Statement = filing.Statement,
            Wish = filing.Wish,
            ApplicantName = filing.ApplicantName,
            Phone = filing.Phone,
            Email = filing.Email,
            CommitmentClauses = [.. filing.CommitmentClauses],
            LimitSource = limits.Source,
        };
        var row = new CaseRow
        {
            Number = "",
            Kind = (int)filing.Kind,
            State = (int)CaseState.Received,
            RecordId = record?.Id,
            SubjectHash = record is null ? null : registry.SubjectHash(record),
            Marks = filing.Kind == CaseKind.Objection && law.Objection(receivedOn).MarkBy is not null,
            ReceivedAt = registry.Now,
            ReceivedOn = receivedOn,
            AcceptBy = limits.AcceptBy,
            DueOn = limits.DueOn,
            DueUncertain = limits.Uncertain,
        };
        var secret = CaseSecret.NewSecret();
        var file = registry.Open(row, content, actor, CaseSecret.Fold(secret), Papers(filing.Uploads));
        return new CaseFilingResult(new CaseReceipt(file.Number, secret, file.Row.ReceivedAt, file.Row.DueOn), []);
    }

    public Task<CaseStatus?> StatusAsync(string number, string secret, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var row = registry.Reader.Find(CaseSecret.FoldNumber(number ?? ""), CaseSecret.Fold(secret ?? ""));
        return Task.FromResult(CaseRegistry.File(row) is { } file ? Status(file) : null);
    }

    public RepairGuide? RepairGuideOf(string recordId) =>
        ledger.FindByPublicId(recordId) is { Record.Value: Records.AdministrativePenalty } record ? repairs.Of(record, registry.Today) : null;

    public IReadOnlyList<PublishedCase> Published(int limit) => [.. notices.List(registry.Today, limit).Select(Publish)];

    public IReadOnlyList<PublishedCase> PublishedOf(string recordId) => [.. notices.OfRecord(recordId, registry.Today).Select(Publish)];

    /// <summary>Papers as they are stored: their kind by their first bytes.</summary>
    public static IReadOnlyList<CasePaper> Papers(IReadOnlyList<CaseUpload> uploads) =>
        [.. uploads.Select(u => new CasePaper(u.Material, u.Name, PaperType.Of(u.Content)!, u.Content))];

    private LedgerRecord? Find(CaseFiling filing, List<CaseIssue> issues)
    {
        if (filing.RecordId is { } id)
        {
            if (ledger.FindByPublicId(id) is { } record) return record;
            issues.Add(new("record", "没有这条公示信息；请从该条信息的页面进入，或者只填写决定文书号。"));
            return null;
        }

        // By number alone: only when there is one such record. Which one it was is never told to the visitor.
        return filing.DocumentNumber is { } number && ledger.FindByDocumentNumber(number) is [var only] ? only : null;
    }

    private CaseStatus Status(CaseFile file) => new()
    {
        Number = file.Number,
        Kind = file.Kind,
        KindText = CaseWords.Of(file.Kind),
        StateText = file.Row.ActPending ? "已决定，正在执行" : CaseWords.Of(file.State),
        Closed = file.Closed,
        ReceivedAt = file.Row.ReceivedAt,
        AnswerBy = file.Closed ? null : file.Row.DueOn,
        Reply = file.Row.ActPending ? "" : file.Content.Reply,
        Steps = [.. registry.Reader.Events(file.Row).Select(e => new CaseStatusStep(e.At, CaseWords.Of(Enum.Parse<CaseAct>(e.Act, ignoreCase: true))))],
    };

    private static PublishedCase Publish(PublicNotice n) => new(n.Id, n.RecordId, n.DocumentNumber, n.AuthorityName, n.Title, n.Text, n.PublishedAt) { IsCommitment = n.Kind is PublicNoticeKind.RepairCommitment or PublicNoticeKind.CommitmentBroken };
}
