using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Listed texts of records that did not come through a binder (which notes them itself).</summary>
internal sealed class CodeListRule() : BuiltInRule("code-list")
{
    public override void Check(RuleContext context)
    {
        Check(context, StandardField.LicenseCategory, context.License?.Category);
        Check(context, StandardField.IdentityDocumentType, context.Record.Counterpart.IdentityDocument?.Type);
        Check(context, StandardField.LegalRepresentativeDocumentType, context.Record.Counterpart.LegalRepresentativeDocument?.Type);
        if (context.Penalty is not { } penalty) return;
        foreach (var category in penalty.PenaltyCategories) Check(context, StandardField.PenaltyCategory, category);
    }

    private static void Check(RuleContext context, StandardField field, string? text)
    {
        if (string.IsNullOrEmpty(text) || context.Noted(field, BindingFindingKind.OutsideCodeList)) return;
        var column = context.Edition.Column(context.Record.Kind, field);
        if (context.Edition.CodeList(column?.CodeList) is not { } list || list.Canonical(text) is not null) return;
        context.ReportFrom(ColumnSource.OfValues(context, field), field, $"{ValueQuote.Of(context.Heading(field), text, column!.Personal)}不在规定的取值范围内", $"从以下取值中选填：{string.Join("；", list.Values.Select(v => v.Text))}。");
    }
}

/// <summary>其他 must say what it is.</summary>
internal sealed class OtherNoteRule() : BuiltInRule("other-note")
{
    public override void Check(RuleContext context)
    {
        if (context.License is { Category: { } category } && IsBare(context, StandardField.LicenseCategory, category))
            context.Report(StandardField.LicenseCategory, "许可类别填了“其他”，没有注明具体类别");
        if (context.Penalty is not { } penalty) return;
        foreach (var one in penalty.PenaltyCategories)
            if (IsBare(context, StandardField.PenaltyCategory, one)) context.Report(StandardField.PenaltyCategory, "处罚类别填了“其他”，没有注明具体种类");
    }

    private static bool IsBare(RuleContext context, StandardField field, string text) =>
        context.Edition.CodeList(context.Edition.Column(context.Record.Kind, field)?.CodeList)?.IsBareOther(text) == true;
}
