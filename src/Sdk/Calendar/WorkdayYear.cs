namespace CreditKit.Calendar;

/// <summary>One year of a calendar file: what differs from the plain week.</summary>
internal sealed record WorkdayYear
{
    /// <summary>Days off, weekend days of a break included.</summary>
    public DateOnly[] Off { get; init; } = [];

    /// <summary>Weekend days that are worked.</summary>
    public DateOnly[] Worked { get; init; } = [];

    /// <summary>Number of working days in the year as a check; null: not stated.</summary>
    public int? Workdays { get; init; }

    /// <summary>The State Council notice.</summary>
    public string? Notice { get; init; }
}
