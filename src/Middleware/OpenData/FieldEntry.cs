using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>One public value of a record, as the data dictionary explains it.</summary>
/// <param name="Id">Name in the interface (<c>fields[].id</c>).</param>
/// <param name="Group">Where it stands on a page.</param>
/// <param name="Label">Its name on pages and as a heading.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Kind">Only of this kind; null: of every kind.</param>
/// <param name="LicenseLabel">Its name on licences, where it differs.</param>
/// <param name="PenaltyLabel">Its name on penalties, where it differs.</param>
internal sealed record FieldEntry(string Id, string Group, string Label, string Meaning, RecordKind? Kind = null, string? LicenseLabel = null, string? PenaltyLabel = null)
{
    public string LabelOf(RecordKind? kind) => kind switch { RecordKind.License => LicenseLabel ?? Label, RecordKind.Penalty => PenaltyLabel ?? Label, _ => Label };
}
