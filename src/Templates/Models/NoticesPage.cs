namespace CreditKit.Templates.Models;

/// <summary>Notices of withdrawal.</summary>
public sealed record NoticesPage : PageModel
{
    /// <summary>The notices, newest first.</summary>
    public IReadOnlyList<NoticeModel> Notices { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }
}
