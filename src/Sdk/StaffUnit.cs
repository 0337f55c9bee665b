namespace CreditKit;

/// <summary>A unit with its persons in charge (青海 三: 分管领导、联络员、信息报送责任人).</summary>
public sealed class StaffUnit
{
    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>统一社会信用代码; the value of the unit claim of its people.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>分管领导.</summary>
    public string Leader { get; set; } = "";

    /// <summary>联络员.</summary>
    public string Liaison { get; set; } = "";

    /// <summary>信息报送责任人: one person; to whom alarms go.</summary>
    public string Reporter { get; set; } = "";

    /// <summary>Telephone of the liaison.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The day on which the present reporting person took over; null: not recorded.</summary>
    public DateOnly? ReporterSince { get; set; }

    /// <summary>Persons in charge by 事项编码, where an item has one of its own.</summary>
    public Dictionary<string, string> Items { get; } = new(StringComparer.OrdinalIgnoreCase);
}
