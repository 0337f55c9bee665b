namespace CreditKit.Templates.Models;

/// <summary>Lists of subjects (严重失信主体名单).</summary>
public sealed record ListsPage : PageModel
{
    /// <summary>The lists with their entries.</summary>
    public IReadOnlyList<SubjectListModel> Lists { get; init; } = [];

    /// <summary>There is none.</summary>
    public bool IsEmpty { get; init; }
}
