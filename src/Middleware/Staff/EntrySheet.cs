using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Templates.Models;
using CreditKit.Validation;

namespace CreditKit.AspNetCore.Staff;

/// <summary>One kind's form, made of the edition's columns: reads what was typed, and shows it with what the rules found.</summary>
internal sealed class EntrySheet
{
    private static readonly StandardField[] s_own = [StandardField.AuthorityName, StandardField.AuthorityCode, StandardField.DataSourceName, StandardField.DataSourceCode];
    private static readonly StandardField[] s_long = [StandardField.ViolationFacts, StandardField.LegalBasis, StandardField.PenaltyContent, StandardField.LicenseContent, StandardField.ActContent, StandardField.Remarks, StandardField.SettingBasis, StandardField.RemedyChannel, StandardField.PersonalDisclosureBasis, StandardField.MitigationEvidence];

    private static readonly StandardField[] s_rare =
    [
        StandardField.BusinessRegistrationNumber, StandardField.OrganizationCode, StandardField.TaxRegistrationNumber, StandardField.PublicInstitutionCertificateNumber, StandardField.SocialOrganizationCertificateNumber,
        StandardField.LegalRepresentativeDocumentType, StandardField.LegalRepresentativeDocumentNumber,
    ];

    private static readonly StandardField[] s_usual =
    [
        StandardField.Procedure, StandardField.Severity, StandardField.Domain, StandardField.ItemCode, StandardField.EffectiveDate, StandardField.ServedDate, StandardField.PerformedDate, StandardField.RemedyChannel,
    ];

    // Who reviews is no field of whoever enters.
    private static readonly StandardField[] s_never = [StandardField.Reviewer, StandardField.ReviewedOn, StandardField.LocalCode, StandardField.RowState, StandardField.Timestamp];

    private readonly StandardEdition _edition;
    private readonly BindingPlan _plan;

    public EntrySheet(StandardEdition edition, RecordKind kind)
    {
        _edition = edition;
        Kind = kind;
        Columns = [.. edition.Columns(kind).Concat(edition.Extensions(kind)).Where(c => !s_never.Contains(c.Field))];
        _plan = new BindingPlan
        {
            Edition = edition,
            Kind = kind,
            Headings = [.. Columns.Select(c => c.Head)],
            Columns = [.. Columns.Select((c, i) => new PlannedColumn(i, c.Head, c))],
        };
    }

    public RecordKind Kind { get; }

    public IReadOnlyList<StandardColumn> Columns { get; }

    public static string Name(int column) => FormattableString.Invariant($"c{column}");

    /// <summary>The record of the cells.</summary>
    public BoundRecord Bind(IReadOnlyList<string> cells) => new RecordBinder(_plan).Bind(cells);

    /// <summary>The cells of a record.</summary>
    public string[] Write(CreditRecord record) => new RecordWriter(_edition, Columns).Write(record);

    /// <summary>Cells by the heads of the edition, as a draft keeps them.</summary>
    public Dictionary<string, string> Keep(IReadOnlyList<string> cells) => Columns.Select((c, i) => (c.Code, Value: cells[i])).Where(c => c.Value.Length > 0).ToDictionary(c => c.Code, c => c.Value, StringComparer.Ordinal);

    /// <summary>The cells of a draft.</summary>
    public string[] Take(Draft draft) => [.. Columns.Select(c => draft.Values.GetValueOrDefault(c.Code, ""))];

    /// <summary>A fault in words; a form is not imported anew.</summary>
    public static string Words(ValidationIssue issue) => issue.Hint.Length == 0 ? issue.Message : $"{issue.Message}，{issue.Hint.Replace("补填该项后重新导入", "请补填", StringComparison.Ordinal)}";

    /// <summary>Where a heading's field stands on the page; empty for none.</summary>
    public string Anchor(string head)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Head == head) return "#f-" + Name(i);
        return "";
    }

    /// <summary>Whether the edition has the column for this kind.</summary>
    public bool Has(StandardField field) => At(field) >= 0;

    public string HeadOf(StandardField field) => Columns[At(field)].Head;

    public string Get(IReadOnlyList<string> cells, StandardField field) => At(field) is >= 0 and var at ? cells[at] : "";

    public void Set(string[] cells, StandardField field, string value)
    {
        if (At(field) is >= 0 and var at) cells[at] = value;
    }

    /// <summary>The edition's words for a value of a column's list.</summary>
    public string TextOf(StandardField field, string value) => At(field) is >= 0 and var at && _edition.CodeList(Columns[at].CodeList) is { } list ? list.TextOf(value) is { Length: > 0 } text ? text : list.Canonical(value) ?? value : value;

    /// <summary>An empty form with the unit's own names and codes.</summary>
    public string[] Blank(StaffCall call)
    {
        var unit = call.Options.Staff.Units.Select(u => (u.Name, u.CreditCode)).Concat(call.Options.Authorities.Select(a => (a.Name, CreditCode: a.CreditCode ?? ""))).FirstOrDefault(u => u.CreditCode == call.Person.Unit, (call.Options.Agency.Name, call.Options.Agency.CreditCode));
        return [.. Columns.Select(c => c.Field switch
        {
            StandardField.AuthorityName or StandardField.DataSourceName => unit.Item1,
            StandardField.AuthorityCode or StandardField.DataSourceCode => unit.Item2,
            _ => "",
        })];
    }

    /// <summary>Spreads a pasted row over the cells: by a line of headings above it, else in the order of the national form.</summary>
    public string[] Paste(string pasted, string[] cells)
    {
        var lines = pasted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        if (lines.Count == 0) return cells;
        var headed = lines.Count > 1;
        for (var i = 0; i < lines[^1].Length; i++)
        {
            var at = headed ? Find(i < lines[0].Length ? lines[0][i] : "") : i < Columns.Count ? i : -1;
            if (at >= 0 && lines[^1][i].Trim().Length > 0) cells[at] = lines[^1][i].Trim().Trim('"');
        }

        return cells;
    }

    public IReadOnlyList<StaffGroup> Groups(IReadOnlyList<string> cells, IReadOnlyList<ValidationIssue> issues, IReadOnlyList<StaffOption> items)
    {
        return
        [
            Group("行政相对人", c => IsSubject(c) && !s_rare.Contains(c.Field), [new() { Text = "按名称或者代码查找相对人", Value = "subject", Quiet = true }]),
            Group("行政相对人的其他代码和证件", c => IsSubject(c) && s_rare.Contains(c.Field), []) with { Folded = true },
            Group("决定内容", c => !c.IsExtension && !s_own.Contains(c.Field) && !IsSubject(c), []),
            Group("与公示有关的信息", c => c.IsExtension && s_usual.Contains(c.Field), Has(StandardField.ItemCode) ? [new() { Text = "按事项编码填入依据和救济渠道", Value = "item", Quiet = true }] : []),
            Group("不常用的信息", c => c.IsExtension && !s_usual.Contains(c.Field), []) with { Folded = true },
            Group("机关和来源", c => s_own.Contains(c.Field), []) with { Folded = true },
        ];

        StaffGroup Group(string legend, Func<StandardColumn, bool> of, IReadOnlyList<StaffButton> buttons)
        {
            var fields = Fields(of, cells, issues, items);
            return new() { Legend = legend, Fields = fields, Buttons = buttons, Open = fields.Any(f => f.Error.Length + f.Care.Length > 0 || f.Required && f.Value.Length == 0) };
        }
    }

    private static bool IsSubject(StandardColumn column) => column.Code.Contains("_XDR_", StringComparison.Ordinal) || column.Code.Contains("_FR", StringComparison.Ordinal);

    private List<StaffField> Fields(Func<StandardColumn, bool> of, IReadOnlyList<string> cells, IReadOnlyList<ValidationIssue> issues, IReadOnlyList<StaffOption> items)
    {
        var fields = new List<StaffField>();
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            if (!of(column)) continue;
            var error = Text(issues, column.Head, IssueSeverity.Block);
            var care = Text([.. issues.Where(w => !issues.Any(e => e.Severity == IssueSeverity.Block && e.Field == w.Field && e.Message == w.Message))], column.Head, IssueSeverity.Warn);
            var required = column.Need == ColumnNeed.Mandatory;
            var list = _edition.CodeList(column.CodeList);
            if (list is { Other: null, Multiple: false })
            {
                fields.Add(StaffFields.Select(Name(i), column.Head, [("", ""), .. list.Values.Select(v => (v.Text, v.Text)), .. list.Find(cells[i]) is null && cells[i].Length > 0 ? [(cells[i], cells[i])] : Array.Empty<(string, string)>()], list.Canonical(cells[i]) ?? cells[i], column.Note, required, error, care));
                continue;
            }

            var field = s_long.Contains(column.Field)
                ? StaffFields.Long(Name(i), column.Head, cells[i], column.Note, required, error, care) with { Rows = column.Field == StandardField.ViolationFacts ? "6" : "3" }
                : StaffFields.Text(Name(i), column.Head, cells[i], column.Type == ColumnType.Date && column.Note.Length == 0 ? "例如 2026/07/28。" : column.Note, required, error, care);
            IReadOnlyList<StaffOption> options = list is not null ? list.Values.Select(v => new StaffOption { Value = v.Text, Text = v.Text }).ToList()
                : column.Field == StandardField.ItemCode ? items : [];
            fields.Add(options.Count == 0 ? field : field with { ListId = field.Id + "-list", Options = options });
        }

        return fields;
    }

    private static string Text(IReadOnlyList<ValidationIssue> issues, string head, IssueSeverity severity) =>
        string.Join("；", issues.Where(i => i.Field == head && i.Severity == severity).Select(Words).Distinct());

    private int At(StandardField field)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Field == field) return i;
        return -1;
    }

    private int Find(string heading)
    {
        var folded = TextNormalizer.Heading(heading);
        for (var i = 0; i < Columns.Count; i++)
            if (TextNormalizer.Heading(Columns[i].Head) == folded || Columns[i].Code == heading || Columns[i].Synonyms.Any(s => TextNormalizer.Heading(s) == folded)) return i;
        return -1;
    }
}
