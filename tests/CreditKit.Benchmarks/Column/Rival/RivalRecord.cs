namespace CreditKit.Benchmarks.Column.Rival;

/// <summary>A row as a developer would put it into a table of his own.</summary>
public sealed class RivalRecord
{
    public string Id { get; set; } = "";
    public int Kind { get; set; }
    public string CounterpartName { get; set; } = "";
    public string? CounterpartCode { get; set; }
    public string DocumentNumber { get; set; } = "";
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public string Category { get; set; } = "";
    public string AuthorityName { get; set; } = "";
    public int? Severity { get; set; }
    public DateOnly DecisionDate { get; set; }
    public DateOnly? Until { get; set; }
    public DateTime PublishedAt { get; set; }
    public string Facts { get; set; } = "";
    public string LegalBasis { get; set; } = "";
    public string Content { get; set; } = "";
    public string Amount { get; set; } = "";
    public string ValidUntil { get; set; } = "";
    public string AuthorityCode { get; set; } = "";
    public string DataSource { get; set; } = "";
    public string Representative { get; set; } = "";
    public string Remedy { get; set; } = "";
}
