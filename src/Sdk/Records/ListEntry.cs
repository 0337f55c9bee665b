namespace CreditKit.Records;

/// <summary>A list (失信名单, 重点关注名单) the penalty put its subject on; its rules govern end and repair (424号 (十四); requirement 000-28).</summary>
/// <param name="Name">Name of the list.</param>
/// <param name="LastDay">Last day of the entry; null: not fixed yet, shown until the entry is removed.</param>
/// <param name="RepairableFrom">First day on which its rules allow repair; null: none.</param>
/// <param name="LegalBasis">Text and article of the list; without one the entry governs nothing.</param>
public sealed record ListEntry(string Name, DateOnly? LastDay, DateOnly? RepairableFrom, string LegalBasis);
