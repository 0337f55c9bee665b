namespace CreditKit.Reporting;

/// <summary>When somebody is told that reporting needs care; section <c>ShuangGongShi:Alarms</c>.</summary>
public sealed class AlarmOptions
{
    /// <summary>Working days before the last day of reporting. Default 2.</summary>
    public int DueWithin { get; set; } = 2;

    /// <summary>Days that a refusal may wait for a person. Default 1.</summary>
    public int RejectedDays { get; set; } = 1;

    /// <summary>Hours that a row may stay without a receipt after it was first sent. Default 24.</summary>
    public int NoReceiptHours { get; set; } = 24;

    /// <summary>Minutes that a channel may stay silent while something is to be sent. Default 30.</summary>
    public int DownMinutes { get; set; } = 30;

    /// <summary>Hours after which an alarm that still stands is told again. Default 24.</summary>
    public int RepeatHours { get; set; } = 24;

    /// <summary>Where alarms are posted as JSON (channel, kind, rows, since, text; no personal data); https, or http to this machine. Null: nowhere.</summary>
    public Uri? Webhook { get; set; }
}
