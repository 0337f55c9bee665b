using System.Globalization;
using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>
/// Makes records from rows by a plan. Values are normalised where that is safe and every change is noted; a value that
/// cannot be read is left out and noted, never guessed. One binder serves one thread.
/// </summary>
public sealed class RecordBinder
{
    private const int FieldCount = (int)StandardField.Timestamp + 1;
    private readonly BindingPlan _plan;
    private readonly CellReader _reader;
    private readonly string?[] _values = new string?[FieldCount];
    private readonly PlannedColumn?[] _sources = new PlannedColumn?[FieldCount];
    private readonly List<(PlannedColumn Column, string Cell)> _own = [];

    /// <summary>A binder for a plan.</summary>
    public RecordBinder(BindingPlan plan)
    {
        _plan = plan;
        _reader = new(plan);
    }

    /// <summary>The record of one row.</summary>
    /// <param name="cells">The row's cells; missing ones at the end count as empty.</param>
    public BoundRecord Bind(IReadOnlyList<string> cells)
    {
        Array.Clear(_values);
        Array.Clear(_sources);
        _own.Clear();
        _reader.Reset();
        foreach (var column in _plan.Columns) Take(column, column.Ordinal < cells.Count ? cells[column.Ordinal] : "");
        foreach (var column in _plan.Constants)
        {
            if (column.Column.Field == StandardField.None)
            {
                _own.RemoveAll(o => o.Column.Column.Code == column.Column.Code);
                _own.Add((column, column.Text!.Compose(cells)));
                continue;
            }
            _values[(int)column.Column.Field] = column.Text!.Compose(cells);
            _sources[(int)column.Column.Field] = column;
        }
        foreach (var column in _plan.Defaults)
            if (column.Column.Field == StandardField.None)
            {
                if (!_own.Exists(o => o.Column.Column.Code == column.Column.Code)) _own.Add((column, column.Text!.Compose(cells)));
            }
            else if (_values[(int)column.Column.Field] is null) { _values[(int)column.Column.Field] = column.Text!.Compose(cells); _sources[(int)column.Column.Field] = column; }
        Revoked();
        Beyond(cells);
        CreditRecord own = _plan.Kind switch
        {
            RecordKind.License => License(),
            RecordKind.Penalty => Penalty(),
            RecordKind.Act => Act(),
            _ => throw new InvalidOperationException(_plan.Kind.ToString()),
        };
        return new(Common(own), _reader.Findings, _plan);
    }

    /// <summary>What a record of every kind has.</summary>
    private CreditRecord Common(CreditRecord own) => own with
    {
        Counterpart = Counterpart(),
        DocumentNumber = Text(StandardField.DocumentNumber),
        DecisionDate = Date(StandardField.DecisionDate),
        DecidingAuthority = Authority(StandardField.AuthorityName, StandardField.AuthorityCode),
        DataSource = Authority(StandardField.DataSourceName, StandardField.DataSourceCode),
        Remarks = Text(StandardField.Remarks),
        Domain = Text(StandardField.Domain),
        ItemCode = Text(StandardField.ItemCode),
        EffectiveDate = Date(StandardField.EffectiveDate),
        ServedDate = Date(StandardField.ServedDate),
        PerformedDate = Date(StandardField.PerformedDate),
        AcceptedDate = Date(StandardField.AcceptedDate),
        CompletedDate = Date(StandardField.CompletedDate),
        SettingBasis = Text(StandardField.SettingBasis),
        RemedyChannel = Text(StandardField.RemedyChannel),
        PersonalDisclosureBasis = Text(StandardField.PersonalDisclosureBasis),
        Reviewer = Text(StandardField.Reviewer),
        ReviewedOn = Date(StandardField.ReviewedOn),
        Override = Override(),
        Historic = _plan.Historic,
    };

    private void Take(PlannedColumn column, string cell)
    {
        if (string.IsNullOrWhiteSpace(cell)) return;
        cell = SafeCell.Unescape(cell);
        if (_plan.Edition.Wire.Empty.Contains(cell.Trim())) return;
        if (column.Values is { } map && map.TryGetValue(cell.Trim(), out var mapped)) cell = mapped;
        var field = (int)column.Column.Field;
        if (field == (int)StandardField.None)
        {
            if (!_own.Exists(o => o.Column.Column.Code == column.Column.Code)) _own.Add((column, cell));
            return;
        }

        if (_values[field] is not { } present) { _values[field] = cell; _sources[field] = column; }
        else if (column.Column.Field == StandardField.PenaltyCategory) _values[field] = present + "；" + cell;
        else if (!string.Equals(present.Trim(), cell.Trim(), StringComparison.Ordinal))
        {
            var key = IsKey(column.Column.Field);
            _reader.Note(key ? BindingFindingKind.KeyConflict : BindingFindingKind.Conflict, column.Column.Field, column.Heading,
                $"第 {_sources[field]!.Ordinal + 1} 列“{_sources[field]!.Heading}”与第 {column.Ordinal + 1} 列“{column.Heading}”内容不一致{(key ? "，无法确定以哪一列为准" : "，已采用前者")}", "两列保留一列，或者改成一致。");
        }
    }

    private static bool IsKey(StandardField field) =>
        field is StandardField.CounterpartName or StandardField.UnifiedSocialCreditCode or StandardField.DocumentNumber or StandardField.DecisionDate;

    private void Beyond(IReadOnlyList<string> cells)
    {
        var more = 0;
        for (var i = _plan.Headings.Count; i < cells.Count; i++) if (!string.IsNullOrWhiteSpace(cells[i])) more++;
        if (more > 0)
            _reader.Note(BindingFindingKind.Overflow, StandardField.None, "", $"这一行比表头多 {more} 格，内容已经错位或被截成两段", "多半是单元格里的逗号没有加引号：请把该单元格用引号括起来，或者另存为 XLSX 再导入。");
    }

    private string? Text(StandardField field) => _reader.Text(field, _values[(int)field], _sources[(int)field]);

    private DateOnly? Date(StandardField field) => _reader.Date(field, _values[(int)field], _sources[(int)field]);

    private decimal? Amount(StandardField field) => _reader.Amount(field, _values[(int)field], _sources[(int)field]);

    private T? Choice<T>(StandardField field) where T : struct, Enum => _reader.Choice<T>(field, _values[(int)field], _sources[(int)field]);

    private AdministrativeLicense License() => new()
    {
        DecisionDocumentTitle = Text(StandardField.DocumentTitle),
        Category = _reader.Listed(StandardField.LicenseCategory, _values[(int)StandardField.LicenseCategory], _sources[(int)StandardField.LicenseCategory]),
        CertificateTitle = Text(StandardField.CertificateTitle),
        LicenseNumber = Text(StandardField.LicenseNumber),
        Content = Text(StandardField.LicenseContent),
        ValidFrom = Date(StandardField.ValidFrom),
        ValidUntil = ValidUntil(),
        Status = Choice<LicenseStatus>(StandardField.LicenseStatus),
        ByCommitment = _reader.Listed(StandardField.ByCommitment, _values[(int)StandardField.ByCommitment], _sources[(int)StandardField.ByCommitment]) == "是",
        Commitment = Text(StandardField.Commitment),
        CommitmentPerformance = Text(StandardField.CommitmentPerformance),
    };

    private AdministrativePenalty Penalty() => new()
    {
        ViolationType = Text(StandardField.ViolationType),
        ViolationFacts = Text(StandardField.ViolationFacts),
        LegalBasis = Text(StandardField.LegalBasis),
        PenaltyCategories = _reader.Categories(_values[(int)StandardField.PenaltyCategory], _sources[(int)StandardField.PenaltyCategory]),
        PenaltyContent = Text(StandardField.PenaltyContent),
        FineAmount = Amount(StandardField.FineAmount),
        ConfiscatedAmount = Amount(StandardField.ConfiscatedAmount),
        SuspendedOrRevokedCertificates = Text(StandardField.SuspendedOrRevokedCertificates),
        PenaltyValidUntil = Date(StandardField.PenaltyValidUntil),
        StatedLastDisclosedDay = Date(StandardField.StatedLastDisclosedDay),
        Severity = Choice<Severity>(StandardField.Severity),
        Procedure = Choice<PenaltyProcedure>(StandardField.Procedure) ?? PenaltyProcedure.Ordinary,
        Mitigation = Choice<Mitigation>(StandardField.Mitigation) ?? Mitigation.None,
        MitigationEvidence = Text(StandardField.MitigationEvidence),
    };

    private AdministrativeAct Act()
    {
        var act = Choice<ActKind>(StandardField.ActKind) ?? ActKind.None;
        return new()
        {
            Act = act,
            DocumentTitle = Text(StandardField.DocumentTitle),
            Content = Text(StandardField.ActContent),
            LegalBasis = Text(StandardField.LegalBasis),
            Fields = OwnFields(act),
        };
    }

    /// <summary>The agency's own columns, in their order; those of other kinds of act are left out.</summary>
    private EquatableList<ActField> OwnFields(ActKind act)
    {
        if (_own.Count == 0) return [];
        var fields = new List<ActField>(_own.Count);
        foreach (var column in _plan.Edition.Columns(RecordKind.Act))
        {
            if (column.Field != StandardField.None || column.Acts.Count > 0 && !column.Acts.Contains(act)) continue;
            var at = _own.FindIndex(o => o.Column.Column.Code == column.Code);
            if (at < 0) continue;
            var (source, cell) = _own[at];
            var value = column.Type switch
            {
                ColumnType.Date => _reader.Date(StandardField.None, cell, source)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ColumnType.Amount => _reader.Amount(StandardField.None, cell, source)?.ToString("0.######", CultureInfo.InvariantCulture),
                _ => column.CodeList is null ? _reader.Text(StandardField.None, cell, source) : _reader.Listed(StandardField.None, cell, source),
            };
            if (!string.IsNullOrEmpty(value)) fields.Add(new(column.Head, value, column.Personal));
        }

        return [.. fields];
    }

    private Counterpart Counterpart()
    {
        var code = Text(StandardField.UnifiedSocialCreditCode);
        var counterpart = new Counterpart
        {
            Name = Text(StandardField.CounterpartName),
            Kind = Choice<CounterpartKind>(StandardField.CounterpartKind) ?? CounterpartKind.Unknown,
            UnifiedSocialCreditCode = code,
            BusinessRegistrationNumber = Text(StandardField.BusinessRegistrationNumber),
            OrganizationCode = Text(StandardField.OrganizationCode),
            TaxRegistrationNumber = Text(StandardField.TaxRegistrationNumber),
            PublicInstitutionCertificateNumber = Text(StandardField.PublicInstitutionCertificateNumber),
            SocialOrganizationCertificateNumber = Text(StandardField.SocialOrganizationCertificateNumber),
            LegalRepresentative = Text(StandardField.LegalRepresentative),
            LegalRepresentativeDocument = Document(StandardField.LegalRepresentativeDocumentType, StandardField.LegalRepresentativeDocumentNumber),
            IdentityDocument = Document(StandardField.IdentityDocumentType, StandardField.IdentityDocumentNumber),
        };
        return counterpart.Kind == CounterpartKind.Unknown && _values[(int)StandardField.CounterpartKind] is null ? Derive(counterpart) : counterpart;
    }

    /// <summary>Files of the 2018 edition have no category column: the code or the identity document tells it, or nothing does.</summary>
    private Counterpart Derive(Counterpart counterpart)
    {
        var kind = counterpart switch
        {
            { UnifiedSocialCreditCode: { Length: 18 } code } => code.StartsWith("92", StringComparison.Ordinal) ? CounterpartKind.SoleTrader : CounterpartKind.Organization,
            { OrganizationCode: not null } or { PublicInstitutionCertificateNumber: not null } or { SocialOrganizationCertificateNumber: not null } => CounterpartKind.Organization,
            { IdentityDocument.Number: not null, BusinessRegistrationNumber: null, TaxRegistrationNumber: null } => CounterpartKind.NaturalPerson,
            _ => CounterpartKind.Unknown,
        };
        if (kind == CounterpartKind.Unknown) return counterpart;
        var text = _plan.Edition.CodeList("counterpartKind")?.TextOf(kind.ToString()) ?? kind.ToString();
        _reader.Note(BindingFindingKind.Derived, StandardField.CounterpartKind, _plan.HeadingOf(StandardField.CounterpartKind), $"行政相对人类别未填，按代码认定为“{text}”", "请填写行政相对人类别。");
        return counterpart with { Kind = kind };
    }

    private IdentityDocument? Document(StandardField type, StandardField number)
    {
        var kind = _reader.Listed(type, _values[(int)type], _sources[(int)type]);
        var value = Text(number);
        return kind is null && value is null ? null : new(kind, value);
    }

    private Authority Authority(StandardField name, StandardField code)
    {
        var text = Text(name);
        var creditCode = Text(code);
        return text is null && creditCode is null ? Records.Authority.None : _reader.Authority(text ?? "", creditCode);
    }

    private DisclosureOverride? Override()
    {
        var basis = Text(StandardField.OverrideBasis);
        var last = Date(StandardField.OverrideLastDay);
        return basis is null && last is null ? null : new(last, basis ?? "");
    }

    private DateOnly? ValidUntil()
    {
        var value = _values[(int)StandardField.ValidUntil];
        if (value is not null && DateText.IsLongTerm(value.AsSpan().Trim())) return null;
        var date = Date(StandardField.ValidUntil);
        // Long-term is null inside, so an empty cell has to be remembered apart.
        if (date is null && !_reader.Has(StandardField.ValidUntil))
            _reader.Note(BindingFindingKind.Missing, StandardField.ValidUntil, _plan.HeadingOf(StandardField.ValidUntil), "", "");
        return date is { Year: 2099, Month: 12, Day: 31 } or { Year: >= 9999 } ? null : date;
    }

    private void Revoked()
    {
        var state = _values[(int)StandardField.RowState]?.Trim();
        if (state is "1" or "撤销")
            _reader.Note(BindingFindingKind.Revoked, StandardField.RowState, _sources[(int)StandardField.RowState]!.Heading, "本行在原系统中已标为撤销", "已撤销的决定不公示；原已公示的，请办理撤下。");
    }
}
