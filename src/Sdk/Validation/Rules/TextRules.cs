using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Texts longer than the column takes; a province cuts or refuses them.</summary>
internal sealed class LengthRule() : BuiltInRule("length")
{
    public override void Check(RuleContext context)
    {
        foreach (var column in context.Edition.Columns(context.Record.Kind))
        {
            // Codes have rules of their own that say more than a length does.
            if (column.Length == 0 || column.Type != ColumnType.Text || Shapes.Of(column.Field) == TextShape.Code) continue;
            if (RecordFields.Get(context.Record, column) is string text && text.Length > column.Length)
                context.Report(column.Field, $"“{context.Heading(column.Field)}”有 {text.Length} 个字，规定最多 {column.Length} 个字");
        }
    }
}

/// <summary>Numbers of persons in running text; they are masked, so a remark is enough.</summary>
internal sealed class PersonalNumberRule() : BuiltInRule("personal-number-in-text")
{
    private static readonly StandardField[] Fields =
        [StandardField.LicenseContent, StandardField.ViolationFacts, StandardField.PenaltyContent, StandardField.ViolationType, StandardField.ActContent, StandardField.Remarks];

    public override void Check(RuleContext context)
    {
        foreach (var field in Fields)
            if (NumberText.HoldsPersonalNumber(RecordFields.Get(context.Record, field) as string))
                context.Report(field, $"“{context.Heading(field)}”中有身份证号、手机号或银行卡号");
    }
}

/// <summary>A person's address in running text; it is masked, but the reviewer should look.</summary>
internal sealed class AddressRule() : BuiltInRule("address-in-text")
{
    private static readonly System.Buffers.SearchValues<char> Hints = System.Buffers.SearchValues.Create("住号室栋幢村");
    private static readonly StandardField[] Fields =
        [StandardField.LicenseContent, StandardField.ViolationFacts, StandardField.PenaltyContent, StandardField.ActContent, StandardField.Remarks];

    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.Kind == CounterpartKind.Organization) return;
        foreach (var field in Fields)
        {
            if (RecordFields.Get(context.Record, field) is not string text || text.AsSpan().IndexOfAny(Hints) < 0) continue;
            foreach (var span in Recognition.TextRecognizer.Find(text))
            {
                if (span.Kind != Recognition.PersonalDataKind.Address) continue;
                context.Report(field, $"“{context.Heading(field)}”中有个人住址");
                break;
            }
        }
    }
}

/// <summary>A rule that looks beyond one record: the import finds it (other rows of the file, the ledger) and reports through the validator.</summary>
internal sealed class ImportRule(string id) : BuiltInRule(id)
{
    public const string Duplicate = "duplicate-in-file";
    public const string SameContent = "same-content-other-number";
    public const string Older = "older-than-ledger";

    public override void Check(RuleContext context)
    {
    }
}
