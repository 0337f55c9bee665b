using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>Reads single cells for a binder and collects what was noticed. Repeated texts are looked up once.</summary>
internal sealed class CellReader(BindingPlan plan)
{
    private const int CacheLimit = 2_000;
    private readonly HashSet<string> _placeholders = [.. plan.Edition.Wire.Placeholders];
    private readonly Dictionary<string, (EquatableList<string> Found, IReadOnlyList<string> Unknown)> _categories = [];
    private readonly Dictionary<(string, string?), Authority> _authorities = [];
    private List<BindingFinding>? _findings;

    public IReadOnlyList<BindingFinding> Findings => _findings ?? (IReadOnlyList<BindingFinding>)[];

    public void Reset() => _findings = null;

    public bool Has(StandardField field) => _findings is { } list && list.Exists(f => f.Field == field);

    public void Note(BindingFindingKind kind, StandardField field, string heading, string message, string hint) =>
        (_findings ??= []).Add(new(kind, field, heading, message, hint));

    public string? Text(StandardField field, string? raw, PlannedColumn? source)
    {
        if (raw is null) return null;
        var shape = Shapes.Of(field);
        var text = shape switch
        {
            TextShape.Code => TextNormalizer.Code(raw),
            TextShape.Name => TextNormalizer.Name(raw),
            TextShape.DocumentNumber => TextNormalizer.DocumentNumber(raw),
            _ => TextNormalizer.Prose(raw),
        };
        if (text.Length == 0) return null;
        if (IsPlaceholder(text, shape))
        {
            Note(BindingFindingKind.Placeholder, field, source!.Heading, $"{ValueQuote.Of(source.Heading, raw, personal: false)}是占位内容，按空白处理", "填写真实内容；确实没有的选填项留空。");
            return null;
        }
        if (!ReferenceEquals(text, raw))
            Note(BindingFindingKind.Normalized, field, source!.Heading, shape switch
            {
                TextShape.Code => $"“{source.Heading}”已去掉空格、换行并统一为半角大写",
                TextShape.Name => $"“{source.Heading}”已去掉多余空格或换行，字母数字统一为半角",
                TextShape.DocumentNumber => $"“{source.Heading}”已规范写法：{text}",
                _ => $"“{source.Heading}”已去掉首尾空白或控制字符",
            }, "");
        return text;
    }

    public DateOnly? Date(StandardField field, string? raw, PlannedColumn? source)
    {
        if (raw is null) return null;
        if (DateText.TryRead(raw.AsSpan().Trim(), plan.DateFormats, out var date, out var exact))
        {
            if (!exact) Note(BindingFindingKind.Normalized, field, source!.Heading, $"“{source.Heading}”已识别为 {date:yyyy-MM-dd}", "");
            return date;
        }
        var text = raw.AsSpan().Trim();
        if (DateText.IsLongTerm(text)) return new DateOnly(2099, 12, 31);
        var bad = ValueQuote.Of(source!.Heading, raw, source.Column.Personal);
        if (IsPlaceholder(text.ToString(), TextShape.Name))
            Note(BindingFindingKind.Placeholder, field, source.Heading, $"{bad}是占位内容，按空白处理", "按 2025/07/28 的格式填写日期。");
        else
            Note(BindingFindingKind.Unreadable, field, source.Heading, $"{bad}不是能识别的日期", "按 2025/07/28 的格式填写，且必须是真实存在的日期。");
        return null;
    }

    public decimal? Amount(StandardField field, string? raw, PlannedColumn? source)
    {
        if (raw is null) return null;
        var unit = source!.Unit ?? plan.AmountUnit ?? plan.Edition.Wire.AmountUnit;
        if (AmountText.TryRead(raw, unit, out var yuan, out var exact))
        {
            if (!exact) Note(BindingFindingKind.Normalized, field, source.Heading, $"“{source.Heading}”已识别为 {yuan:0.######} 元", "");
            return yuan;
        }
        var bad = ValueQuote.Of(source.Heading, raw, source.Column.Personal);
        if (IsPlaceholder(raw.Trim(), TextShape.Name))
            Note(BindingFindingKind.Placeholder, field, source.Heading, $"{bad}是占位内容，按空白处理", "没有金额的留空。");
        else
            Note(BindingFindingKind.Unreadable, field, source.Heading, $"{bad}不是能识别的金额", unit == AmountUnit.Wanyuan ? "只填数字，单位万元：2000 元填 0.2。" : "只填数字，单位元。");
        return null;
    }

    public T? Choice<T>(StandardField field, string? raw, PlannedColumn? source) where T : struct, Enum
    {
        if (raw is null) return null;
        var list = ListOf(field, source!);
        var text = raw.Trim();
        if ((list?.Find(text) ?? list?.Find(TextNormalizer.Name(text)))?.Value is { } value) return Enum.TryParse<T>(value, out var found) ? found : null;
        Outside(field, source!, list, text);
        return null;
    }

    /// <summary>A text of the column's list in its exact form; one outside the list is noted and left as it is, so that nothing is lost.</summary>
    public string? Listed(StandardField field, string? raw, PlannedColumn? source)
    {
        if (raw is null) return null;
        var text = TextNormalizer.Name(raw);
        if (IsPlaceholder(text, TextShape.Name)) { Text(field, raw, source); return null; }
        var list = ListOf(field, source!);
        if (list?.Canonical(text) is { } canonical)
        {
            if (!string.Equals(canonical, raw, StringComparison.Ordinal)) Note(BindingFindingKind.Normalized, field, source!.Heading, $"“{source.Heading}”已规范为“{canonical}”", "");
            return canonical;
        }
        if (list is not null) Outside(field, source!, list, text);
        return text;
    }

    public EquatableList<string> Categories(string? raw, PlannedColumn? source)
    {
        if (raw is null) return [];
        var list = ListOf(StandardField.PenaltyCategory, source!);
        if (list is null) return [raw];
        if (!_categories.TryGetValue(raw, out var known))
        {
            known = IsPlaceholder(raw.Trim(), TextShape.Name) ? ([], []) : (new EquatableList<string>(list.Split(TextNormalizer.Prose(raw), out var unknown)), unknown);
            if (_categories.Count < CacheLimit) _categories[raw] = known;
        }
        if (known is { Found.Count: 0, Unknown.Count: 0 }) Text(StandardField.PenaltyCategory, raw, source);
        if (known.Unknown.Count == 0) return known.Found;
        Outside(StandardField.PenaltyCategory, source!, list, string.Join('；', known.Unknown));
        return [.. known.Found, .. known.Unknown];
    }

    /// <summary>A file names few agencies and names them in every row: one instance each.</summary>
    public Authority Authority(string name, string? code)
    {
        if (_authorities.TryGetValue((name, code), out var known)) return known;
        var authority = new Authority(name, code);
        if (_authorities.Count < CacheLimit) _authorities[(name, code)] = authority;
        return authority;
    }

    private CodeList? ListOf(StandardField field, PlannedColumn source) =>
        plan.Edition.CodeList(source.Column.CodeList) ?? plan.Edition.CodeList(plan.Edition.Column(plan.Kind, field)?.CodeList);

    private void Outside(StandardField field, PlannedColumn source, CodeList? list, string value) =>
        Note(BindingFindingKind.OutsideCodeList, field, source.Heading, $"{ValueQuote.Of(source.Heading, value, source.Column.Personal)}不在规定的取值范围内",
            $"从以下取值中选填：{string.Join("；", list?.Values.Select(v => v.Text) ?? [])}{(list?.Other is { } other ? $"；{other}（注明）" : "")}。");

    private bool IsPlaceholder(string text, TextShape shape) =>
        _placeholders.Contains(text) || (shape == TextShape.Code && text.Length > 3 && text.AsSpan().TrimEnd('X').IndexOfAnyExcept('0') < 0);
}
