namespace CreditKit.Cases;

/// <summary>What an objection says is wrong (424号 (十五) names the first three "等"; local guides the others).</summary>
public enum ObjectionGround
{
    /// <summary>错误.</summary>
    Error = 1,

    /// <summary>遗漏.</summary>
    Omission = 2,

    /// <summary>超期公示.</summary>
    Overdue = 3,

    /// <summary>重复公示.</summary>
    Duplicate = 4,

    /// <summary>不应公示.</summary>
    ShouldNotBePublic = 5,

    /// <summary>与认定机关的决定不一致.</summary>
    DiffersFromDecision = 6,
}
