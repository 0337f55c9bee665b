using System.Globalization;
using CreditKit.Ledger.Reviews;
using CreditKit.Policy;
using CreditKit.Recognition;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Desensitization;

/// <summary>Turns one record into its public values. Every text passes the masker, every code is searched for an identity number.</summary>
internal sealed class RecordProjection
{
    public const string NoName = "（未提供名称）";
    private const int SummaryLength = 200;
    private static readonly string[] s_freeText = ["ViolationFacts", "PenaltyContent", "SuspendedOrRevokedCertificates", "Content", "Remarks", "ActContent"];
    private static readonly System.Buffers.SearchValues<char> s_aside = System.Buffers.SearchValues.Create("（(，,、：: ");

    private readonly Desensitizer _masker;
    private readonly MaskingPolicy _policy;
    private readonly CreditRecord _record;
    private readonly List<string> _known = [];
    private readonly List<string> _keep = [];
    private readonly List<PublicField> _fields = [];
    private readonly Dictionary<string, (string Text, IReadOnlyList<RecognizedSpan> Spans)> _raw = new(StringComparer.Ordinal);
    private readonly SpanAmendments? _amendments;
    private readonly bool _abstractOnly;
    private readonly Dictionary<string, MaskedText> _masked = new(StringComparer.Ordinal);

    public RecordProjection(Desensitizer masker, MaskingPolicy policy, CreditRecord record, RecordHandling? handling = null)
    {
        if (handling is { Spans.Count: > 0 }) _amendments = new SpanAmendments(handling);
        _abstractOnly = handling is { AbstractOnly: true };
        _masker = masker;
        _policy = policy;
        _record = record;
        var party = record.Counterpart;
        PartyCategoryName = PartyReading.Category(party);
        var personal = PartyReading.HasPersonalName(party);
        var name = Clean(party.Name);
        var representative = Clean(party.LegalRepresentative);
        var representativeShown = _policy.Shown("Counterpart.LegalRepresentative", PartyCategoryName) == "full";
        if (personal) Add(_known, name?.Replace("（个体工商户）", "", StringComparison.Ordinal).Replace("(个体工商户)", "", StringComparison.Ordinal));
        else Add(_keep, Plain(name));
        if (representative is not null && representative != name) Add(representativeShown ? _keep : _known, Plain(representative));
        Add(_keep, Clean(record.DecidingAuthority.Name));
        Add(_keep, Clean(record.DataSource.Name));

        Learn(record);
        DisplayName = name is null ? NoName
            : personal ? MaskedName(name, "Counterpart.Name", PartyCategory.NaturalPerson)
            : PartyCategoryName == PartyCategory.Organization || PartyCategoryName == PartyCategory.SoleTrader ? ShownName(name, "Counterpart.Name", PartyCategoryName)
            : Text(name).Text;
        CreditCode = Shown("Counterpart.UnifiedSocialCreditCode") == "hide" ? null : Identifier(party.UnifiedSocialCreditCode).Value;
    }

    /// <summary>The category whose rules apply, as the masking data names it.</summary>
    public string PartyCategoryName { get; }

    public string DisplayName { get; }

    public string? CreditCode { get; }

    public string DocumentNumber => Text(_record.DocumentNumber).Text;

    /// <summary>Words about the record, masked like its own.</summary>
    public string Words(string text) => Text(text).Text;

    public string Title => Text(_record switch
    {
        AdministrativeLicense license => Clean(license.DecisionDocumentTitle) ?? Clean(license.CertificateTitle) ?? "准予行政许可决定书",
        AdministrativePenalty penalty => Clean(penalty.ViolationType) ?? "行政处罚决定书",
        AdministrativeAct act => Clean(act.DocumentTitle) ?? ActKindText.Of(act.Act) + "决定书",
        _ => "",
    }).Text;

    public string Summary
    {
        get
        {
            if (_abstractOnly) return _record is AdministrativeLicense { CertificateTitle: var certificate } ? Text(certificate).Text : Title;
            var text = Text(_record switch
            {
                AdministrativeLicense license => Clean(license.Content) ?? Clean(license.CertificateTitle),
                AdministrativePenalty penalty => Clean(penalty.ViolationType) ?? Clean(penalty.ViolationFacts) ?? Clean(penalty.PenaltyContent),
                AdministrativeAct act => Clean(act.Content) ?? Clean(act.DocumentTitle),
                _ => null,
            }).Text.ReplaceLineEndings(" ");
            return text.Length <= SummaryLength ? text : string.Concat(text.AsSpan(0, SummaryLength), "…");
        }
    }

    public string CategoryText => Text(_record switch
    {
        AdministrativeLicense license => license.Category,
        AdministrativePenalty penalty => string.Join('、', penalty.PenaltyCategories),
        AdministrativeAct act => ActKindText.Of(act.Act),
        _ => null,
    }).Text;

    public string AuthorityName => Text(_record.DecidingAuthority.Name).Text;

    private string AuthorityLabel => _record.Kind switch { RecordKind.License => "许可机关", RecordKind.Penalty => "处罚机关", _ => "决定机关" };

    public string Domain => Text(_record.Domain).Text;

    /// <summary>Every public value in page order, beside what it is made from.</summary>
    public IReadOnlyList<ReviewedText> Review(DisclosureDecision decision, DateOnly from, string defaultRemedy) =>
        [.. Fields(decision, from, defaultRemedy).Select(f => _raw.TryGetValue(f.Id, out var raw) ? new ReviewedText(f, raw.Text, raw.Spans) : new ReviewedText(f, f.Value, []))];

    /// <summary>Every public value in page order.</summary>
    public IReadOnlyList<PublicField> Fields(DisclosureDecision decision, DateOnly from, string defaultRemedy)
    {
        Party();
        if (_record is AdministrativeLicense license) License(license);
        else if (_record is AdministrativePenalty penalty) Penalty(penalty, decision);
        else if (_record is AdministrativeAct act) Act(act);
        Common();
        AddText("DecidingAuthority.Name", "authority", AuthorityLabel, _record.DecidingAuthority.Name);
        AddIdentifier("DecidingAuthority.CreditCode", "authority", AuthorityLabel + "统一社会信用代码", _record.DecidingAuthority.CreditCode);
        AddText("DataSource.Name", "authority", "数据来源单位", _record.DataSource.Name);
        AddIdentifier("DataSource.CreditCode", "authority", "数据来源单位统一社会信用代码", _record.DataSource.CreditCode);
        AddDate("Disclosure.From", "disclosure", "公示开始日期", from);
        if (decision.LastDay is { } last) AddDate("Disclosure.LastDay", "disclosure", "公示截止期", last);
        AddText("PersonalDisclosureBasis", "disclosure", "个人信息公示依据", _record.PersonalDisclosureBasis);
        if (_abstractOnly) Put("Disclosure.Abstract", "disclosure", "公示方式", "公示摘要信息", false);
        AddText("RemedyChannel", "remedy", "救济渠道", Clean(_record.RemedyChannel) ?? defaultRemedy);
        return _fields;
    }

    private void Party()
    {
        var party = _record.Counterpart;
        if (Clean(party.Name) is { } full) _raw["Counterpart.Name"] = (full, []);
        if (Clean(party.LegalRepresentative) is { } person) _raw["Counterpart.LegalRepresentative"] = (person, []);
        Put("Counterpart.Name", "counterpart", "行政相对人名称", DisplayName, Clean(party.Name) is { } name && DisplayName != name);
        Put("Counterpart.Kind", "counterpart", "行政相对人类别", party.Kind switch
        {
            CounterpartKind.Organization => "法人及非法人组织",
            CounterpartKind.NaturalPerson => "自然人",
            CounterpartKind.SoleTrader => "个体工商户",
            _ => "",
        }, false);
        Code("Counterpart.UnifiedSocialCreditCode", "统一社会信用代码", party.UnifiedSocialCreditCode);
        Code("Counterpart.BusinessRegistrationNumber", "工商注册号", party.BusinessRegistrationNumber);
        Code("Counterpart.OrganizationCode", "组织机构代码", party.OrganizationCode);
        Code("Counterpart.TaxRegistrationNumber", "税务登记号", party.TaxRegistrationNumber);
        Code("Counterpart.PublicInstitutionCertificateNumber", "事业单位证书号", party.PublicInstitutionCertificateNumber);
        Code("Counterpart.SocialOrganizationCertificateNumber", "社会组织登记证号", party.SocialOrganizationCertificateNumber);
        if (Clean(party.LegalRepresentative) is { } owner && Shown("Counterpart.LegalRepresentative") != "hide")
        {
            var shown = ShownName(owner, "Counterpart.LegalRepresentative", PartyCategoryName);
            Put("Counterpart.LegalRepresentative", "counterpart", PartyCategoryName == PartyCategory.SoleTrader ? "经营者" : "法定代表人", shown, shown != owner);
        }
    }

    private void License(AdministrativeLicense license)
    {
        AddText("DecisionDocumentTitle", "decision", "行政许可决定文书名称", license.DecisionDocumentTitle);
        AddText("DocumentNumber", "decision", "行政许可决定文书号", license.DocumentNumber);
        AddText("Category", "decision", "许可类别", license.Category);
        AddText("CertificateTitle", "decision", "许可证书名称", license.CertificateTitle);
        AddIdentifier("LicenseNumber", "decision", "许可编号", license.LicenseNumber);
        AddText("Content", "decision", "许可内容", license.Content);
        AddDate("DecisionDate", "decision", "许可决定日期", license.DecisionDate);
        AddDate("ValidFrom", "decision", "有效期自", license.ValidFrom);
        Put("ValidUntil", "decision", "有效期至", license.ValidUntil is { } until ? Day(until) : license.ValidFrom is null ? "" : "长期", false);
        Put("Status", "decision", "当前状态", license.Status switch { LicenseStatus.Valid => "有效", LicenseStatus.Invalid => "无效", _ => "" }, false);
        if (license.ByCommitment) Put("ByCommitment", "decision", "办理方式", "告知承诺", false);
        AddText("Commitment", "decision", "承诺内容", license.Commitment);
        AddText("CommitmentPerformance", "decision", "承诺履行情况", license.CommitmentPerformance);
    }

    private void Penalty(AdministrativePenalty penalty, DisclosureDecision decision)
    {
        AddText("DocumentNumber", "decision", "行政处罚决定书文号", penalty.DocumentNumber);
        AddText("ViolationType", "decision", "违法行为类型", penalty.ViolationType);
        AddText("ViolationFacts", "decision", "违法事实", penalty.ViolationFacts);
        AddText("LegalBasis", "decision", "处罚依据", penalty.LegalBasis);
        AddText("PenaltyCategories", "decision", "处罚类别", string.Join('、', penalty.PenaltyCategories));
        AddText("PenaltyContent", "decision", "处罚内容", penalty.PenaltyContent);
        AddMoney("FineAmount", "罚款金额", penalty.FineAmount);
        AddMoney("ConfiscatedAmount", "没收违法所得、没收非法财物的金额", penalty.ConfiscatedAmount);
        AddText("SuspendedOrRevokedCertificates", "decision", "暂扣或吊销证照名称及编号", penalty.SuspendedOrRevokedCertificates);
        AddDate("DecisionDate", "decision", "处罚决定日期", penalty.DecisionDate);
        // 2099-12-31 is how the wire says that there is no end; a citizen must not read that the penalty lasts until then.
        if (penalty.PenaltyValidUntil is { Year: < 2099 }) AddDate("PenaltyValidUntil", "decision", "处罚有效期", penalty.PenaltyValidUntil);
        Put("Severity", "decision", "严重程度", (decision.AppliedSeverity ?? penalty.Severity) switch
        {
            Severity.Slight => "轻微",
            Severity.General => "一般",
            Severity.Serious => "严重",
            Severity.SpecificSerious => "特定严重",
            _ => "",
        }, false);
        Put("Procedure", "decision", "处罚程序", penalty.Procedure == PenaltyProcedure.Summary ? "简易程序" : "普通程序", false);
    }

    private void Act(AdministrativeAct act)
    {
        Put("ActKind", "decision", "行政行为类别", ActKindText.Of(act.Act), false);
        AddText("ActDocumentTitle", "decision", "决定文书名称", act.DocumentTitle);
        AddText("DocumentNumber", "decision", "决定文书号", act.DocumentNumber);
        AddText("ActContent", "decision", "决定内容", act.Content);
        AddText("ActLegalBasis", "decision", "决定依据", act.LegalBasis);
        AddDate("DecisionDate", "decision", "决定日期", act.DecisionDate);
        // What the agency marked personal is kept for its own use; free text of one's own columns goes where free text may go.
        if (_abstractOnly) return;
        for (var i = 0; i < act.Fields.Count; i++)
            if (act.Fields[i] is { Personal: false } field) AddText("ActField." + field.Name, "decision", field.Name, field.Value);
    }

    private void Common()
    {
        AddText("Domain", "decision", "领域", _record.Domain);
        AddText("ItemName", "decision", "事项名称", _record.ItemName);
        AddIdentifier("ItemCode", "decision", "事项编码", _record.ItemCode);
        AddText("SettingBasis", "decision", "设定依据", _record.SettingBasis);
        AddDate("AcceptedDate", "decision", "受理日期", _record.AcceptedDate);
        AddDate("CompletedDate", "decision", "办结日期", _record.CompletedDate);
        AddDate("EffectiveDate", "decision", "生效日期", _record.EffectiveDate);
        AddDate("ServedDate", "decision", "送达日期", _record.ServedDate);
        AddDate("PerformedDate", "decision", "履行日期", _record.PerformedDate);
        AddText("Remarks", "decision", "备注", _record.Remarks);
    }

    private string Shown(string field) => _policy.Shown(field, PartyCategoryName);

    private void Code(string id, string label, string? value)
    {
        if (Shown(id) != "hide") AddIdentifier(id, "counterpart", label, value);
    }

    private string MaskedName(string name, string field, string category) =>
        _policy.Shown(field, category) == "full" ? name : _policy.Mask(PersonalDataKind.PersonName, name);

    private string ShownName(string name, string field, string category) => _policy.Shown(field, category) switch
    {
        // What somebody wrote behind the name (a telephone, an account, an address) is no part of it.
        "full" => _masker.Mask(IdentityScan.Mask(name, _policy, out _), null, Plain(name) is { } plain ? [plain] : null, _amendments).Text,
        "hide" => NoName,
        _ => _policy.Mask(PersonalDataKind.PersonName, name),
    };

    /// <summary>A name as far as it is one: up to a digit, or to a bracket, comma or blank behind which digits stand.</summary>
    private static string? Plain(string? name)
    {
        if (name is null) return null;
        var digit = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0) return name;
        var aside = name.AsSpan(0, digit).IndexOfAny(s_aside);
        return name[..(aside > 1 ? aside : digit)];
    }

    // The same text stands in the fields, the summary and the title: it is read once.
    private MaskedText Text(string? value)
    {
        if (Clean(value) is not { } text) return new MaskedText("", []);
        if (!_masked.TryGetValue(text, out var masked)) _masked[text] = masked = _masker.Mask(text, _known, _keep, _amendments);
        return masked;
    }

    /// <summary>A name that gives itself away in one place of the record is hidden in every other.</summary>
    private void Learn(CreditRecord record)
    {
        var texts = record switch
        {
            AdministrativePenalty penalty => [penalty.ViolationFacts, penalty.PenaltyContent, penalty.Remarks],
            AdministrativeLicense license => new[] { license.Content, license.Remarks },
            AdministrativeAct act => [act.Content, act.Remarks, .. act.Fields.Where(f => !f.Personal).Select(f => f.Value)],
            _ => [],
        };
        var learned = false;
        foreach (var text in texts)
            foreach (var span in Text(text).Spans)
            {
                if (span.Kind != PersonalDataKind.PersonName || span.Length < 2) continue;
                var name = Clean(text)!.Substring(span.Start, span.Length);
                if (_known.Contains(name) || _keep.Contains(name) || Lexicon.IsWord(name, 0, name.Length)) continue;
                _known.Add(name);
                learned = true;
            }

        if (learned) _masked.Clear();
    }

    private (string? Value, bool Masked) Identifier(string? value)
    {
        if (Clean(value) is not { } text) return (null, false);
        var scanned = IdentityScan.Mask(text, _policy, out var masked);
        var rest = _masker.Mask(scanned, _known, _keep, _amendments);
        return (rest.Text, masked || rest.Masked);
    }

    private void AddText(string id, string group, string label, string? value)
    {
        if (_abstractOnly && s_freeText.Contains(id)) return;
        var masked = Text(value);
        if (Clean(value) is { } text) _raw[id] = (text, masked.Spans);
        Put(id, group, label, masked.Text, masked.Masked);
    }

    private void AddIdentifier(string id, string group, string label, string? value)
    {
        var (text, masked) = Identifier(value);
        if (Clean(value) is { } raw) _raw[id] = (raw, []);
        Put(id, group, label, text ?? "", masked);
    }

    private void AddDate(string id, string group, string label, DateOnly? value)
    {
        if (value is { } date) Put(id, group, label, Day(date), false);
    }

    private void AddMoney(string id, string label, decimal? value)
    {
        if (value is { } yuan) Put(id, "decision", label, yuan.ToString("#,##0.00##", CultureInfo.InvariantCulture) + " 元", false);
    }

    private void Put(string id, string group, string label, string value, bool masked)
    {
        if (value.Length > 0) _fields.Add(new PublicField(id, group, label, value, masked));
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : TextNormalizer.OneDirection(value.Trim());

    private static void Add(List<string> list, string? value)
    {
        if (value is { Length: >= 2 }) list.Add(value);
    }
}
