using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Mandatory columns of the edition; each column carries its own weights.</summary>
internal sealed class MandatoryRule() : BuiltInRule("mandatory")
{
    public override void Check(RuleContext context)
    {
        var organization = context.Record.Counterpart.Kind != CounterpartKind.NaturalPerson;
        foreach (var column in context.Edition.Columns(context.Record.Kind))
        {
            if (column.Need != ColumnNeed.Mandatory && !IsDue(column, context)) continue;
            if (column.Who == ColumnSubject.Organization && !organization) continue;
            if (column.Who == ColumnSubject.Natural && organization) continue;
            if (column.Acts.Count > 0 && !column.Acts.Contains(context.Act?.Act ?? ActKind.None)) continue;
            var own = column.Field == StandardField.None;
            if (own ? RecordFields.Get(context.Record, column) is not null : IsPresent(context, column.Field) || context.Unusable(column.Field)) continue;
            var heading = own ? column.Head : context.Heading(column.Field);
            context.Report(heading, $"缺少必填项“{heading}”", column.Note.Length > 0 ? $"请填写：{column.Note}" : null, Weight(column.Publish), column.Historic is { } historic ? Weight(historic) : null, Weight(column.Report));
        }
    }

    internal static RuleWeight Weight(ColumnWeight weight) => (RuleWeight)(int)weight;

    private static bool IsPresent(RuleContext context, StandardField field) => field switch
    {
        // Null is long-term inside: only the binder knows of an empty cell.
        StandardField.ValidUntil => !context.Noted(field, BindingFindingKind.Missing),
        StandardField.LocalCode or StandardField.Timestamp or StandardField.RowState => true,
        _ => RecordFields.Has(context.Record, field),
    };

    /// <summary>法定代表人 is the one conditional column that no rule of its own covers.</summary>
    private static bool IsDue(StandardColumn column, RuleContext context) =>
        column.Field == StandardField.LegalRepresentative && column.Need == ColumnNeed.Conditional && context.Record.Counterpart.Kind == CounterpartKind.Organization;
}
