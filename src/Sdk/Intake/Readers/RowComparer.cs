using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation;
using CreditKit.Validation.Rules;

namespace CreditKit.Intake.Readers;

/// <summary>What a row has in common with an earlier one of the same file.</summary>
internal sealed class RowComparer
{
    private readonly SeenRows _keys = new();
    private readonly SeenRows _contents = new();

    /// <summary>Remarks on a row: the same decision again, or the same content under another number.</summary>
    public IReadOnlyList<ValidationIssue> Compare(ImportedRow imported, BindingPlan plan, RecordValidator validator) =>
        Compare(imported.Marks, imported.Record, plan, imported.Row, validator);

    /// <summary>The same for a record that came alone.</summary>
    public IReadOnlyList<ValidationIssue> Compare(CreditRecord record, BindingPlan plan, int row, RecordValidator validator) =>
        Compare(Marks(record), record, plan, row, validator);

    private IReadOnlyList<ValidationIssue> Compare((ulong Key, ulong Content) marks, CreditRecord record, BindingPlan plan, int row, RecordValidator validator)
    {
        var (key, content) = marks;
        if (key == 0) return [];
        var twin = _keys.Replace(key, row);
        var like = twin == 0 && content != 0 ? _contents.Replace(content, row) : 0;
        if (twin == 0 && like == 0) return [];
        var bound = new BoundRecord(record, [], plan);
        return twin > 0
            ? validator.Remark(ImportRule.Duplicate, bound, StandardField.DocumentNumber, $"与第 {twin} 行是同一决定（机关、文书号、相对人相同）", row)
            : validator.Remark(ImportRule.SameContent, bound, StandardField.DocumentNumber, $"与第 {like} 行除文书号外内容相同（相对人、日期、事实、处罚内容）", row);
    }

    /// <summary>What a row is known by, as hashes: its decision, and its content without the number. 0: by nothing. Made where rows are checked, on several threads.</summary>
    public static (ulong Key, ulong Content) Marks(CreditRecord record)
    {
        // A row without number and name is known by nothing that would tell two apart.
        if (record is { DocumentNumber: null or "", Counterpart.Name: null or "" }) return (0, 0);
        return (SeenRows.Hash(RecordKey.Of(record)), record is AdministrativePenalty { ViolationFacts.Length: >= 20 } penalty ? SeenRows.Hash(Content(penalty)) : 0);
    }

    private static string Content(AdministrativePenalty penalty) => string.Join('\n',
        penalty.Counterpart.UnifiedSocialCreditCode ?? penalty.Counterpart.IdentityDocument?.Number ?? penalty.Counterpart.Name,
        penalty.DecidingAuthority.Name, penalty.DecisionDate?.ToString("O", CultureInfo.InvariantCulture), penalty.ViolationFacts, penalty.PenaltyContent);
}
